import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { failLaterPages, holdLaterPages } from "#app/testing/pages.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, fault, office, openOffice, requests } from "#app/testing/sandbox.ts";

const findTable = () => screen.findByRole("table", { name: /SIP-аккаунты/ });
const withoutSpaces = (text: string) => text.replaceAll(/\s/gu, "");
const findRow = (name: string) => {
  const row = screen.getByRole("link", { name }).closest("tr");
  if (row === null) throw new Error(`${name} stands in no row`);
  return within(row);
};

describe("a row", () => {
  it("shows state, extension, name, caller ID and the active scenario", async () => {
    const account = accountAt(0);
    account.aonId = 22;
    account.scenarios = account.scenarios.slice(0, 1);
    account.scenarios.forEach((scenario) =>
      Object.assign(scenario, { sipTimeout: 30, phones: [] }),
    );
    account.activeId = account.scenarios[0]?.id ?? null;
    await renderApp("/sip");
    await findTable();
    const row = findRow(account.name);
    expect(row.getByText("В сети")).toBeVisible();
    expect(row.getByText(account.number)).toBeVisible();
    expect(row.getByText("+7 999 333-22-10")).toBeVisible();
    const [scenario] = account.scenarios;
    expect(row.getByText(scenario?.name ?? "none")).toBeVisible();
    expect(row.getByText(/^\d+.с$/)).toHaveTextContent(`${scenario?.sipTimeout} с`);
  });

  it("shows the shortest and longest ringing time of a scenario with an unknown order", async () => {
    const account = accountAt(0);
    const [scenario] = account.scenarios;
    if (scenario === undefined) throw new Error("no scenario");
    scenario.sipTimeout = 20;
    scenario.phones = [{ number: "79000000001", timeout: 25 }];
    account.activeId = scenario.id;
    await renderApp("/sip");
    await findTable();
    const row = findRow(account.name);
    expect(row.getByText(/25–45.с/)).toBeVisible();
    expect(row.getByRole("img", { name: /Порядок провайдер не сообщает/ })).toBeVisible();
  });

  it("shows that there is no caller ID and no scenario", async () => {
    const account = accountAt(1);
    Object.assign(account, { aonId: null, scenarios: [], activeId: null });
    await renderApp("/sip");
    await findTable();
    const row = findRow(account.name);
    expect(row.getByText("не задан")).toBeVisible();
    expect(row.getByText("нет активного")).toBeVisible();
  });

  it('of an account that is being created shows that, not "offline"', async () => {
    await renderApp("/sip");
    await findTable();
    expect(findRow(accountAt(6).name).getByText("Создаётся")).toBeVisible();
  });

  it("shows a script, signs and emoji in a name as text", async () => {
    const name = `<script>alert("1")</script> & 🍕 ${"я".repeat(160)}`;
    accountAt(0).name = name;
    await renderApp("/sip");
    await findTable();
    expect(screen.getByRole("link", { name })).toHaveTextContent(name);
    expect(document.querySelector("script")).toBeNull();
  });

  it("opens the account on a click anywhere on it", async () => {
    const { user, address } = await renderApp("/sip");
    await findTable();
    await user.click(findRow(accountAt(2).name).getByText(String(accountAt(2).number)));
    await waitFor(() => expect(address()).toBe(`/sip/${accountAt(2).id}`));
  });
});

async function openHeld(path = "/sip") {
  // Open the office first: opening one removes the sandbox overrides.
  openOffice({ accounts: 250 });
  const held = holdLaterPages();
  await renderApp(path);
  return held;
}

async function openFailing() {
  openOffice({ accounts: 250 });
  const failing = failLaterPages();
  return { ...failing, ...(await renderApp("/sip")) };
}

describe("a list of many pages", () => {
  it("shows the first page at once with its progress, then all of them", async () => {
    const { release } = await openHeld();
    expect(await screen.findByText("Загружено 100 из 250…")).toBeVisible();
    expect(screen.getByRole("progressbar")).toBeVisible();
    expect(screen.getByText("100 аккаунтов")).toBeVisible();
    expect(await findTable()).toBeVisible();
    release();
    expect(await screen.findByText("250 аккаунтов")).toBeVisible();
    expect(screen.queryByRole("progressbar")).toBeNull();
    expect(requests("GET /sip")).toHaveLength(3);
  });

  it('does not show "no match" while the rest is still loading', async () => {
    const { release } = await openHeld("/sip?q=ничего-такого");
    expect(await screen.findByText(/остальное ещё загружается/)).toBeVisible();
    release();
    expect(await screen.findByText(/Здесь нет ничего с «ничего-такого»/)).toBeVisible();
  });

  it("shows that it is incomplete when a page failed, and is complete after a retry", async () => {
    const { user, recover } = await openFailing();
    const notice = await screen.findByText(/Загружено только 100 из 250/);
    expect(notice.closest("[role=alert]")).toBeVisible();
    expect(await findTable()).toBeVisible();
    recover();
    await user.click(screen.getByRole("button", { name: "Повторить" }));
    expect(await screen.findByText("250 аккаунтов")).toBeVisible();
    expect(screen.queryByText(/Загружено только/)).toBeNull();
  });

  it("mounts only the rows in view", async () => {
    await renderApp("/sip", { accounts: 1000 });
    expect(await screen.findByText("1000аккаунтов", { normalizer: withoutSpaces })).toBeVisible();
    expect(screen.getAllByRole("row").length).toBeLessThan(60);
    expect(await findTable()).toHaveAttribute("aria-rowcount", "1001");
  });
});

describe("an office without accounts", () => {
  it("explains the first step", async () => {
    const { user, address } = await renderApp("/sip", { accounts: 0 });
    expect(await screen.findByRole("heading", { name: "Аккаунтов пока нет" })).toBeVisible();
    const [first] = screen.getAllByRole("link", { name: "Создать аккаунт" }).slice(-1);
    if (first !== undefined) await user.click(first);
    await waitFor(() => expect(address()).toBe("/sip/new"));
  });
});

describe("when the list can't be read", () => {
  it.each([
    ["status:401", "Провайдер не принял токен этого сервера"],
    ["status:403", "Провайдер отказал в доступе"],
    ["status:500", "Сбой на стороне провайдера"],
    ["drop", "Нет связи с сервером"],
    ["html", "Ответ провайдера не удалось понять"],
    ["truncate", "Ответ провайдера не удалось понять"],
    ["success-false", "Сбой на стороне провайдера"],
  ])("%s is shown as text, once, and Retry refetches the list", async (kind, title) => {
    fault({ operation: "GET /sip", fault: kind });
    const { user } = await renderApp("/sip");
    const alert = await screen.findByRole("alert");
    expect(within(alert).getByRole("heading", { name: title })).toBeVisible();
    expect(screen.getAllByText(title)).toHaveLength(1);
    fault();
    await user.click(within(alert).getByRole("button", { name: "Повторить" }));
    expect(await findTable()).toBeVisible();
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

describe("when a refresh fails", () => {
  it("keeps the rows, shows the error and their age, and recovers", async () => {
    const { user } = await renderApp("/sip");
    await findTable();
    fault({ operation: "GET /sip", fault: "status:401" });
    await user.click(screen.getByRole("button", { name: "Обновить" }));
    const reason = /Не удалось обновить: Провайдер не принял токен.*Показаны данные на \d\d:\d\d/;
    expect(await screen.findByText(reason)).toBeVisible();
    expect(findRow(accountAt(0).name).getByText("В сети")).toBeVisible();
    fault();
    await user.click(screen.getByRole("button", { name: "Повторить" }));
    await waitFor(() => expect(screen.queryByText(reason)).toBeNull());
  });
});

it("a refresh that is retried shows that, with the age of what is shown", async () => {
  const { user } = await renderApp("/sip");
  await findTable();
  fault(
    { operation: "GET /sip", fault: "status:500", times: 1 },
    { operation: "GET /sip", fault: "hang" },
  );
  await user.click(screen.getByRole("button", { name: "Обновить" }));
  const text = /^Сбой на стороне провайдера\. Пробуем ещё раз… (Только что о|О)бновлено/;
  expect(await screen.findByText(text)).toBeVisible();
});

describe("a refresh that fails", () => {
  it.each([
    ["status:500", 3],
    ["drop", 3],
    ["status:401", 1],
    ["status:404", 1],
  ])("with %s is tried %d times in all", async (kind, times) => {
    const { client } = await renderApp("/sip");
    await findTable();
    fault({ operation: "GET /sip", fault: kind });
    await client.refetchQueries({ queryKey: ["listSipAccounts"] });
    expect(requests("GET /sip")).toHaveLength(1 + times);
  });
});

describe("when the statuses can't be read", () => {
  it("shows the accounts with an unknown status", async () => {
    fault({ operation: "GET /sip/statuses", fault: "status:500" });
    await renderApp("/sip");
    await findTable();
    await screen.findByText(/Сбой на стороне провайдера/);
    expect(findRow(accountAt(0).name).getByText("Статус неизвестен")).toBeVisible();
    const unknown = screen.getByRole("button", { name: /Статус неизвестен/ });
    expect(unknown).toHaveTextContent(String(office().accounts.size - 1));
  });

  it("shows that, and no time for data that never arrived", async () => {
    fault({ operation: "GET /sip/statuses", fault: "status:403" });
    await renderApp("/sip");
    await findTable();
    const notice = await screen.findByText(/Провайдер отказал в доступе/);
    expect(notice).not.toHaveTextContent(
      new Intl.DateTimeFormat("ru", { timeStyle: "short" }).format(0),
    );
  });
});
