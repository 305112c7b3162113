import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { renderApp } from "#app/testing/renderApp.tsx";
import { setOffline } from "#app/testing/statuses.ts";
import { rememberForwarding } from "#app/testing/remembered.ts";
import {
  accountAt,
  fault,
  office,
  requests,
  setHistory,
  setRemembered,
  setWatched,
} from "#app/testing/sandbox.ts";

const page = (index = 0) => `/sip/${accountAt(index).id}`;
const credentials = () => within(screen.getByRole("region", { name: "Данные для подключения" }));
const show = () => credentials().getByRole("button", { name: "Показать пароль" });

const passwords = () => [...office().accounts.values()].map(({ password }) => password);
const leaked = (text: string) => passwords().filter((password) => text.includes(password));
const clipboard = () => navigator.clipboard.readText();

async function openAccount(path = page()) {
  const app = await renderApp(path);
  await screen.findByRole("region", { name: "Данные для подключения" });
  const cache = () =>
    JSON.stringify(
      app.client
        .getQueryCache()
        .getAll()
        .map(({ state }) => state),
    );
  return { ...app, cache, html: () => document.documentElement.outerHTML };
}

// Long enough not to occur in another text by chance.
beforeEach(() => {
  for (const account of office().accounts.values()) account.password = `Secret-${account.id}-Zq7m`;
});

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const diagnosis = () => within(screen.getByRole("region", { name: "Зазвонит ли телефон" }));

describe("the page of an account", () => {
  it("shows name, state, settings and scenarios", async () => {
    await openAccount();
    const { name, number, role, login, scenarios } = accountAt(0);
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(`${number} ${name}`);
    expect(screen.getByText("В сети")).toBeVisible();
    const settings = within(screen.getByRole("region", { name: "Настройки" }));
    expect(settings.getByText(role)).toBeVisible();
    expect(settings.getByText(/^\+7 /)).toBeVisible();
    // No fact twice: extension and name are the page's title.
    for (const fact of [name, String(number), login, role]) {
      expect(screen.queryAllByText(fact, { exact: true }).length).toBeLessThan(2);
    }
    const list = within(screen.getByRole("region", { name: "Сценарии" }));
    for (const { name: of } of scenarios) expect(await list.findByText(of)).toBeVisible();
    expect(list.getAllByText("Активный")).toHaveLength(1);
  });

  it("warns first that the active scenario does not ring the phone, and links to it", async () => {
    const account = accountAt(0);
    const active = account.scenarios[1];
    if (active === undefined) throw new Error("The account has one scenario only");
    active.sipTimeout = 0;
    account.activeId = active.id;
    await openAccount();
    expect(await diagnosis().findByText(/звонит на этот телефон 0.с/)).toBeVisible();
    expect(diagnosis().getByRole("link", { name: "Изменить сценарий" })).toHaveAttribute(
      "href",
      `/sip/${account.id}/scenarios/${active.id}/edit`,
    );
    // The scenario's drawing shows the same text.
    expect(await screen.findByText(/SIP-телефон не звонит$/)).toBeVisible();
  });

  it("warns first that the phone is offline and that no scenario is active, with what to do", async () => {
    const account = accountAt(0);
    account.activeId = null;
    setOffline([account.id]);
    const { user } = await openAccount();
    await diagnosis().findByText(/Ни один сценарий не активен/);
    expect(screen.getByRole("region", { name: "Зазвонит ли телефон" })).toHaveTextContent(
      /^Телефон не в сети.*: звонки до него не доходят\..*Ни один сценарий не активен/,
    );
    await user.click(diagnosis().getByText("Что проверить"));
    await user.click(diagnosis().getByRole("button", { name: "Скопировать для заявки" }));
    expect(await screen.findByText("Текст для заявки: скопировано")).toBeVisible();
    expect(await clipboard()).toMatch(
      /Звонит ли: Телефон не в сети.*не доходят\. Ни один сценарий не активен/,
    );
    await user.click(diagnosis().getByRole("button", { name: "Данные для подключения" }));
    expect(screen.getByRole("heading", { name: "Данные для подключения" })).toHaveFocus();
    await user.click(diagnosis().getByRole("button", { name: "Выбрать сценарий" }));
    expect(screen.getByRole("heading", { name: "Сценарии" })).toHaveFocus();
  });

  it("says since when the server has seen a phone offline, and how often it dropped", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(2026, 10, 27, 14, 32) });
    const account = accountAt(0);
    setOffline([account.id]);
    const before = { at: ago(55), state: "online" } as const;
    const times = [50, 45, 40, 35, 30] as const;
    const changes = times.map((at, place) => ({
      at: ago(at),
      state: place % 2 === 0 ? ("offline" as const) : ("online" as const),
    }));
    setHistory({ before, changes, lookedAt: ago(0) });
    setWatched({ kind: "sip", id: account.id, state: "offline", since: ago(30) });
    await openAccount();
    expect(await diagnosis().findByText(/Телефон не в сети с 14:02, 30.мин:/)).toBeVisible();
    expect(diagnosis().getByText(/за последний час телефон пропадал из сети 3 раза/)).toBeVisible();
  });

  it("names the external number that leads here and is not registered", async () => {
    const account = accountAt(0);
    const connection = office().externalNumbers.find(({ type }) => type === "ate");
    const number_id = connection?.id ?? 0;
    setRemembered(
      rememberForwarding({
        number_type: "ate",
        number_id,
        type: "sip",
        cli_type: "Y",
        sip_id: account.id,
      }),
    );
    setWatched({ kind: "external", id: number_id, state: "offline", since: ago(1) });
    await openAccount();
    const sentence = await diagnosis().findByText(/^Внешний номер \+7.* не зарегистрирован с /);
    expect(sentence).toBeVisible();
    expect(diagnosis().getByRole("link", { name: "Открыть внешний номер" })).toHaveAttribute(
      "href",
      `/external-numbers/ate/${number_id}`,
    );
    // The phone itself is well.
    expect(diagnosis().getByText(/^Зазвонит/)).toBeVisible();
  });

  it("reports that nothing is wrong for a healthy account", async () => {
    await openAccount();
    expect(
      await diagnosis().findByText(/Зазвонит: телефон в сети.*Сценарий «.+» звонит на него \d+.с/),
    ).toBeVisible();
  });

  it.each(["/sip/999999", "/sip/0", "/sip/abc", "/sip/25abc", "/sip/-1"])(
    'shows "no such account" for %s',
    async (path) => {
      await renderApp(path);
      expect(await screen.findByRole("heading", { name: "Такого аккаунта нет" })).toBeVisible();
    },
  );

  it("shows that an account is still being created", async () => {
    await openAccount(page(6));
    expect(screen.getByText(/Платформа ещё создаёт этот аккаунт/)).toBeVisible();
  });

  it("keeps cached data when a refresh fails, and shows the error", async () => {
    const { client } = await openAccount();
    fault({ operation: "GET /sip/{id}", fault: "status:401" });
    await act(() => client.refetchQueries({ queryKey: ["getSipAccount"] }));
    expect(await screen.findByText(/Не удалось обновить: Провайдер не принял токен/)).toBeVisible();
    expect(credentials().getByText(accountAt(0).login)).toBeVisible();
  });

  it("shows that somebody deleted the account meanwhile", async () => {
    const { client } = await openAccount();
    office().accounts.delete(accountAt(0).id);
    await act(() => client.refetchQueries({ queryKey: ["getSipAccount"] }));
    expect(await screen.findByText(/Этого аккаунта у провайдера больше нет/)).toBeVisible();
  });
});

describe("the password", () => {
  it("is not in the document until it is revealed", async () => {
    const { html, cache } = await openAccount();
    expect(credentials().getByText("Пароль скрыт")).toBeInTheDocument();
    expect(leaked(html() + cache())).toEqual([]);
  });

  it("is shown on demand and hidden again, and never cached", async () => {
    const { user, cache, html } = await openAccount();
    await user.click(show());
    expect(await credentials().findByText(accountAt(0).password)).toBeVisible();
    expect(leaked(cache())).toEqual([]);
    await user.click(credentials().getByRole("button", { name: "Скрыть пароль" }));
    expect(leaked(html())).toEqual([]);
  });

  it("is dropped when the page is left, and not shown for another account", async () => {
    const { user, router, cache, html } = await openAccount();
    await user.click(show());
    await credentials().findByText(accountAt(0).password);
    await act(() => router.navigate(page(1)));
    await screen.findByText(accountAt(1).login);
    expect(credentials().getByText("Пароль скрыт")).toBeInTheDocument();
    expect(leaked(html() + cache())).toEqual([]);
    await act(() => router.navigate(page(0)));
    await screen.findByText(accountAt(0).login);
    expect(leaked(html() + cache())).toEqual([]);
  });

  it("is hidden when the page goes into the back/forward cache", async () => {
    const { user, html } = await openAccount();
    await user.click(show());
    await credentials().findByText(accountAt(0).password);
    act(() => {
      dispatchEvent(new Event("pagehide"));
    });
    expect(leaked(html())).toEqual([]);
  });

  it("that can't be fetched shows why, stays hidden, and can be retried", async () => {
    const { user } = await openAccount();
    fault({ operation: "GET /sip/{id}", fault: "status:403", times: 1 });
    await user.click(show());
    const alert = await credentials().findByRole("alert");
    expect(alert).toHaveTextContent("Провайдер отказал в доступе. Пароль получить не удалось.");
    await user.click(show());
    expect(await credentials().findByText(accountAt(0).password)).toBeVisible();
    expect(credentials().queryByRole("alert")).toBeNull();
  });

  it("that the provider did not return is reported as missing", async () => {
    accountAt(0).password = "";
    const { user } = await openAccount();
    await user.click(show());
    expect(await credentials().findByText("Провайдер не вернул пароль")).toBeVisible();
  });
});

describe("copying", () => {
  it.each([
    ["Сервер", () => accountAt(0).server],
    ["Логин", () => accountAt(0).login],
    ["Пароль", () => accountAt(0).password],
  ])("%s with one click shows a toast", async (what, value) => {
    const { user, html, cache } = await openAccount();
    await user.click(credentials().getByRole("button", { name: `Скопировать: ${what}` }));
    expect(await screen.findByText(`${what}: скопировано`)).toBeVisible();
    expect(await clipboard()).toBe(value());
    expect(leaked(html() + cache())).toEqual([]);
  });

  it("all three credentials gives lines that can be sent to a colleague", async () => {
    const { user } = await openAccount();
    await user.click(credentials().getByRole("button", { name: "Скопировать всё" }));
    await screen.findByText(/скопировано/);
    const { server, login, password } = accountAt(0);
    expect(await clipboard()).toBe(`Сервер: ${server}\nЛогин: ${login}\nПароль: ${password}`);
  });

  it("that fails shows an error", async () => {
    const { user } = await openAccount();
    fault({ operation: "GET /sip/{id}", fault: "status:403" });
    await user.click(credentials().getByRole("button", { name: "Скопировать: Пароль" }));
    expect(await screen.findByText("Провайдер отказал в доступе")).toBeVisible();
    await waitFor(() => expect(requests("GET /sip/{id}").length).toBeGreaterThan(1));
    expect(screen.queryByText(/: скопировано/)).toBeNull();
  });
});
