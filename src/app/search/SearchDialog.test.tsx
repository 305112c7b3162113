import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { ANNA, requireLogin, VERA } from "#app/testing/login.ts";
import { rememberForwarding } from "#app/testing/remembered.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, fault, office, requests, setRemembered } from "#app/testing/sandbox.ts";
import { storeUser } from "#domain/smartNumbers/users.ts";

const dialog = () => screen.getByRole("dialog", { name: "Поиск" });
const field = () => within(dialog()).getByRole("combobox", { name: "Поиск по всему" });
const group = (name: string) => within(dialog()).getByRole("group", { name });
const options = (within_ = dialog()) => within(within_).queryAllByRole("option");
const chosen = () => {
  const id = field().getAttribute("aria-activedescendant") ?? "";
  return document.getElementById(id)?.textContent;
};
const title = () => screen.getByRole("heading", { level: 1, hidden: true });

/** Opens the search over a page that reads nothing of what is searched. */
async function openSearch(path = "/voicemail") {
  const app = await renderApp(path);
  await app.user.keyboard("{Control>}k{/Control}");
  await waitFor(() => expect(field()).toHaveFocus());
  const type = async (text: string) => {
    await app.user.clear(field());
    await app.user.type(field(), text);
  };
  /** Types and waits for a group with an option. */
  const expectFound = async (text: string, name: string, option: RegExp) => {
    await type(text);
    await waitFor(() =>
      expect(within(group(name)).getByRole("option", { name: option })).toBeVisible(),
    );
  };
  return { ...app, type, expectFound };
}

describe("the search", () => {
  it("opens by its button and its keys, and gives the focus back", async () => {
    const { user } = await renderApp("/voicemail");
    const button = screen.getByRole("button", { name: "Поиск" });
    const close = async () => {
      await waitFor(() => expect(field()).toHaveFocus());
      await user.keyboard("{Escape}");
      expect(screen.queryByRole("dialog")).toBeNull();
    };
    await user.click(button);
    await close();
    expect(button).toHaveFocus();
    await user.keyboard("/");
    await close();
    // The same keys of a Russian layout.
    fireEvent.keyDown(document.body, { key: ".", code: "Slash" });
    await close();
    fireEvent.keyDown(document.body, { key: "л", code: "KeyK", ctrlKey: true });
    await close();
    fireEvent.keyDown(document.body, { key: "k", code: "KeyK", metaKey: true });
    await close();
  });

  it("is not opened by / in a field, or over a panel; Ctrl+K opens it from there", async () => {
    const { user } = await renderApp("/sip");
    const filter = await screen.findByRole("searchbox");
    await user.type(filter, "1/2");
    expect(filter).toHaveValue("1/2");
    await user.keyboard("{Control>}k{/Control}");
    await waitFor(() => expect(field()).toHaveFocus());
    await user.keyboard("{Escape}");
    expect(filter).toHaveFocus();
    await user.click(screen.getByRole("button", { name: "Песочница" }));
    const panel = await screen.findByRole("dialog");
    fireEvent.keyDown(panel, { key: "/", code: "Slash" });
    expect(screen.queryByRole("combobox", { name: "Поиск по всему" })).toBeNull();
  });

  it("offers the screens and actions before anything is typed", async () => {
    const { user } = await openSearch();
    expect(options(group("Экраны"))[0]).toHaveTextContent("Обзор");
    expect(chosen()).toBe("Обзор");
    await user.keyboard("{ArrowUp}");
    expect(chosen()).toBe("Настроить оповещения браузера");
    await user.keyboard("{ArrowDown}{ArrowDown}");
    expect(chosen()).toBe("SIP-аккаунты");
    await user.keyboard("{End}");
    expect(chosen()).toBe("Настроить оповещения браузера");
    await user.keyboard("{Home}");
    expect(chosen()).toBe("Обзор");
  });

  it("opens what Enter chooses: the page's title has the focus", async () => {
    const { expectFound, user, address } = await openSearch();
    const { name, id } = accountAt(0);
    await expectFound(name.slice(0, 5), "SIP-аккаунты", new RegExp(name));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(address()).toBe(`/sip/${id}`));
    expect(screen.queryByRole("dialog", { name: "Поиск" })).toBeNull();
    await waitFor(() => expect(title()).toHaveFocus());
  });

  it("takes what is typed, and not what is still on screen", async () => {
    const { expectFound, address } = await openSearch();
    await expectFound(accountAt(0).name, "SIP-аккаунты", new RegExp(accountAt(0).name));
    const input = field();
    const { number, id } = accountAt(3);
    act(() => {
      fireEvent.change(input, { target: { value: String(number) } });
      fireEvent.keyDown(input, { key: "Enter" });
    });
    await waitFor(() => expect(address()).toBe(`/sip/${id}`));
  });

  it("on the page that is open already gives its title the focus", async () => {
    const { type, user, address } = await openSearch("/voicemail");
    await type("голосовая");
    await waitFor(() => expect(chosen()).toBe("Голосовая почта"));
    await user.click(options()[0] as HTMLElement);
    expect(address()).toBe("/voicemail");
    expect(title()).toHaveFocus();
  });
});

it("everything is found: people, any number, countries, screens, actions, on either layout", async () => {
  storeUser({ id: 12, numbers: 17 });
  const external = office().externalNumbers.find(({ type }) => type === "ate");
  setRemembered(
    rememberForwarding({
      number_type: "ate",
      number_id: external?.id ?? 0,
      type: "number",
      destination_number: "79161234567",
      cli_type: "N",
    }),
  );
  const { expectFound, type, user, address } = await openSearch();
  await expectFound("htctgity", "SIP-аккаунты", /Ресепшен/);
  expect(
    within(dialog()).getByText("Найдено как «ресепшен»: в другой раскладке клавиатуры."),
  ).toBeVisible();
  expect(options(group("SIP-аккаунты"))[0]).toHaveTextContent(/(В сети|Не в сети|Создаётся)$/);
  await expectFound("8 (999) 333-22", "SIP-аккаунты", /Переговорная «Байкал»/);
  await expectFound(external?.number.slice(1) ?? "", "Внешние номера", /\+7/);
  await expectFound("8 916 123-45-67", "Переадресация", /^\+7.916.123-45-67.*сюда идут звонки/);
  await expectFound("клиент 11", "Умные номера", /Клиент 11.*ведёт на/);
  await expectFound("cuba", "Направления", /Куба\+53 · Cuba/);
  await expectFound("журн", "Экраны", /Журнал/);
  await expectFound("новый сотрудник", "Действия", /Создать аккаунт/);
  await expectFound("открыть +53", "Действия", /Открыть направление: Куба, \+53/);
  await type("2");
  const all = await within(dialog()).findByRole("option", { name: "Показать все 8 в списке" });
  await user.click(all);
  expect(address()).toBe("/sip?q=2");
});

it("nothing found is said, with what was tried", async () => {
  const { type } = await openSearch();
  await type("zzzqq");
  expect(
    await within(dialog()).findByRole("heading", { name: "Ничего не нашлось: «zzzqq»" }),
  ).toBeVisible();
  expect(within(dialog()).getByText(/^«яяяйй», в другой раскладке/)).toBeVisible();
  expect(field()).toHaveAttribute("aria-expanded", "false");
  expect(within(dialog()).queryByRole("listbox")).toBeNull();
});

it("what can't be read is said once, the rest is found, and trying again reads it", async () => {
  fault(
    { operation: "GET /number/external", fault: "status:500" },
    { operation: "GET /directions/allow", fault: "status:500" },
  );
  const { expectFound, user, type } = await openSearch();
  const notice = await within(dialog()).findByText(/^Не загрузилось: Внешние номера/);
  expect(notice).toHaveTextContent(/Поиск идёт по всему остальному\.$/);
  await expectFound("ресепшен", "SIP-аккаунты", /Ресепшен/);
  expect(within(dialog()).getAllByText(/^Не загрузилось/)).toHaveLength(1);
  fault();
  await user.click(within(dialog()).getByRole("button", { name: "Повторить" }));
  await waitFor(() => expect(within(dialog()).queryByText(/^Не загрузилось/)).toBeNull());
  await type("910");
  await waitFor(() => expect(options(group("Внешние номера"))).not.toEqual([]));
});

describe("by role", () => {
  it("support sees no action that changes anything, and people are the administrator's", async () => {
    requireLogin({ user: VERA });
    const { expectFound } = await openSearch();
    expect(options(group("Действия")).map(({ textContent }) => textContent)).toEqual([
      "Проверить номер",
      "Настроить оповещения браузера",
    ]);
    expect(within(group("Экраны")).queryByText("Люди")).toBeNull();
    await expectFound("открыть куба", "Направления", /Куба/);
    expect(within(dialog()).queryByRole("group", { name: "Действия" })).toBeNull();
  });

  it("an administrator finds who may sign in", async () => {
    requireLogin({ user: ANNA });
    const { expectFound } = await openSearch();
    await expectFound("роли", "Экраны", /Люди/);
    await expectFound("пригла", "Действия", /Пригласить человека/);
  });

  it("a wall has no search, and asks for nothing of it", async () => {
    requireLogin({ user: { ...VERA, role: "wall" } });
    const { user } = await renderApp("/voicemail");
    await user.keyboard("/");
    await user.keyboard("{Control>}k{/Control}");
    expect(screen.queryByRole("button", { name: "Поиск" })).toBeNull();
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(requests("GET /number/external")).toEqual([]);
  });
});

it("nothing is read before the search is opened", async () => {
  const { user } = await renderApp("/voicemail");
  expect(requests("GET /sip")).toEqual([]);
  await user.keyboard("/");
  await waitFor(() => expect(requests("GET /sip")).not.toEqual([]));
});
