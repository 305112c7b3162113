import "fake-indexeddb/auto";
import { act, screen, waitFor, within } from "@testing-library/react";
import { deleteDB } from "idb";
import { afterEach, describe, expect, it, vi } from "vitest";
import { panel } from "#app/testing/form.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { asRemembered } from "#app/testing/remembered.ts";
import { accountAt, fault, setRemembered } from "#app/testing/sandbox.ts";
import { setOffline } from "#app/testing/statuses.ts";

const account = () => accountAt(2);
const page = () => `/status/${account().id}`;

afterEach(() => deleteDB("pult-watch-sandbox"));

async function openDetails(path = page()) {
  const app = await renderApp(path);
  await screen.findByRole("dialog");
  return app;
}

const fact = (label: string) => {
  const term = panel().getByText(label, { selector: "dt" });
  return term.nextElementSibling;
};

describe("the details of an account", () => {
  it("open from its row over the board, whose filters stay, and close to it", async () => {
    setOffline([account().id]);
    const { user, address } = await renderApp("/status?state=offline");
    await user.click(await screen.findByRole("link", { name: account().name }));
    await screen.findByRole("dialog", { name: `${account().number} ${account().name}` });
    expect(address()).toBe(`${page()}?state=offline`);
    await user.keyboard("{Escape}");
    await waitFor(() => expect(address()).toBe("/status?state=offline"));
    expect(screen.getByRole("link", { name: account().name })).toHaveFocus();
  });

  it("show server, caller ID and the route of a call", async () => {
    await openDetails();
    await waitFor(() => expect(fact("Сервер")).toHaveTextContent(account().server));
    expect(fact("АОН")).toHaveTextContent(/^\+7 /);
    const active = account().scenarios.find(({ id }) => id === account().activeId);
    expect(fact("Активный сценарий")).toHaveTextContent(active?.name ?? "?");
    expect(panel().getByText(/Звонит \d+ с/)).toBeVisible();
  });

  it("draw the active scenario whole from what Pult remembers", async () => {
    const active = account().scenarios.find(({ id }) => id === account().activeId);
    if (active === undefined) throw new Error("no scenario");
    setRemembered(asRemembered(active, {}, { actor: "anonymous" }));
    await openDetails();
    expect(
      await panel().findByText(/Задано из Пульта 12 ноября 2025; изменения, сделанного/),
    ).toBeVisible();
    expect(panel().getByText(/Звонит \d+ с, без голосовой почты/)).toBeVisible();
  });

  it("list what to check for an offline account, and what else for an online one", async () => {
    setOffline([account().id]);
    const { client } = await openDetails();
    const heading = await panel().findByRole("heading", { name: "Что проверить" });
    const section = heading.closest("section");
    expect(section && within(section).getAllByRole("listitem")).toHaveLength(5);
    setOffline([]);
    await act(() => client.refetchQueries({ queryKey: ["listSipStatuses"] }));
    const other = await panel().findByRole("heading", { name: "Если звонки всё же не приходят" });
    expect(other).toBeVisible();
  });

  it("for a scenario that does not ring the phone show that, and no check of it", async () => {
    const active = account().scenarios.find(({ id }) => id === account().activeId);
    if (active === undefined) throw new Error("No scenario is active");
    active.sipTimeout = 0;
    await openDetails();
    expect(
      await panel().findByText(/никому не звонит: у каждого телефона в нём 0.с/),
    ).toBeVisible();
    expect(panel().queryByText(/Активный сценарий звонит на этот аккаунт/)).toBeNull();
  });

  it("make the only scenario active where none is, and say that the phone rings", async () => {
    account().scenarios.splice(1);
    const [only] = account().scenarios;
    if (only === undefined) throw new Error("no scenario");
    only.sipTimeout = 20;
    account().activeId = null;
    setOffline([]);
    const { user } = await openDetails();
    const verdict = within(await panel().findByRole("region", { name: "Зазвонит ли телефон" }));
    const name = `Включить «${only.name}»`;
    await user.click(await verdict.findByRole("button", { name }));
    expect(await verdict.findByText(/^Зазвонит: телефон в сети/)).toBeVisible();
    expect(panel().getByRole("region", { name: "Зазвонит ли телефон" })).toHaveFocus();
    await waitFor(() => expect(account().activeId).toBe(only.id));
  });

  it("show why the server could not be read, and the rest", async () => {
    fault({ operation: "GET /sip/{id}", fault: "status:403" });
    await openDetails();
    await waitFor(() => expect(fact("Сервер")).toHaveTextContent(/не прочитан: Провайдер отказал/));
    expect(fact("АОН")).toHaveTextContent(/^\+7 /);
  });

  it("show that there is no such account", async () => {
    await openDetails("/status/999999");
    expect(await panel().findByText(/Этого аккаунта больше нет/)).toBeVisible();
    expect(panel().queryByRole("button", { name: /Скопировать/ })).toBeNull();
  });

  it("list what this browser observed, and update on the next change", async () => {
    setOffline([]);
    const { client } = await openDetails();
    expect(await panel().findByText("Пока ни одного изменения.")).toBeVisible();
    setOffline([account().id]);
    await act(() => client.refetchQueries({ queryKey: ["listSipStatuses"] }));
    const heading = panel().getByRole("heading", { name: "Что видел этот браузер" });
    await waitFor(() => expect(heading.nextElementSibling?.textContent).toMatch(/Не в сети$/));
  });
});

describe("the text for the ticket", () => {
  it("holds what support needs, and neither login nor password", async () => {
    account().password = "Secret-25-Zq7m";
    setOffline([account().id]);
    const { user } = await openDetails();
    await waitFor(() => expect(fact("Сервер")).toHaveTextContent(account().server));
    const write = vi.spyOn(navigator.clipboard, "writeText");
    await user.click(panel().getByRole("button", { name: "Скопировать для заявки" }));
    expect(await screen.findByText("Текст для заявки: скопировано")).toBeVisible();
    const copied =
      write.mock.calls[0]?.[0] ?? (await navigator.clipboard.readText().catch(() => ""));
    for (const part of [String(account().number), account().name, account().server, "не в сети"]) {
      expect(copied).toContain(part);
    }
    expect(copied).not.toContain(account().login);
    expect(copied).not.toContain(account().password);
  });
});
