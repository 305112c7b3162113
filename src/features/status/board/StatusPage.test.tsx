import "fake-indexeddb/auto";
import { notifyManager } from "@tanstack/react-query";
import { act, screen, waitFor, within } from "@testing-library/react";
import { deleteDB } from "idb";
import { afterEach, describe, expect, it } from "vitest";
import { failLaterPages } from "#app/testing/pages.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import {
  accountAt,
  fault,
  office,
  openOffice,
  requests,
  setAvailability,
} from "#app/testing/sandbox.ts";
import { setOffline } from "#app/testing/statuses.ts";

const STATUSES = "GET /sip/statuses";
const idAt = (index: number) => accountAt(index).id;
const names = () =>
  screen
    .getAllByRole("row")
    .map((row) => within(row).queryByRole("link")?.textContent)
    .filter((name) => name !== undefined);
const states = () =>
  screen
    .getAllByRole("row")
    .slice(1)
    .map((row) => within(row).getAllByRole("cell")[0]?.textContent ?? "");
const firstRow = () => screen.getAllByRole("row")[1];
const every = () => screen.getByRole("combobox", { name: "Обновлять" });
const counter = (name: RegExp) => screen.getByRole("button", { name });
const number = (name: RegExp) => Number(/\d+/.exec(counter(name).textContent)?.[0]);

afterEach(() => deleteDB("pult-watch-sandbox"));

async function openBoard(path = "/status") {
  const app = await renderApp(path);
  await screen.findByRole("table");
  await waitFor(() => expect(screen.queryByText("Статус неизвестен")).toBeNull());
  const poll = () =>
    act(async () => {
      await app.client.refetchQueries({ queryKey: ["listSipStatuses"] });
      // Components are notified in a task of its own, after those that were scheduled before.
      await new Promise<void>((resolve) => notifyManager.schedule(resolve));
    });
  return { ...app, poll };
}

describe("the board", () => {
  it("shows the accounts of all pages, offline first", async () => {
    openOffice({ accounts: 250 });
    await openBoard();
    await screen.findByRole("table", { name: "Табло: 250 аккаунтов" });
    const [first] = states();
    expect(first).toMatch(/^Не в сети/);
    const total = number(/^\d+ ?Не в сети/) + number(/^\d+ ?В сети/) + number(/^\d+ ?Создаётся/);
    expect(total).toBe(250);
  });

  it("counts the accounts by state; a click filters, and Back shows all again", async () => {
    setOffline([idAt(0), idAt(4)]);
    const { user, address, router } = await openBoard();
    expect(number(/Не в сети/)).toBe(2);
    expect(number(/Создаётся/)).toBe(1);
    expect(number(/В сети$/)).toBe(5);
    await user.click(counter(/Не в сети/));
    await waitFor(() => expect(address()).toBe("/status?state=offline"));
    expect(names()).toEqual([accountAt(0).name, accountAt(4).name]);
    expect(counter(/Не в сети/)).toHaveAttribute("aria-pressed", "true");
    await act(() => router.navigate(-1));
    await waitFor(() => expect(names().length).toBeGreaterThan(2));
  });

  it("moves a dropped account up, with the time since", async () => {
    setOffline([]);
    const { poll } = await openBoard();
    expect(states()[0]).not.toMatch(/Не в сети/);
    setOffline([idAt(7)]);
    await poll();
    await waitFor(() => expect(names()[0]).toBe(accountAt(7).name));
    await waitFor(() => expect(firstRow()).toHaveTextContent("замечено этим браузером"));
    expect(firstRow()).toHaveTextContent("меньше минуты");
  });

  it("marks a flapping account", async () => {
    setOffline([]);
    const { poll, user, address } = await openBoard();
    for (const offline of [[idAt(2)], [], [idAt(2)]]) {
      setOffline(offline);
      await poll();
    }
    expect(await screen.findByText("неустойчиво")).toBeVisible();
    await user.click(screen.getByRole("button", { name: /^Неустойчивые/ }));
    await waitFor(() => expect(address()).toBe("/status?only=flapping"));
    expect(names()).toEqual([accountAt(2).name]);
  });

  it("is searched from the header while typing", async () => {
    const { user, address } = await openBoard();
    await user.type(screen.getByRole("searchbox"), "бухг");
    await waitFor(() => expect(names()).toEqual(["Бухгалтерия"]));
    expect(new URLSearchParams(address().split("?")[1]).get("q")).toBe("бухг");
  });

  it("takes search, state and order from the URL", async () => {
    setOffline([idAt(1), idAt(2), idAt(3)]);
    await openBoard("/status?state=offline&sort=-extension");
    expect(names()).toEqual([3, 2, 1].map((index) => accountAt(index).name));
    const header = screen.getByRole("columnheader", { name: "Добавочный" });
    expect(header).toHaveAttribute("aria-sort", "descending");
  });

  it("shows only watched accounts", async () => {
    const { user } = await openBoard();
    const { number: extension, name } = accountAt(5);
    await user.click(screen.getByRole("button", { name: `Следить за ${extension} ${name}` }));
    await user.click(screen.getByRole("button", { name: /^Слежу/ }));
    await waitFor(() => expect(names()).toEqual([name]));
  });

  it("sorts and filters by what the server saw in seven days", async () => {
    setOffline([]);
    setAvailability(
      { id: idAt(1), drops: 2, share: 0.4 },
      { id: idAt(2), drops: 7, share: 0.97 },
      { id: idAt(3), drops: 0, share: 1 },
    );
    const { user, address } = await openBoard();
    await user.click(screen.getByRole("button", { name: "Пропадал за 7 дней" }));
    await waitFor(() => expect(firstRow()).toHaveTextContent("7 раз"));
    expect(firstRow()).toHaveTextContent("97 %");
    await user.click(screen.getByRole("button", { name: "В сети, раб. часы" }));
    await waitFor(() => expect(firstRow()).toHaveTextContent("40 %"));
    await user.click(screen.getByRole("button", { name: "Пропадали за 7 дней 2" }));
    await waitFor(() => expect(names()).toEqual([accountAt(1).name, accountAt(2).name]));
    expect(address()).toBe("/status?sort=share&week=dropped");
  });

  it("does not claim that nobody dropped while nothing is known of it", async () => {
    await renderApp("/status?week=dropped");
    expect(
      await screen.findByRole("heading", { name: "О последних 7 днях пока ничего не известно" }),
    ).toBeVisible();
  });

  it("stores the polling interval", async () => {
    const { user, unmount } = await openBoard();
    expect(every()).toHaveValue("10");
    await user.selectOptions(every(), "60");
    unmount();
    await openBoard();
    expect(every()).toHaveValue("60");
  });
});

it("the heading gets the focus when a poll removes the focused element", async () => {
  setOffline([idAt(4)]);
  const { poll } = await openBoard("/status?state=offline");
  const link = screen.getByRole("link", { name: accountAt(4).name });
  act(() => link.focus());
  setOffline([]);
  await poll();
  await waitFor(() => expect(link).not.toBeInTheDocument());
  await waitFor(() => expect(screen.getByRole("heading", { level: 1 })).toHaveFocus());
});

describe("the board with nothing to show", () => {
  it("explains itself in an office without accounts", async () => {
    await renderApp("/status", { accounts: 0 });
    expect(await screen.findByRole("heading", { name: "Следить пока не за кем" })).toBeVisible();
  });

  it("offers to clear a search without matches", async () => {
    const { user, address } = await openBoard("/status?sort=name");
    await user.type(screen.getByRole("searchbox"), "нет такого");
    await screen.findByRole("heading", { name: "Ничего не нашлось" });
    await user.click(screen.getByRole("button", { name: "Показать все" }));
    await screen.findByRole("table");
    expect(address()).toBe("/status?sort=name");
  });

  it("counts nobody as offline or online before any status was read", async () => {
    fault({ operation: STATUSES, fault: "status:403" });
    await renderApp("/status");
    expect(await screen.findByText(/Не загрузилось: статусы/)).toBeVisible();
    expect(counter(/^—Не в сети/)).toBeVisible();
    expect(counter(/^—В сети/)).toBeVisible();
    expect(number(/Статус неизвестен/)).toBe(7);
  });

  it("shows why it failed to load, and recovers", async () => {
    fault({ operation: "GET /sip", fault: "status:401" });
    const { user } = await renderApp("/status");
    const retry = await screen.findByRole("button", { name: "Повторить" });
    fault();
    await user.click(retry);
    expect(await screen.findByRole("table")).toBeVisible();
  });

  it("shows no count in the tab's title while the list is incomplete", async () => {
    openOffice({ accounts: 250 });
    const { recover } = failLaterPages();
    const { user } = await renderApp("/status");
    expect(await screen.findByText(/Загружено только 100 из 250/)).toBeVisible();
    expect(counter(/^\d+\+ ?Не в сети/)).toBeVisible();
    expect(document.title).toBe("Табло статусов · Pult");
    recover();
    await user.click(screen.getByRole("button", { name: "Повторить" }));
    await waitFor(() => expect(document.title).toMatch(/^\(\d+\) Табло/));
  });
});

describe("a poll that fails", () => {
  it.each(["status:500", "html"])(
    "with %s keeps the last data, shows its age, and is over with the next poll",
    async (what) => {
      const { poll } = await openBoard();
      const before = names();
      fault({ operation: STATUSES, fault: what });
      await poll();
      expect(await screen.findByText(/Не удалось обновить: статусы/)).toBeVisible();
      expect(names()).toEqual(before);
      fault();
      await poll();
      await waitFor(() => expect(screen.queryByText(/Не удалось обновить/)).toBeNull());
    },
  );

  it("on its second page removes no account from the board", async () => {
    openOffice({ accounts: 150 });
    const { poll } = await openBoard();
    await screen.findByRole("table", { name: "Табло: 150 аккаунтов" });
    fault(
      { operation: STATUSES, fault: "latency:0", times: 1 },
      { operation: STATUSES, fault: "truncate" },
    );
    await poll();
    expect(await screen.findByText(/Не удалось обновить: статусы/)).toBeVisible();
    expect(screen.getByRole("table", { name: "Табло: 150 аккаунтов" })).toBeVisible();
    expect(screen.queryByText("Статус неизвестен")).toBeNull();
  });

  it("is not retried before the next poll", async () => {
    const { poll } = await openBoard();
    const before = requests(STATUSES).length;
    fault({ operation: STATUSES, fault: "status:500" });
    await poll();
    expect(requests(STATUSES)).toHaveLength(before + 1);
  });
});

describe("an office that changes meanwhile", () => {
  it("is refetched when an account was created, deleted or renamed", async () => {
    const { poll } = await openBoard();
    const before = requests("GET /sip").length;
    accountAt(0).name = "Новое имя";
    office().accounts.delete(idAt(1));
    await poll();
    await waitFor(() => expect(names()).toContain("Новое имя"));
    expect(names()).toHaveLength(7);
    expect(requests("GET /sip")).toHaveLength(before + 1);
  });

  it("removes the accounts of a page that vanished between two polls", async () => {
    openOffice({ accounts: 101 });
    const { poll } = await openBoard();
    await screen.findByRole("table", { name: "Табло: 101 аккаунт" });
    const pages = requests(STATUSES).length;
    office().accounts.delete(idAt(100));
    await poll();
    expect(await screen.findByRole("table", { name: "Табло: 100 аккаунтов" })).toBeVisible();
    expect(requests(STATUSES)).toHaveLength(pages + 1);
    expect(screen.queryByText(/Загружено|не отдаёт/)).toBeNull();
  });

  it("shows an account without a status as unknown, and refetches once", async () => {
    setOffline([]);
    const { poll } = await openBoard();
    const before = requests("GET /sip").length;
    setOffline([], [idAt(3)]);
    await poll();
    await poll();
    await waitFor(() => expect(states()[0]).toBe("Статус неизвестен"));
    expect(requests("GET /sip")).toHaveLength(before + 1);
    setOffline([]);
    await poll();
    await waitFor(() => expect(screen.queryByText("Статус неизвестен")).toBeNull());
  });
});
