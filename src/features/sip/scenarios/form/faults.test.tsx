import { act, screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fill } from "#app/testing/form.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { fault, openOffice, requests, server } from "#app/testing/sandbox.ts";
import {
  account,
  field,
  setOnlyScenario,
  LIST,
  numbers,
  open,
  openEdit,
  openNew,
  panel,
  POST,
  press,
  PUT,
  completeScenario,
  SCENARIO,
  show,
} from "./testing/form.ts";

const save = () => press("Сохранить");
const edit = () => `${account()}/scenarios/${SCENARIO.id}/edit`;

async function openChanged() {
  const app = await openEdit();
  await fill(app.user, "Название", "Утром");
  return app;
}

beforeEach(() => {
  setOnlyScenario();
  show(() => completeScenario());
});

describe("a save that fails", () => {
  it.each([
    ["status:404", "Провайдер этого больше не знает"],
    ["status:429", "Слишком много запросов"],
    ["drop", "Нет связи с сервером"],
  ])("with %s keeps everything and shows why in one place", async (kind, title) => {
    fault({ operation: PUT, fault: kind });
    const { user, address } = await openChanged();
    await user.click(save());
    expect(await panel().findByRole("alert")).toHaveTextContent(title);
    expect(screen.getAllByText(new RegExp(title))).toHaveLength(1);
    expect(field("Название")).toHaveValue("Утром");
    expect(numbers()).toEqual(["+7 900 000-00-01", "+7 900 000-00-02"]);
    expect(address()).toBe(edit());
    expect(requests(PUT)).toHaveLength(1);
    fault();
    await user.click(save());
    await waitFor(() => expect(address()).toBe(account()));
  });

  it("with an error for one phone shows it on its row", async () => {
    const fields = { "phones.1.number": ["The phones.1.number has already been taken."] };
    fault({ operation: PUT, fault: "status:422", fields });
    const { user } = await openChanged();
    await user.click(save());
    expect(await panel().findByText("Уже занято: выберите другое значение")).toBeVisible();
    await waitFor(() => expect(field("Номер 2")).toHaveFocus());
    expect(field("Номер 2")).toBeInvalid();
    expect(panel().queryByRole("alert")).toBeNull();
  });

  it("with an error for all phones shows it above the buttons", async () => {
    fault({ operation: PUT, fault: "status:422", fields: { phones: ["Слишком дорого"] } });
    const { user } = await openChanged();
    await user.click(save());
    expect(await panel().findByRole("alert")).toHaveTextContent("Провайдер этого не принял");
  });

  it("is sent once however often one presses", async () => {
    fault({ operation: PUT, fault: "latency:100" });
    const { user, address } = await openChanged();
    const button = save();
    await user.dblClick(button);
    button.click();
    await user.type(field("Название"), "{Enter}");
    await waitFor(() => expect(address()).toBe(account()));
    expect(requests(PUT)).toHaveLength(1);
  });

  it("of a new one refetches the list when the response was lost", async () => {
    openOffice();
    const { user } = await openNew();
    await user.keyboard("Вечер");
    fault({ operation: POST, fault: "drop", after: true });
    const before = requests(LIST).length;
    await user.click(press("Только создать"));
    expect(await panel().findByRole("alert")).toHaveTextContent(/Неизвестно, выполнено ли это/);
    await waitFor(() => expect(requests(LIST).length).toBeGreaterThan(before));
    expect(requests(POST)).toHaveLength(1);
    expect(await screen.findByRole("heading", { name: "Вечер", hidden: true })).toBeVisible();
  });
});

const question = () => screen.findByRole("dialog", { name: "Уйти без сохранения?" });

describe("leaving", () => {
  it("asks when a row was added, and keeps it when one stays", async () => {
    const { user, address } = await openEdit();
    await user.click(press("Добавить номер"));
    await user.click(press("Отмена"));
    await user.click(within(await question()).getByRole("button", { name: "Продолжить правку" }));
    await waitFor(() => expect(screen.queryByText("Уйти без сохранения?")).toBeNull());
    expect(numbers()).toHaveLength(3);
    expect(address()).toBe(edit());
  });

  it("asks for a copy too", async () => {
    show(() => completeScenario({ sequence_rule: undefined }));
    const { user, address } = await openChanged();
    await user.click(panel().getByRole("link", { name: "Лучше создать копию" }));
    await user.click(within(await question()).getByRole("button", { name: /Уйти без/ }));
    await waitFor(() => expect(address()).toBe(`${account()}/scenarios/new?from=900`));
  });

  it("does not ask when nothing was changed", async () => {
    const { user, address } = await openEdit();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(address()).toBe(account()));
    expect(requests(PUT)).toEqual([]);
  });
});

describe("a save whose response arrives after one left", () => {
  it("shows that it succeeded, and does not navigate", async () => {
    const gate = new AbortController();
    const opened = new Promise((resolve) => {
      gate.signal.addEventListener("abort", resolve);
    });
    const requested = vi.fn<() => void>();
    server.use(
      http.put("*/api/v1/sip/:id/scenarios/:sid", async () => {
        requested();
        await opened;
        return HttpResponse.json({ success: true });
      }),
    );
    const { user, address, router } = await openChanged();
    await user.click(save());
    await waitFor(() => expect(requested).toHaveBeenCalled());
    await user.click(press("Отмена"));
    const wait = await screen.findByRole("dialog", { name: "Уйти, не дождавшись ответа?" });
    await user.click(within(wait).getByRole("button", { name: "Уйти" }));
    await waitFor(() => expect(address()).toBe(account()));
    await act(() => router.navigate("/sip"));
    gate.abort();
    expect(await screen.findByText("Сохранено")).toBeVisible();
    expect(address()).toBe("/sip");
  });
});

describe("before the scenario is loaded", () => {
  it.each(["4711/edit", "abc/edit", "new?from=4711", "new?from=abc"])(
    "%s is shown as no such scenario",
    async (path) => {
      const { user, address } = await renderApp(`${account()}/scenarios/${path}`);
      expect(await screen.findByRole("heading", { name: "Такого сценария нет" })).toBeVisible();
      await user.click(press("К аккаунту"));
      await waitFor(() => expect(address()).toBe(account()));
    },
  );

  it("shows why it could not be read, and retries", async () => {
    openOffice();
    setOnlyScenario();
    fault({ operation: LIST, fault: "status:403" });
    const { user } = await renderApp(edit());
    await screen.findByRole("dialog");
    const reason = "Провайдер отказал в доступе";
    expect(await panel().findByRole("heading", { name: reason })).toBeVisible();
    fault();
    await user.click(press("Повторить"));
    await waitFor(() => expect(field("Название")).toHaveValue("Днём"));
    expect(field("Название")).toHaveFocus();
  });
});

describe("in English", () => {
  it("everything is translated", async () => {
    show(() => ({
      endpoints: [
        { type: "sip", timeout: 0 },
        { type: "mob", timeout: 25 },
      ],
    }));
    const { user } = await open(`${SCENARIO.id}/edit`, { locale: "en" });
    expect(screen.getByRole("dialog", { name: "Edit scenario “Днём”" })).toBeVisible();
    expect(panel().getByText("3 of 3 not given yet")).toBeVisible();
    expect(panel().getByText("0 s: does not ring")).toBeVisible();
    expect(panel().getByText("1 of 5 numbers")).toBeVisible();
    await user.click(press("Save"));
    expect(await panel().findByText("Enter a number or remove the row")).toBeVisible();
    expect(screen.getByRole("dialog").textContent).not.toMatch(/scenarioForm\.|Провайдер|номер/i);
  });
});
