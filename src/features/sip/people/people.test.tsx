import "fake-indexeddb/auto";
import { act, screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asRemembered, rememberForwarding } from "#app/testing/remembered.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, fault, office, requests, server, setRemembered } from "#app/testing/sandbox.ts";
import { closeBatch } from "#domain/batch/state.ts";

const rules = (...items: object[]) =>
  http.get("*/api/pult/alerts/rules", () =>
    HttpResponse.json({ items, channels: [], pausedUntil: null }),
  );
beforeEach(() => server.use(rules()));
afterEach(async () => {
  await act(() => closeBatch());
});

const WRITES = /^(PUT|POST|PATCH|DELETE) /;
const sent = () => requests().filter(({ operation }) => WRITES.test(operation ?? ""));
const planned = async () => {
  const section = await screen.findByRole("region", { name: "Что будет сделано" });
  return within(section)
    .queryAllByRole("listitem")
    .map(({ textContent }) => textContent);
};
const words = async () => (await planned()).join(" ").replaceAll("\u00a0", " ");
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const field = (name: string | RegExp) => screen.getByRole("textbox", { name });
const forwardTo = (sip_id: number, number_id = 1) =>
  rememberForwarding({ number_type: "ate", number_id, type: "sip", sip_id, cli_type: "Y" });

async function pickColleague(user: Awaited<ReturnType<typeof renderApp>>["user"], name: string) {
  await user.type(await screen.findByRole("combobox", { name: "Коллега" }), name);
  await user.click(await screen.findByRole("option", { name: new RegExp(name) }));
}

describe("who leaves", () => {
  it("has their calls sent to a colleague, in words first and then in that order", async () => {
    const leaver = accountAt(0);
    const colleague = accountAt(1);
    setRemembered(forwardTo(leaver.id));
    const { user, address } = await renderApp(`/sip/${leaver.id}/leave`);
    await pickColleague(user, colleague.name);
    await user.click(await screen.findByRole("radio", { name: /^Другой номер/ }));
    await user.type(field("Номер телефона"), "+7 999 333-22-10");
    await waitFor(async () => expect(await words()).toContain("+7 999 333-22-10 звонит 30 с"));
    expect(await words()).toContain(`пойдут на ${colleague.number} ${colleague.name}`);
    expect(sent()).toHaveLength(0);

    await user.click(button("Выполнить 4 шага"));
    await waitFor(() => expect(address()).toBe("/sip/batch"));
    expect(await screen.findByText("Сделано 4 из 4")).toBeVisible();
    expect(sent().map(({ operation }) => operation)).toEqual([
      "PATCH /sip/{id}",
      "POST /number/external/follow",
      "POST /sip/{id}/scenarios",
      "PATCH /sip/{id}/scenarios/{sid}",
    ]);
    expect(sent()[1]?.body).toMatchObject({ type: "sip", sip_id: colleague.id, cli_type: "Y" });
    expect(sent()[2]?.body).toMatchObject({
      sip_timeout: 0,
      phones: [{ number: "79993332210", timeout: 30 }],
    });
    const active = leaver.scenarios.find(({ id }) => id === leaver.activeId);
    expect(active?.name).toMatch(/^Ушёл: звонки на/);
    expect(screen.getByRole("link", { name: "Передать 1 аккаунт" })).toHaveAttribute(
      "href",
      `/sip/handover?ids=${leaver.id}`,
    );
  });

  it("needs a colleague who is not themselves", async () => {
    const leaver = accountAt(0);
    const { user } = await renderApp(`/sip/${leaver.id}/leave`);
    await pickColleague(user, leaver.name);
    expect(await screen.findByText(/Это тот, кто уходит/)).toBeVisible();
    await user.click(button(/^Выполнить/));
    expect(await screen.findByText("Выберите один из вариантов")).toBeVisible();
    expect(sent()).toHaveLength(0);
  });

  it("is deleted after a second step, and what led to them is turned off", async () => {
    const leaver = accountAt(0);
    setRemembered(forwardTo(leaver.id));
    const { user } = await renderApp(`/sip/${leaver.id}/leave`);
    await user.click(await screen.findByRole("radio", { name: /^Удаляется/ }));
    await user.click(screen.getByRole("radio", { name: "Никуда" }));
    expect(button("Удалить аккаунт")).toBeDisabled();
    await user.click(screen.getByRole("checkbox", { name: /вернуть нельзя/ }));
    await user.click(button("Удалить аккаунт"));
    expect(await screen.findByText("Сделано 2 из 2")).toBeVisible();
    expect(office().accounts.has(leaver.id)).toBe(false);
    expect(sent()[0]?.body).toEqual({ number_type: "ate", number_id: 1, type: "empty" });
    expect(screen.queryByRole("link", { name: /^Передать/ })).toBeNull();
  });

  it("is told what else names them, and what can't be known", async () => {
    const leaver = accountAt(0);
    server.use(rules(rule(leaver.id, "Ресепшен не в сети"), rule(9999, "Чужое правило")));
    await renderApp(`/sip/${leaver.id}/leave`);
    const points = within(
      await screen.findByRole("region", { name: "Что ещё связано с аккаунтом" }),
    );
    expect(points.getByText(/Ресепшен не в сети/)).toBeVisible();
    expect(points.queryByText(/Чужое правило/)).toBeNull();
    expect(points.getByText(/Телефоны некоторых сценариев Пульту неизвестны/)).toBeVisible();
    expect(screen.getByText(/не направлен ни один внешний номер/)).toBeVisible();
  });
});

const rule = (account: number, name: string) => ({
  id: name,
  name,
  isOn: true,
  condition: { type: "offline", kind: "sip", ids: [account], flapping: null },
  looksDown: 1,
  looksUp: 1,
  tellsEnd: true,
  groupSeconds: 0,
  hours: [],
  zone: "Europe/Moscow",
  pausedUntil: null,
  channels: [],
});

describe("who takes over", () => {
  it("gets the extension with their own mobile in the scenario that Pult knows", async () => {
    const account = accountAt(0);
    const active = account.scenarios.find(({ id }) => id === account.activeId);
    if (active === undefined) throw new Error("no active scenario");
    active.phones = [{ number: "79990000001", timeout: 15 }];
    setRemembered(asRemembered(active));
    const { user } = await renderApp(`/sip/${account.id}/take-over`);
    await user.type(await screen.findByRole("textbox", { name: /^Кто теперь/ }), "Борис");
    await user.type(field("Мобильный нового сотрудника"), "+7 999 333-22-10");
    await waitFor(async () => expect((await planned()).join(" ")).toContain("333-22-10"));
    await user.click(button("Перевести добавочный"));
    expect(await screen.findByText("Сделано 3 из 3")).toBeVisible();
    expect(account.name).toBe("Борис");
    const now = account.scenarios.find(({ id }) => id === account.activeId);
    expect(now?.phones).toEqual([{ number: "79993332210", timeout: 15 }]);
  });

  it("has no name and no mobile yet: nothing is sent, and the fields say so", async () => {
    const { user } = await renderApp(`/sip/${accountAt(0).id}/take-over`);
    await screen.findByRole("textbox", { name: /^Кто теперь/ });
    await user.click(button("Перевести добавочный"));
    expect(await screen.findAllByText("Заполните это поле")).toHaveLength(2);
    expect(sent()).toHaveLength(0);
  });
});

describe("who is suspended", () => {
  it("shows so on the account's page, and is as before once resumed", async () => {
    const account = accountAt(0);
    const before = account.activeId;
    const first = await renderApp(`/sip/${account.id}/suspend`);
    await first.user.click(await screen.findByRole("button", { name: "Приостановить" }));
    expect(await screen.findByText("Сделано 3 из 3")).toBeVisible();
    const suspended = account.scenarios.find(({ id }) => id === account.activeId);
    expect(suspended).toMatchObject({ name: "Приостановлен", sipTimeout: 0, phones: [] });
    await act(() => first.router.navigate(`/sip/${account.id}`));
    await first.user.click(await screen.findByRole("link", { name: "Вернуть в работу" }));

    expect(await screen.findByRole("combobox", { name: /^Какой сценарий/ })).toHaveValue(
      String(before),
    );
    await first.user.click(await screen.findByRole("button", { name: "Вернуть в работу" }));
    await waitFor(() => expect(account.activeId).toBe(before));
    expect(await screen.findByText("Сделано 3 из 3")).toBeVisible();
    expect(account.scenarios.some(({ name }) => name === "Приостановлен")).toBe(false);
  });
});

it("a step that fails stops the rest; once it is repeated, it goes on from there", async () => {
  const account = accountAt(0);
  fault({ operation: "POST /sip/{id}/scenarios", fault: "status:422", times: 1 });
  const { user } = await renderApp(`/sip/${account.id}/suspend`);
  await user.click(await screen.findByRole("button", { name: "Приостановить" }));
  expect(await screen.findByText(/^Сделано 1 из 3 · не прошла 1 · не отправлена 1/)).toBeVisible();
  expect(button("Продолжить без этого шага")).toBeVisible();
  await user.click(button("Повторить и продолжить"));
  expect(await screen.findByText("Сделано 3 из 3")).toBeVisible();
  expect(requests("PATCH /sip/{id}")).toHaveLength(1);
  expect(requests("POST /sip/{id}/scenarios")).toHaveLength(2);
  expect(requests("PATCH /sip/{id}/scenarios/{sid}")).toHaveLength(1);
});
