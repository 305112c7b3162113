import { act, screen, waitFor } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { field, fill, panel } from "#app/testing/form.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, fault, MASK, office, requests } from "#app/testing/sandbox.ts";

const PATCH = "PATCH /sip/{id}";
const save = () => panel().getByRole("button", { name: /Сохранить/ });
const sent = () => requests(PATCH).map(({ body }) => body);
const page = () => `/sip/${accountAt(0).id}`;

const setPassword = (user: UserEvent) =>
  user.click(panel().getByRole("button", { name: "Задать новый пароль" }));

async function openForm() {
  const app = await renderApp(`${page()}/edit`);
  await screen.findByRole("dialog");
  return app;
}

describe("editing an account", () => {
  it("opens with the account's values, and without a password field", async () => {
    await openForm();
    const { number, name, role } = accountAt(0);
    expect(field("Добавочный")).toHaveValue(String(number));
    expect(field("Имя")).toHaveValue(name);
    expect(field("Описание")).toHaveValue(role);
    // Nothing for a password manager to fill in: the fields opt out of autofill.
    expect(document.querySelector("[type=password]")).toBeNull();
    for (const input of document.querySelectorAll("input"))
      expect(input).toHaveAttribute("autocomplete", "off");
  });

  it("sets a new password behind its own button, and warns before and after saving", async () => {
    const { user, address } = await openForm();
    await setPassword(user);
    expect(field("Новый пароль")).toHaveFocus();
    // One is suggested, to be seen; another may be typed.
    expect(field("Новый пароль")).toHaveDisplayValue(/^.{12,}$/);
    expect(field("Новый пароль")).toHaveAttribute("type", "text");
    await user.click(panel().getByRole("button", { name: "Скрыть пароль" }));
    expect(field("Новый пароль")).toHaveAttribute("type", "password");
    expect(field("Новый пароль")).toHaveAttribute("autocomplete", "new-password");
    expect(field("Новый пароль")).toHaveAttribute("data-1p-ignore");
    await user.paste("typed-and-taken-back");
    await user.click(panel().getByRole("button", { name: "Оставить прежний" }));
    expect(panel().getByRole("button", { name: "Задать новый пароль" })).toHaveFocus();
    expect(save()).toHaveTextContent("Сохранить");
    await setPassword(user);
    await fill(user, "Новый пароль", "kR4-vT9_xw2.Zq7m");
    await user.click(panel().getByRole("button", { name: "Сохранить с новым паролем" }));
    await waitFor(() => expect(address()).toBe(page()));
    expect(sent()).toEqual([{ password: MASK }]);
    const { number } = accountAt(0);
    const words = `Сохранено. Задан новый пароль: введите его на телефонах ${number}`;
    expect(await screen.findByText(words)).toBeVisible();
    await user.click(await screen.findByRole("button", { name: "Передать" }));
    await waitFor(() => expect(address()).toBe(`/sip/handover?ids=${accountAt(0).id}`));
  });

  it("shows why a password that phones can't take is rejected, and does not rate it strong", async () => {
    const { user } = await openForm();
    await setPassword(user);
    for (const [typed, words] of [
      ["kR4-vT9_xw2.Zq7m ", /пробел/],
      ["kR4-vT9_\u200Bxw2.Zq7m", /Невидимый|невидимый знак \(U\+200B\)/],
      ["kR4-vT9_xw2.Zq7а", /«а» — кириллица/],
    ] as const) {
      await fill(user, "Новый пароль", typed);
      expect(panel().getByText(words)).toBeVisible();
      expect(panel().queryByText("Надёжный")).toBeNull();
    }
    await user.click(save());
    expect(await panel().findByText(/«а» — кириллица/)).toBeVisible();
    expect(field("Новый пароль")).toHaveFocus();
    expect(field("Новый пароль")).toBeInvalid();
    expect(requests(PATCH)).toEqual([]);
  });

  it.each([
    ["Имя", "Охрана", { name: "Охрана" }],
    ["Описание", "", { role: "" }],
    ["Добавочный", "777", { number: 777 }],
  ])("%s: sends only that field, and the page shows it", async (label, text, body) => {
    const { user, address } = await openForm();
    await fill(user, label, text);
    await user.click(save());
    await waitFor(() => expect(address()).toBe(page()));
    expect(sent()).toEqual([body]);
    expect(await screen.findByText("Сохранено")).toBeVisible();
  });

  it("refetches the account when the response was lost: it may have been saved", async () => {
    const { user } = await openForm();
    await fill(user, "Имя", "Охрана");
    fault({ operation: PATCH, fault: "drop", after: true });
    await user.click(save());
    expect(await screen.findByRole("heading", { name: /Охрана/, hidden: true })).toBeVisible();
    expect(field("Имя")).toHaveValue("Охрана");
    expect(panel().getByRole("alert")).toBeVisible();
  });

  it("sends nothing when nothing was changed, and shows that", async () => {
    const { user, address } = await openForm();
    await fill(user, "Имя", "Другое");
    await fill(user, "Имя", accountAt(0).name);
    await user.click(save());
    await waitFor(() => expect(address()).toBe(page()));
    expect(await screen.findByText("Ничего не изменено")).toBeVisible();
    expect(requests(PATCH)).toEqual([]);
  });

  it("keeps the form's values when the account is refreshed", async () => {
    const { user, client } = await openForm();
    await fill(user, "Имя", "Охрана");
    accountAt(0).role = "Изменил коллега";
    await act(() => client.refetchQueries({ queryKey: ["getSipAccount"] }));
    expect(field("Имя")).toHaveValue("Охрана");
    expect(field("Описание")).not.toHaveValue("Изменил коллега");
    await user.click(save());
    await waitFor(() => expect(sent()).toEqual([{ name: "Охрана" }]));
  });

  it("accepts its own extension as free, and names the owner of another one", async () => {
    const { user } = await openForm();
    await fill(user, "Добавочный", String(accountAt(2).number));
    expect(await panel().findByText(`Он у аккаунта «${accountAt(2).name}».`)).toBeVisible();
    // Only now is the list known to have arrived.
    await fill(user, "Добавочный", String(accountAt(0).number));
    await waitFor(() => expect(panel().queryByText(/Он у аккаунта/)).toBeNull());
    await fill(user, "Добавочный", String(accountAt(2).number));
    await user.click(save());
    await panel().findByText("Этот добавочный занят: выберите другой");
    expect(requests(PATCH)).toEqual([]);
    expect(field("Добавочный")).toHaveFocus();
  });

  it("generates a password, shows it and rates its strength", async () => {
    const { user } = await openForm();
    await setPassword(user);
    await user.click(panel().getByRole("button", { name: "Придумать пароль" }));
    expect(field("Новый пароль")).toHaveAttribute("type", "text");
    expect(field("Новый пароль").value).toMatch(/^[\w.-]{16}$/);
    expect(panel().getByText(/Надёжный|Средний/)).toBeVisible();
    await fill(user, "Новый пароль", "1234");
    expect(panel().getByText(/Слабый/)).toBeVisible();
  });

  it.each([
    ["status:500", "Сбой на стороне провайдера"],
    ["drop", "Нет связи с сервером"],
  ])(
    "that fails with %s keeps what was typed and shows the error in one place",
    async (kind, title) => {
      fault({ operation: PATCH, fault: kind });
      const { user, address } = await openForm();
      await fill(user, "Имя", "Охрана");
      await setPassword(user);
      await fill(user, "Новый пароль", "kR4-vT9_xw2.Zq7m");
      await user.click(save());
      expect(await panel().findByRole("alert")).toHaveTextContent(title);
      expect(screen.getAllByText(new RegExp(title))).toHaveLength(1);
      expect(field("Имя")).toHaveValue("Охрана");
      expect(field("Новый пароль")).toHaveValue("kR4-vT9_xw2.Zq7m");
      expect(address()).toBe(`${page()}/edit`);
      fault();
      await user.click(save());
      await waitFor(() => expect(address()).toBe(page()));
    },
  );

  it("sends one request when pressed twice", async () => {
    const { user, address } = await openForm();
    fault({ operation: PATCH, fault: "latency:100" });
    await fill(user, "Имя", "Охрана");
    const button = save();
    await user.dblClick(button);
    await waitFor(() => expect(address()).toBe(page()));
    expect(requests(PATCH)).toHaveLength(1);
  });

  it("never keeps the new password in the cache", async () => {
    const { user, address, client } = await openForm();
    await setPassword(user);
    await fill(user, "Новый пароль", "kR4-vT9_xw2.Zq7m");
    await user.click(save());
    await waitFor(() => expect(address()).toBe(page()));
    await waitFor(() =>
      expect(office().accounts.get(accountAt(0).id)?.password).toBe("kR4-vT9_xw2.Zq7m"),
    );
    const queries = client
      .getQueryCache()
      .getAll()
      .map(({ state }) => state);
    expect(JSON.stringify(queries)).not.toContain("kR4-vT9_xw2.Zq7m");
  });
});
