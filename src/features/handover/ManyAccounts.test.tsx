import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, fault, office, requests } from "#app/testing/sandbox.ts";

const panel = () => within(screen.getByRole("dialog"));
const button = (name: string | RegExp) => panel().getByRole("button", { name });
const items = () => panel().getAllByRole("listitem");
const clipboard = () => navigator.clipboard.readText();
const reads = () => requests("GET /sip/{id}").length;

const ids = () => [...office().accounts.keys()];
const passwords = () => [...office().accounts.values()].map(({ password }) => password);
const leaked = (text: string) => passwords().filter((password) => text.includes(password));

beforeEach(() => {
  for (const account of office().accounts.values()) account.password = `Secret-${account.id}-Zq7m`;
});

async function openMany() {
  const app = await renderApp(`/sip/handover?ids=${ids().join(",")}`);
  await screen.findByRole("dialog");
  await panel().findByText(`${accountAt(0).number} ${accountAt(0).name}`);
  return app;
}

it("reads nothing before it is asked to, then all, and keeps no password in the page", async () => {
  const { user } = await openMany();
  expect(reads()).toBe(0);
  expect(items()).toHaveLength(8);
  await user.click(button("Прочитать 8 паролей"));
  expect(await panel().findByText("Готовы 8 аккаунтов из 8.")).toBeVisible();
  expect(reads()).toBe(8);
  expect(leaked(document.documentElement.outerHTML)).toEqual([]);
  await user.click(button("Скопировать сообщения"));
  expect(await screen.findByText("Скопировано: 8 сообщений с паролями")).toBeVisible();
  expect(leaked(await clipboard())).toEqual(passwords());
  await user.click(button("Скопировать таблицу"));
  await screen.findByText("Скопировано: таблица с 8 аккаунтами и паролями");
  const lines = (await clipboard()).trim().split("\r\n");
  expect(lines[0]?.split("\t")).toHaveLength(7);
  expect(lines[1]?.split("\t")).toEqual([
    String(accountAt(0).number),
    accountAt(0).name,
    accountAt(0).server,
    "5060",
    "UDP",
    accountAt(0).login,
    accountAt(0).password,
  ]);
});

it("prints all cards, and tells each row's failure, which alone is tried again", async () => {
  let cards: string[] = [];
  vi.stubGlobal("print", () => {
    cards = [...document.querySelectorAll("article")].map((card) => card.textContent);
  });
  const { user } = await openMany();
  fault({ operation: "GET /sip/{id}", fault: "status:403", times: 2 });
  await user.click(button("Прочитать 8 паролей"));
  expect(await panel().findByText("Готовы 6 аккаунтов из 8.")).toBeVisible();
  expect(panel().getAllByText(/отказал в доступе\. Пароль получить не удалось/)).toHaveLength(2);
  await user.click(button("Повторить 2 неудачных"));
  expect(await panel().findByText("Готовы 8 аккаунтов из 8.")).toBeVisible();
  expect(reads()).toBe(10);
  await user.click(button("Напечатать 8 карточек"));
  await waitFor(() => expect(cards).toHaveLength(8));
  expect(leaked(cards.join())).toEqual(passwords());
  act(() => {
    dispatchEvent(new Event("afterprint"));
  });
  expect(document.querySelector("article")).toBeNull();
});

it("stops, and goes on with what is left", async () => {
  const { user } = await openMany();
  fault({ operation: "GET /sip/{id}", fault: "hang" });
  await user.click(button("Прочитать 8 паролей"));
  expect(await panel().findByText("читается…")).toBeVisible();
  await user.click(button("Остановить"));
  expect(panel().getAllByText("не прочитан")).toHaveLength(8);
  fault();
  await user.click(button("Прочитать 8 паролей"));
  expect(await panel().findByText("Готовы 8 аккаунтов из 8.")).toBeVisible();
});

it("waits where the server gives out no more, and keeps what has been read", async () => {
  const { user } = await openMany();
  fault({ operation: "GET /sip/{id}", fault: "rate:3" });
  await user.click(button("Прочитать 8 паролей"));
  expect(await panel().findByRole("alert")).toHaveTextContent(/Прочитанное осталось/);
  const ready = panel().getAllByText("готов").length;
  expect(ready).toBeGreaterThan(0);
  expect(panel().queryByText(/Пароль получить не удалось/)).toBeNull();
  fault();
  await user.click(button(/^Продолжить: остал/));
  expect(await panel().findByText("Готовы 8 аккаунтов из 8.")).toBeVisible();
  expect(panel().queryByRole("alert")).toBeNull();
});
