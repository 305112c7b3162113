import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { describe, expect, it } from "vitest";
import { field, fill, panel } from "#app/testing/form.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, fault, office, requests, server } from "#app/testing/sandbox.ts";

const CREATE = "PUT /sip";
const submit = () => panel().getByRole("button", { name: /Создать аккаунт/ });
const sent = () => requests(CREATE).map(({ body }) => body);

async function openForm(path = "/sip/new", options?: Parameters<typeof renderApp>[1]) {
  const app = await renderApp(path, options);
  await screen.findByRole("dialog", { name: "Новый SIP-аккаунт" });
  await waitFor(() => expect(field("Добавочный")).not.toHaveValue(""));
  return app;
}

async function fillIn(user: UserEvent, name = "Анна Белова") {
  await fill(user, "Добавочный", "400");
  await fill(user, "Имя", name);
}

describe("a new account", () => {
  it("is offered the next free extension", async () => {
    await openForm();
    const taken = new Set([...office().accounts.values()].map(({ number }) => number));
    let free = 200;
    while (taken.has(free)) free++;
    expect(field("Добавочный")).toHaveValue(String(free));
  });

  it("is created with what was typed, its page opens, and it can be handed over at once", async () => {
    const { user, address } = await openForm("/sip/new?q=анна", { accounts: 24 });
    await fillIn(user);
    await fill(user, "Описание", "Логистика");
    await user.click(submit());
    await waitFor(() => expect(address()).toMatch(/^\/sip\/\d+$/));
    expect(sent()).toEqual([
      {
        name: "Анна Белова",
        number: 400,
        role: "Логистика",
        sequence_rule: "single",
        sip_timeout: 30,
      },
    ]);
    expect(await screen.findByText("Аккаунт 400 Анна Белова создан")).toBeVisible();
    expect(await screen.findByRole("heading", { level: 1 })).toHaveTextContent("400 Анна Белова");
    const id = address().split("/").at(-1) ?? "";
    await user.click(screen.getByRole("button", { name: "Передать" }));
    await screen.findByRole("dialog", { name: "Передать 400 Анна Белова" });
    expect(address()).toBe(`/sip/handover?ids=${id}`);
    await user.keyboard("{Escape}");
    await waitFor(() => expect(address()).toBe(`/sip/${id}`));
  });

  it("can forward to a phone, typed in any format and sent as digits", async () => {
    const { user } = await openForm();
    await fillIn(user);
    await fill(user, "Переадресация на номер", "8 (900) 000-00-23");
    await user.tab();
    await waitFor(() =>
      expect(field("Переадресация на номер")).toHaveValue("+7\u00a0900\u00a0000-00-23"),
    );
    await user.click(panel().getByRole("radio", { name: /Одновременно/ }));
    await user.click(submit());
    await waitFor(() => expect(sent()).toHaveLength(1));
    expect(sent()[0]).toMatchObject({
      sequence_rule: "simultaneous",
      phone_number: "79000000023",
      phone_timeout: 25,
    });
  });

  it("shows an error for an invalid phone", async () => {
    const { user } = await openForm();
    await fillIn(user);
    await fill(user, "Переадресация на номер", "12");
    await user.click(submit());
    await waitFor(() => expect(field("Переадресация на номер")).toBeInvalid());
    expect(field("Переадресация на номер")).toHaveValue("12");
    expect(requests(CREATE)).toEqual([]);
  });

  it("can have a long name with markup and emoji", async () => {
    const name = '<script>alert("1")</script> Пицца 🍕 👩‍🚒 '.padEnd(200, "я");
    const { user, address } = await openForm();
    await fillIn(user, name);
    await user.click(submit());
    await waitFor(() => expect(address()).toMatch(/^\/sip\/\d+$/));
    expect(sent()[0]).toMatchObject({ name });
    expect(await screen.findByRole("heading", { level: 1 })).toHaveTextContent(name);
  });

  it("is found by its extension when the response holds no id", async () => {
    server.use(
      http.put("*/api/v1/sip", () => {
        office().accounts.set(900, { ...accountAt(0), id: 900, number: 400, name: "Анна Белова" });
        return HttpResponse.json({ success: true });
      }),
    );
    const { user, address } = await openForm();
    await fillIn(user);
    await user.click(submit());
    await waitFor(() => expect(address()).toBe("/sip/900"));
  });

  it("that can't be found at once is looked up in the list, and its id never guessed", async () => {
    server.use(http.put("*/api/v1/sip", () => HttpResponse.json({ success: true })));
    const { user, address } = await openForm();
    await fillIn(user);
    await user.click(submit());
    await waitFor(() => expect(address()).toBe("/sip?q=400"));
    expect(screen.getByText(/Пульт ищет его по добавочному/)).toBeVisible();
  });
});

describe("a save that fails", () => {
  it("with an error for a field that the form lacks shows it above the buttons", async () => {
    fault({
      operation: CREATE,
      fault: "status:422",
      fields: { tariff: ["Тариф исчерпан"] },
      message: "Тариф исчерпан",
    });
    const { user } = await openForm();
    await fillIn(user);
    await user.click(submit());
    expect(await panel().findByRole("alert")).toHaveTextContent(
      "Провайдер сообщает: «Тариф исчерпан»",
    );
  });

  it("with an error for the ringing order, hidden without a phone, shows it there too", async () => {
    const message = "The sequence rule is invalid.";
    fault({
      operation: CREATE,
      fault: "status:422",
      fields: { sequence_rule: [message] },
      message,
    });
    const { user } = await openForm();
    await fillIn(user);
    await user.click(submit());
    expect(await panel().findByRole("alert")).toHaveTextContent(message);
    await fill(user, "Переадресация на номер", "79000000023");
    await user.click(submit());
    await waitFor(() => expect(panel().queryByRole("alert")).toBeNull());
    const group = within(panel().getByRole("group", { name: "Порядок звонка" }));
    expect(await group.findByText(`Провайдер сообщает: «${message}»`)).toBeVisible();
    expect(group.getByRole("radio", { name: /По очереди/ })).toHaveFocus();
  });

  it.each([
    ["success-false", "Провайдер этого не принял"],
    ["drop", "Нет связи с сервером"],
  ])("with %s keeps what was typed and shows why in one place", async (kind, title) => {
    fault({ operation: CREATE, fault: kind });
    const { user, address } = await openForm();
    await fillIn(user);
    await fill(user, "Переадресация на номер", "79000000023");
    await user.click(submit());
    expect(await panel().findByRole("alert")).toHaveTextContent(title);
    expect(screen.getAllByText(new RegExp(title))).toHaveLength(1);
    expect(field("Добавочный")).toHaveValue("400");
    expect(field("Имя")).toHaveValue("Анна Белова");
    expect(address()).toBe("/sip/new");
    expect(requests(CREATE)).toHaveLength(1);
    fault();
    await user.click(submit());
    await waitFor(() => expect(address()).toMatch(/^\/sip\/\d+$/));
  });
});

describe("a write with an unknown outcome", () => {
  it.each(["drop", "truncate"])(
    "(%s) warns about it, and the list shows what was done",
    async (kind) => {
      const { user } = await openForm();
      fault({ operation: CREATE, fault: kind, after: true });
      const before = requests("GET /sip").length;
      await fillIn(user);
      await user.click(submit());
      expect(await panel().findByRole("alert")).toHaveTextContent(/Неизвестно, выполнено ли это/);
      await waitFor(() => expect(requests("GET /sip").length).toBeGreaterThan(before));
      expect(await screen.findByText(/^9 аккаунтов/)).toBeInTheDocument();
    },
  );

  it.each(["status:422", "status:429"])("is not assumed for %s", async (kind) => {
    const { user } = await openForm();
    fault({ operation: CREATE, fault: kind, fields: {} });
    await fillIn(user);
    await user.click(submit());
    const alert = await panel().findByRole("alert");
    expect(alert).not.toHaveTextContent(/Неизвестно, выполнено ли это/);
  });
});

it("a second press sends no second request", async () => {
  const { user, address } = await openForm();
  fault({ operation: CREATE, fault: "latency:100" });
  await fillIn(user);
  const button = submit();
  await user.dblClick(button);
  button.click();
  await user.type(field("Имя"), "{Enter}");
  await waitFor(() => expect(address()).toMatch(/^\/sip\/\d+$/));
  expect(requests(CREATE)).toHaveLength(1);
});
