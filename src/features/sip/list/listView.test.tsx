import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, office } from "#app/testing/sandbox.ts";

const names = () =>
  screen
    .getAllByRole("row")
    .map((row) => within(row).queryByRole("link")?.textContent)
    .filter((name) => name !== undefined);
const search = () => screen.getByRole("searchbox", { name: "Поиск SIP-аккаунтов" });
const filter = (name: RegExp) => screen.getByRole("button", { name });
const header = (name: string) => screen.getByRole("columnheader", { name });

const counted = (name: RegExp) => Number(/\d+$/.exec(filter(name).textContent)?.[0]);

async function openList(path = "/sip") {
  const app = await renderApp(path);
  await screen.findByRole("table");
  return app;
}

describe("the search", () => {
  it("filters while typing, and updates the address", async () => {
    const { user, address } = await openList();
    await user.type(search(), "БУХГ");
    await waitFor(() => expect(names()).toEqual(["Бухгалтерия"]));
    expect(new URLSearchParams(address().split("?")[1]).get("q")).toBe("БУХГ");
    expect(screen.getByText(/^1 из 8 аккаунтов/)).toBeVisible();
  });

  it("is read from the address", async () => {
    await openList(`/sip?q=${accountAt(3).number}`);
    expect(search()).toHaveValue(String(accountAt(3).number));
    expect(names()).toEqual([accountAt(3).name]);
  });

  it("adds no history entry per letter, and Escape clears it", async () => {
    const { user, address, router } = await openList();
    await user.type(search(), "склад");
    await waitFor(() => expect(names()).toEqual(["Склад"]));
    await user.keyboard("{Escape}");
    expect(search()).toHaveValue("");
    await waitFor(() => expect(address()).toBe("/sip"));
    await router.navigate(-1);
    await waitFor(() => expect(address()).toBe("/voicemail"));
  });

  it.each(["(?<[\\", "🍕", "%2&q=1+"])("«%s» breaks nothing", async (text) => {
    const { user } = await openList();
    await user.click(search());
    await user.paste(text);
    expect(await screen.findByRole("heading", { name: "Ничего не нашлось" })).toBeVisible();
  });

  it("without a match shows how to clear it", async () => {
    const { user, address } = await openList("/sip?state=online&caller-id=none&sort=-name");
    await user.type(search(), "нет такого");
    await screen.findByRole("heading", { name: "Ничего не нашлось" });
    await user.click(screen.getByRole("button", { name: "Показать все" }));
    expect(await screen.findByText(/^8 аккаунтов/)).toBeVisible();
    expect(address()).toBe("/sip?sort=-name");
    expect(search()).toHaveValue("");
  });
});

describe("the filters", () => {
  it("show a state, are kept in the address, and Back undoes them", async () => {
    const { user, address, router } = await openList();
    const total = names().length;
    await user.click(filter(/^Не в сети/));
    await waitFor(() => expect(address()).toBe("/sip?state=offline"));
    expect(filter(/^Не в сети/)).toHaveAttribute("aria-pressed", "true");
    const states = screen.getAllByRole("row").map((row) => row.textContent);
    expect(states.slice(1).every((text) => text.startsWith("Не в сети"))).toBe(true);
    await router.navigate(-1);
    await waitFor(() => expect(names()).toHaveLength(total));
    expect(filter(/^Все/)).toHaveAttribute("aria-pressed", "true");
  });

  it("count the accounts of each state", async () => {
    await openList();
    const [all, online, offline, creating] = [/^Все/, /^В сети/, /^Не в сети/, /^Создаются/].map(
      counted,
    );
    expect(all).toBe(8);
    expect(creating).toBe(1);
    expect((online ?? 0) + (offline ?? 0) + 1).toBe(8);
    const without = [...office().accounts.values()].filter(({ aonId }) => aonId === null);
    expect(counted(/^Без АОН/)).toBe(without.length);
  });

  it("show the accounts without a caller ID", async () => {
    await openList("/sip?caller-id=none");
    const without = [...office().accounts.values()].filter(({ aonId }) => aonId === null);
    expect(names().toSorted()).toEqual(without.map(({ name }) => name).toSorted());
  });
});

describe("the sort order", () => {
  it("is by extension, and reverses with each click on a header", async () => {
    const { user, address } = await openList();
    const numbers = [...office().accounts.values()];
    const byName = numbers.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, "ru"));
    expect(header("Добавочный")).toHaveAttribute("aria-sort", "ascending");
    expect(names()).toEqual(numbers.map(({ name }) => name).slice(0, names().length));
    await user.click(within(header("Имя")).getByRole("button"));
    await waitFor(() => expect(address()).toBe("/sip?sort=name"));
    expect(header("Имя")).toHaveAttribute("aria-sort", "ascending");
    await waitFor(() => expect(names()[0]).toBe(byName[0]));
    await user.click(within(header("Имя")).getByRole("button"));
    await waitFor(() => expect(address()).toBe("/sip?sort=-name"));
    expect(header("Имя")).toHaveAttribute("aria-sort", "descending");
    await waitFor(() => expect(names()[0]).toBe(byName.at(-1)));
    expect(header("Добавочный")).not.toHaveAttribute("aria-sort");
  });

  it("is read from the address", async () => {
    await openList("/sip?sort=state");
    expect(header("Статус")).toHaveAttribute("aria-sort", "ascending");
    expect(screen.getAllByRole("row")[1]).toHaveTextContent(/^Не в сети/);
  });

  it("falls back to the default for an invalid value in the address", async () => {
    await openList("/sip?sort=--password&state=asleep&caller-id=maybe");
    expect(header("Добавочный")).toHaveAttribute("aria-sort", "ascending");
    expect(screen.getByText(/^8 аккаунтов/)).toBeVisible();
  });
});
