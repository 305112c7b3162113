import { screen, waitFor } from "@testing-library/react";
import type { QueryClient } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { field, fill, panel } from "#app/testing/form.ts";
import { hasText } from "#app/testing/hasText.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { fault, MASK, office, requests } from "#app/testing/sandbox.ts";
import { findNumber } from "../testing/numbers.ts";

const PUT = "PUT /number/external/{type}";
const LIST = "GET /number/external";
const SECRET = "kR4-vT9_xw2.Zq7m";
const save = () => panel().getByRole("button", { name: "Подключить номер" });
const sent = () => requests(PUT).map(({ path, body }) => [path, body]);

async function openForm(kind?: "ate" | "sipuri") {
  const query = kind === undefined ? "" : `?kind=${kind}`;
  const app = await renderApp(`/external-numbers/new${query}`);
  await screen.findByRole("dialog");
  return app;
}
type User = Awaited<ReturnType<typeof openForm>>["user"];

async function fillAte(user: User) {
  await fill(user, "Номер", "8 (495) 000-30-01");
  await fill(user, "Сервер оператора", " sip.x.example ");
  await fill(user, "Логин", "me");
  await fill(user, "Пароль", SECRET);
}

/** Everything that outlives the form. */
function kept(client: QueryClient): string {
  const caches = [client.getQueryCache().getAll(), client.getMutationCache().getAll()];
  const states = caches.flatMap((cache) => cache.map(({ state }) => state));
  const stores = [Object.values(localStorage), Object.values(sessionStorage)];
  return JSON.stringify([states, stores, document.body.innerHTML, document.cookie]);
}

describe("connecting a number", () => {
  it("asks for the kind first, then for exactly its fields; changing the kind keeps both", async () => {
    const { user, address } = await openForm();
    await panel().findByRole("radio", { name: /По логину и паролю \(АТС\)/ });
    expect(panel().queryAllByRole("textbox")).toEqual([]);
    await user.click(save());
    expect(panel().getByText("Выберите один из вариантов")).toBeVisible();
    const ate = panel().getByRole("radio", { name: /По логину и паролю \(АТС\)/ });
    const sipuri = panel().getByRole("radio", { name: /На адрес \(SIP-URI\)/ });
    expect(ate).toHaveFocus();
    await user.click(ate);
    expect(address()).toBe("/external-numbers/new?kind=ate");
    await waitFor(() => expect(panel().queryByText("Выберите один из вариантов")).toBeNull());
    expect(field("Порт")).toHaveValue("5060");
    expect(field("Пароль")).toHaveAttribute("autocomplete", "new-password");
    await fillAte(user);
    await user.click(sipuri);
    expect(panel().getAllByRole("textbox")).toEqual([field("Номер"), field("Сервер оператора")]);
    await waitFor(() => expect(field("Номер")).toHaveValue("+7\u00a0495\u00a0000-30-01"));
    await user.click(ate);
    expect(field("Логин")).toHaveValue("me");
    expect(requests(PUT)).toEqual([]);
  });

  it("of «АТС» sends its five fields once, and keeps the password nowhere", async () => {
    const { user, address, client } = await openForm("ate");
    await fillAte(user);
    expect(field("Пароль")).toHaveAttribute("type", "password");
    await user.click(panel().getByRole("button", { name: "Показать пароль" }));
    expect(field("Пароль")).toHaveAttribute("type", "text");
    await user.dblClick(save());
    await waitFor(() => expect(address()).toBe("/external-numbers/ate/101"));
    expect(sent()).toEqual([
      [
        "/api/v1/number/external/ate",
        { host: "sip.x.example", number: 74950003001, port: 5060, login: "me", secret: MASK },
      ],
    ]);
    expect(findNumber(101).secret).toBe(SECRET);
    expect(await screen.findByText(hasText(/Номер \+7 495 000-30-01 подключён/))).toBeVisible();
    await screen.findByRole("heading", { name: "Зарегистрирован" });
    expect(kept(client)).not.toContain(SECRET);
    expect(address()).not.toContain(SECRET);
  });

  it("of SIP-URI sends its two fields, and opens the address to pass on", async () => {
    const { user, address } = await openForm("sipuri");
    await fill(user, "Номер", "+37410324040");
    await fill(user, "Сервер оператора", "10.0.0.1");
    await user.click(save());
    await waitFor(() => expect(address()).toBe("/external-numbers/sipuri/101"));
    expect(sent()).toEqual([
      ["/api/v1/number/external/sipuri", { host: "10.0.0.1", number: 37410324040 }],
    ]);
    expect(await screen.findByText(/Осталось передать оператору адрес/)).toBeVisible();
    await screen.findByRole("dialog", { name: /374/ });
    expect(panel().getByText("4229137410324040@ext.plusofon.example")).toBeVisible();
  });

  it("opens the list where the new row can't be found in it", async () => {
    const { user, address } = await openForm("sipuri");
    await fill(user, "Номер", "74950003001");
    await fill(user, "Сервер оператора", "sip.x.example");
    fault({ operation: LIST, fault: "status:403" });
    await user.click(save());
    await waitFor(() => expect(address()).toBe("/external-numbers"));
    expect(await screen.findByText(/в списке провайдера его ещё не видно/)).toBeVisible();
  });

  it("shows on each field what is wrong with it, and sends nothing", async () => {
    const { user } = await openForm("ate");
    await fill(user, "Номер", "12");
    await fill(user, "Сервер оператора", "https://sip.x.example");
    await fill(user, "Порт", "65536");
    await user.click(save());
    expect(await panel().findByText(/Без «sip:\/\/» и «https:\/\/»/)).toBeVisible();
    expect(panel().getByText(/2 цифры — это не весь номер/)).toBeVisible();
    expect(panel().getByText(/Не больше 65/)).toBeVisible();
    expect(panel().getAllByText("Заполните это поле")).toHaveLength(2);
    expect(field("Номер")).toHaveFocus();
    await fill(user, "Сервер оператора", "sip.x.example:5060");
    expect(panel().getByText(/Без двоеточия и порта/)).toBeVisible();
    expect(requests(PUT)).toEqual([]);
  });

  it("shows the provider's errors on their fields", async () => {
    const { user } = await openForm("ate");
    await fillAte(user);
    await fill(user, "Номер", "79104445566");
    await user.click(save());
    expect(await panel().findByText("Уже занято: выберите другое значение")).toBeVisible();
    expect(field("Номер")).toHaveFocus();
    const fields = { secret: ["Too weak, <b>mate</b>"], host: ["Host is down"] };
    fault({ operation: PUT, fault: "status:422", fields });
    await user.click(save());
    expect(await panel().findByText(/«Too weak, <b>mate<\/b>»/)).toBeVisible();
    expect(panel().getByText(/«Host is down»/)).toBeVisible();
    expect(panel().queryByRole("alert")).toBeNull();
    expect(field("Пароль")).toHaveValue(SECRET);
    // Errors of one kind's fields are not shown for the other kind.
    fault({ operation: PUT, fault: "status:422", fields: { login: ["Twice"], other: ["?"] } });
    await user.click(save());
    await panel().findByRole("alert");
    for (const kind of [/SIP-URI/, /\(АТС\)/]) {
      await user.click(panel().getByRole("radio", { name: kind }));
      expect(panel().queryByRole("alert")).toBeNull();
    }
    expect(field("Логин")).toBeValid();
  });

  it.each([
    ["status:500:no-access", /Провайдер отказал в доступе/],
    ["status:429", /Слишком много запросов/],
    ["html", /Неизвестно, выполнено ли это/],
  ])(
    "that fails with %s shows so once, keeps what was typed and sends nothing again",
    async (kind, words) => {
      fault({ operation: PUT, fault: kind });
      const { user, address } = await openForm("ate");
      await fillAte(user);
      await user.click(save());
      expect(await panel().findByRole("alert")).toHaveTextContent(words);
      expect(field("Пароль")).toHaveValue(SECRET);
      expect(requests(PUT)).toHaveLength(1);
      fault();
      await user.click(save());
      await waitFor(() => expect(address()).toBe("/external-numbers/ate/101"));
    },
  );

  it("refetches the list when the response was lost: it may be connected nevertheless", async () => {
    const { user } = await openForm("ate");
    await fillAte(user);
    fault({ operation: PUT, fault: "drop", after: true });
    await user.click(save());
    expect(await panel().findByRole("alert")).toHaveTextContent(/Неизвестно, выполнено ли это/);
    expect(await screen.findByText("+7 495 000-30-01")).toBeInTheDocument();
    expect(office().externalNumbers).toHaveLength(7);
    await user.keyboard("{Escape}");
    expect(await screen.findByText("Уйти без сохранения?")).toBeVisible();
  });
});
