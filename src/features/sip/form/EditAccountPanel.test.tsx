import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { field, fill, panel } from "#app/testing/form.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, fault, MASK, office, requests } from "#app/testing/sandbox.ts";

const PATCH = "PATCH /sip/{id}";
const save = () => panel().getByRole("button", { name: /Сохранить/ });
const sent = () => requests(PATCH).map(({ body }) => body);
const page = () => `/sip/${accountAt(0).id}`;

async function openForm() {
  const app = await renderApp(`${page()}/edit`);
  await screen.findByRole("dialog");
  return app;
}

describe("changing an account", () => {
  it("opens with the account as it is, the password empty", async () => {
    await openForm();
    const { number, name, role } = accountAt(0);
    expect(field("Добавочный")).toHaveValue(String(number));
    expect(field("Имя")).toHaveValue(name);
    expect(field("Описание")).toHaveValue(role);
    expect(field("Новый пароль")).toHaveValue("");
    expect(field("Новый пароль")).toHaveAttribute("type", "password");
  });

  it.each([
    ["Имя", "Охрана", { name: "Охрана" }],
    ["Описание", "", { role: "" }],
    ["Добавочный", "777", { number: 777 }],
    ["Новый пароль", "kR4-vT9_xw2.Zq7m", { password: MASK }],
  ])("%s: only that is sent, and the page shows it", async (label, text, body) => {
    const { user, address } = await openForm();
    await fill(user, label, text);
    await user.click(save());
    await waitFor(() => expect(address()).toBe(page()));
    expect(sent()).toEqual([body]);
    expect(await screen.findByText("Сохранено")).toBeVisible();
  });

  it("reads the account again when the answer was lost: it may be saved all the same", async () => {
    const { user } = await openForm();
    await fill(user, "Имя", "Охрана");
    fault({ operation: PATCH, fault: "drop", after: true });
    await user.click(save());
    expect(await screen.findByRole("heading", { name: /Охрана/, hidden: true })).toBeVisible();
    expect(field("Имя")).toHaveValue("Охрана");
    expect(panel().getByRole("alert")).toBeVisible();
  });

  it("sends nothing when nothing was changed, and says so", async () => {
    const { user, address } = await openForm();
    await fill(user, "Имя", "Другое");
    await fill(user, "Имя", accountAt(0).name);
    await user.click(save());
    await waitFor(() => expect(address()).toBe(page()));
    expect(await screen.findByText("Ничего не изменено")).toBeVisible();
    expect(requests(PATCH)).toEqual([]);
  });

  it("does not change under one's hands when the account is refreshed", async () => {
    const { user, client } = await openForm();
    await fill(user, "Имя", "Охрана");
    accountAt(0).role = "Изменил коллега";
    await act(() => client.refetchQueries({ queryKey: ["getSipAccount"] }));
    expect(field("Имя")).toHaveValue("Охрана");
    expect(field("Описание")).not.toHaveValue("Изменил коллега");
    await user.click(save());
    await waitFor(() => expect(sent()).toEqual([{ name: "Охрана" }]));
  });

  it("says that its own extension is not taken, and whose another one is", async () => {
    const { user } = await openForm();
    expect(panel().queryByText(/Этот добавочный уже у/)).toBeNull();
    await fill(user, "Добавочный", String(accountAt(2).number));
    const whose = `Этот добавочный уже у аккаунта «${accountAt(2).name}»`;
    expect(await panel().findByText(whose)).toBeVisible();
    await user.click(save());
    await panel().findByText("Уже занято: выберите другое значение");
    expect(field("Добавочный")).toHaveFocus();
  });

  it("makes up a password, shows it and says how good it is", async () => {
    const { user } = await openForm();
    await user.click(panel().getByRole("button", { name: "Придумать пароль" }));
    expect(field("Новый пароль")).toHaveAttribute("type", "text");
    expect(field("Новый пароль").value).toMatch(/^[\w.-]{16}$/);
    expect(panel().getByText(/Надёжный|Средний/)).toBeVisible();
    await fill(user, "Новый пароль", "1234");
    expect(panel().getByText(/Слабый/)).toBeVisible();
  });

  it.each([
    ["status:500", "Сбой на стороне провайдера"],
    ["status:404", "Провайдер этого больше не знает"],
    ["success-false", "Провайдер этого не принял"],
    ["drop", "Нет связи с сервером"],
  ])("that fails with %s keeps what was typed and says so in one place", async (kind, title) => {
    fault({ operation: PATCH, fault: kind });
    const { user, address } = await openForm();
    await fill(user, "Имя", "Охрана");
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
  });

  it("pressed twice sends one request", async () => {
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
