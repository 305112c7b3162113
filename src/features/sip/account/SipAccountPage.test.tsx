import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { renderApp } from "#app/testing/renderApp.tsx";
import { setOffline } from "#app/testing/statuses.ts";
import { accountAt, fault, office, requests } from "#app/testing/sandbox.ts";

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

// Short ones could stand in any text by chance.
beforeEach(() => {
  for (const account of office().accounts.values()) account.password = `Secret-${account.id}-Zq7m`;
});

const verdict = () => within(screen.getByRole("region", { name: "Зазвонит ли телефон" }));

describe("the page of an account", () => {
  it("says who it is, its state, its settings and its scenarios", async () => {
    await openAccount();
    const { name, number, role, scenarios } = accountAt(0);
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(`${number} ${name}`);
    expect(screen.getByText("В сети")).toBeVisible();
    const settings = within(screen.getByRole("region", { name: "Настройки" }));
    for (const text of [String(number), name, role]) expect(settings.getByText(text)).toBeVisible();
    const list = within(screen.getByRole("region", { name: "Сценарии" }));
    for (const { name: of } of scenarios) expect(await list.findByText(of)).toBeVisible();
    expect(list.getAllByText("Активный")).toHaveLength(1);
  });

  it("says first that the active scenario does not ring the phone, and leads to it", async () => {
    const account = accountAt(0);
    const active = account.scenarios[1];
    if (active === undefined) throw new Error("The account has one scenario only");
    active.sipTimeout = 0;
    account.activeId = active.id;
    await openAccount();
    expect(await verdict().findByText(/звонит на этот телефон 0.с/)).toBeVisible();
    expect(verdict().getByRole("link", { name: "Изменить сценарий" })).toHaveAttribute(
      "href",
      `/sip/${account.id}/scenarios/${active.id}/edit`,
    );
    // The same in its drawing's words.
    expect(await screen.findByText(/SIP-телефон не звонит$/)).toBeVisible();
  });

  it("says first that no scenario is active and that the phone is offline", async () => {
    const account = accountAt(0);
    account.activeId = null;
    setOffline([account.id]);
    const { user } = await openAccount();
    expect(await verdict().findByText(/Ни один сценарий не активен/)).toBeVisible();
    expect(verdict().getByRole("link", { name: "Что проверить" })).toHaveAttribute(
      "href",
      `/status/${account.id}`,
    );
    await user.click(verdict().getByRole("button", { name: "Выбрать сценарий" }));
    expect(screen.getByRole("heading", { name: "Сценарии" })).toHaveFocus();
  });

  it("says that nothing is wrong where nothing is", async () => {
    await openAccount();
    expect(await verdict().findByText(/Всё в порядке: телефон в сети\. Звонит/)).toBeVisible();
  });

  it.each(["/sip/999999", "/sip/0", "/sip/abc", "/sip/25abc", "/sip/-1"])(
    "%s is no account, and says so",
    async (path) => {
      await renderApp(path);
      expect(await screen.findByRole("heading", { name: "Такого аккаунта нет" })).toBeVisible();
    },
  );

  it("says that an account is still being created", async () => {
    await openAccount(page(6));
    expect(screen.getByText(/Платформа ещё создаёт этот аккаунт/)).toBeVisible();
  });

  it("keeps what it knows when a refresh fails, and says so", async () => {
    const { client } = await openAccount();
    fault({ operation: "GET /sip/{id}", fault: "status:401" });
    await act(() => client.refetchQueries({ queryKey: ["getSipAccount"] }));
    expect(await screen.findByText(/Не удалось обновить: Провайдер не принял токен/)).toBeVisible();
    expect(credentials().getByText(accountAt(0).login)).toBeVisible();
  });

  it("says when somebody deleted it meanwhile", async () => {
    const { client } = await openAccount();
    office().accounts.delete(accountAt(0).id);
    await act(() => client.refetchQueries({ queryKey: ["getSipAccount"] }));
    expect(await screen.findByText(/Этого аккаунта у провайдера больше нет/)).toBeVisible();
  });
});

describe("the password", () => {
  it("stands nowhere until it is asked for", async () => {
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

  it("is gone after the page is left, and not there for another account", async () => {
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

  it("is hidden when the browser puts the page away", async () => {
    const { user, html } = await openAccount();
    await user.click(show());
    await credentials().findByText(accountAt(0).password);
    act(() => {
      dispatchEvent(new Event("pagehide"));
    });
    expect(leaked(html())).toEqual([]);
  });

  it("that can't be fetched says why, stays hidden, and may be asked for again", async () => {
    const { user } = await openAccount();
    fault({ operation: "GET /sip/{id}", fault: "status:403", times: 1 });
    await user.click(show());
    const told = await credentials().findByRole("alert");
    expect(told).toHaveTextContent("Провайдер отказал в доступе. Пароль получить не удалось.");
    await user.click(show());
    expect(await credentials().findByText(accountAt(0).password)).toBeVisible();
    expect(credentials().queryByRole("alert")).toBeNull();
  });

  it("that the provider did not return is not guessed", async () => {
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
  ])("%s with one click, and says that it did", async (what, value) => {
    const { user, html, cache } = await openAccount();
    await user.click(credentials().getByRole("button", { name: `Скопировать: ${what}` }));
    expect(await screen.findByText(`${what}: скопировано`)).toBeVisible();
    expect(await clipboard()).toBe(value());
    expect(leaked(html() + cache())).toEqual([]);
  });

  it("all three as lines that can be sent to a colleague", async () => {
    const { user } = await openAccount();
    await user.click(credentials().getByRole("button", { name: "Скопировать всё" }));
    await screen.findByText(/скопировано/);
    const { server, login, password } = accountAt(0);
    expect(await clipboard()).toBe(`Сервер: ${server}\nЛогин: ${login}\nПароль: ${password}`);
  });

  it("that fails says so", async () => {
    const { user } = await openAccount();
    fault({ operation: "GET /sip/{id}", fault: "status:403" });
    await user.click(credentials().getByRole("button", { name: "Скопировать: Пароль" }));
    expect(await screen.findByText("Провайдер отказал в доступе")).toBeVisible();
    await waitFor(() => expect(requests("GET /sip/{id}").length).toBeGreaterThan(1));
    expect(screen.queryByText(/: скопировано/)).toBeNull();
  });
});
