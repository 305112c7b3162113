import "fake-indexeddb/auto";
import type { QueryClient } from "@tanstack/react-query";
import { act, screen, waitFor, within } from "@testing-library/react";
import { deleteDB } from "idb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { renderApp } from "#app/testing/renderApp.tsx";
import { answerOwn, requireLogin, VERA } from "#app/testing/login.ts";
import { accountAt, fault, office, openOffice, requests } from "#app/testing/sandbox.ts";
import { setOffline } from "#app/testing/statuses.ts";

const idAt = (index: number) => accountAt(index).id;
const tiles = () => within(screen.getByRole("main")).getAllByRole("listitem");
const extensionOf = (tile: HTMLElement) => Number(/\d+/.exec(tile.textContent)?.[0]);
const stayingExtensions = () =>
  within(screen.getByRole("list", { name: "Не в сети или под наблюдением" }))
    .getAllByRole("listitem")
    .map(extensionOf);

/** jsdom does no layout: sets the size of the screen. */
function setScreen(width: number, height: number) {
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(width);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(height);
}

/** No number of another operator, unless the test is of them. */
beforeEach(() => {
  setScreen(1920, 960);
  office().externalNumbers = [];
});
afterEach(async () => {
  await deleteDB("pult-watch-sandbox");
});

async function openWall(path = "/status/wall") {
  const app = await renderApp(path);
  await waitFor(() => expect(tiles().length).toBeGreaterThan(0));
  return app;
}

const pollStatuses = ({ client }: { client: QueryClient }) =>
  act(() => client.refetchQueries({ queryKey: ["listSipStatuses"] }));

describe("the wall", () => {
  beforeEach(() => {
    openOffice({ accounts: 24 });
    office().externalNumbers = [];
  });

  it("has a large tile for each that is offline, and a compact one for the others, with text as well", async () => {
    setOffline([idAt(7)]);
    await openWall();
    await waitFor(() => expect(stayingExtensions()).toEqual([accountAt(7).number]));
    expect(tiles()).toHaveLength(24);
    expect(tiles()[0]).toHaveTextContent(`${accountAt(7).name}Не в сети`);
    expect(tiles().at(-1)).toHaveTextContent(/В сети$/);
    expect(screen.queryByText(/\d из \d/)).toBeNull();
  });

  it("turns the pages of those that are online, while those that are offline stay", async () => {
    openOffice({ accounts: 250 });
    office().externalNumbers = [];
    setOffline([idAt(100), idAt(200)]);
    const { user } = await openWall();
    expect(await screen.findByText("1 из 3")).toBeVisible();
    const offline = [idAt(100), idAt(200)].map((id) => office().accounts.get(id)?.number);
    expect(stayingExtensions()).toEqual(offline);
    const [first] = screen.getAllByRole("list").at(-1)?.children ?? [];
    await user.click(screen.getByRole("button", { name: "Следующая страница" }));
    expect(screen.getByText("2 из 3")).toBeVisible();
    expect(first).not.toBeInTheDocument();
    expect(stayingExtensions()).toEqual(offline);
    await user.click(screen.getByRole("button", { name: "Не листать" }));
    expect(screen.getByText("Листание остановлено")).toBeVisible();
  });

  it("keeps watched accounts in large tiles, also while they are online", async () => {
    setOffline([idAt(7)]);
    localStorage.setItem("pult.watched.sandbox", JSON.stringify([idAt(12)]));
    await openWall();
    await waitFor(() =>
      expect(stayingExtensions()).toEqual([accountAt(7).number, accountAt(12).number]),
    );
    expect(tiles()[1]).toHaveTextContent(/под наблюдением/);
  });

  it("flashes what drops while it is open, then keeps its frame", async () => {
    setOffline([idAt(3)]);
    const app = await openWall();
    await waitFor(() => expect(stayingExtensions()).toHaveLength(1));
    expect(tiles()[0]).not.toHaveAttribute("data-dropped");
    vi.useFakeTimers({ shouldAdvanceTime: true });
    setOffline([idAt(3), idAt(9)]);
    await pollStatuses(app);
    await waitFor(() => expect(tiles()[0]).toHaveAttribute("data-dropped", "flashing"));
    expect(tiles()[0]).toHaveTextContent(accountAt(9).name);
    act(() => void vi.advanceTimersByTime(3000));
    expect(tiles()[0]).toHaveAttribute("data-dropped", "framed");
    act(() => void vi.advanceTimersByTime(600_000));
    expect(tiles()[0]).not.toHaveAttribute("data-dropped");
  });

  it("shows external numbers, and those that lost their registration first", async () => {
    openOffice({ accounts: 24 });
    setOffline([]);
    await openWall();
    const lost = await screen.findByText("+7 495 000-20-02");
    expect(lost.closest("li")).toHaveTextContent(/Внешний номер.*Не зарегистрирован/);
    expect(screen.getByText("2 из 3")).toBeVisible();
    expect(tiles()).toHaveLength(27);
    expect(tiles()[0]).toContainElement(lost);
  });

  it("shows a screen that nobody sits at whether external numbers are registered, not which they are", async () => {
    openOffice({ accounts: 24 });
    setOffline([]);
    requireLogin({ user: { ...VERA, name: "lobby", role: "wall" } });
    const since = new Date().toISOString();
    const lost = { kind: "external", id: 2, state: "offline", since, exact: true, before: null };
    const watched = { gaps: [], lookedAt: since, every: 30, unreadableSince: null };
    answerOwn("GET /watch", () => ({ ...watched, items: [lost] }));
    await openWall();
    const state = await screen.findByText("Не зарегистрирован");
    expect(state.closest("li")).toHaveTextContent(/^Внешний номерНе зарегистрированс /);
    expect(requests("GET /number/external")).toEqual([]);
  });

  it("keeps the filters of the address, and returns to the board with them", async () => {
    setOffline([idAt(1)]);
    const { user, address } = await openWall("/status/wall?state=offline");
    expect(tiles().map(extensionOf)).toEqual([accountAt(1).number]);
    await user.click(screen.getByRole("button", { name: "Закрыть (Esc)" }));
    await waitFor(() => expect(address()).toBe("/status?state=offline"));
  });

  it("is left with Escape", async () => {
    const { user, address } = await openWall();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(address()).toBe("/status"));
  });

  it("shows that all is well when filtered to offline accounts and there are none", async () => {
    setOffline([]);
    await renderApp("/status/wall?state=offline");
    expect(await screen.findByText("Все в сети")).toBeVisible();
  });

  it("keeps what it shows when a poll fails, and shows why", async () => {
    const { client } = await openWall();
    fault({ operation: "GET /sip/statuses", fault: "status:500" });
    await act(() => client.refetchQueries({ queryKey: ["listSipStatuses"] }));
    expect(await screen.findByText("Сбой на стороне провайдера")).toBeVisible();
    expect(tiles()).toHaveLength(24);
  });

  it("links to sign in when the reverse proxy's session has expired", async () => {
    const { client } = await openWall();
    vi.stubGlobal("fetch", async () => Response.redirect("https://login.office.example/"));
    await act(() => client.refetchQueries({ queryKey: ["listSipStatuses"] }));
    expect(await screen.findByText("Сеанс закончился")).toBeVisible();
    expect(screen.getByRole("link", { name: "Войти снова" })).toHaveAttribute("href", "/");
    expect(tiles()).toHaveLength(24);
  });

  it("shows why it can't load at all", async () => {
    fault({ operation: "GET /sip", fault: "status:401" });
    await renderApp("/status/wall");
    expect(await screen.findByRole("button", { name: "Повторить" })).toBeVisible();
  });
});

describe("the screen", () => {
  it("is kept awake, again on return, and released on leaving", async () => {
    const release = vi.fn<() => Promise<void>>(async () => undefined);
    const lock = Object.assign(new EventTarget(), { released: false, release });
    const request = vi.fn<() => Promise<unknown>>(async () => lock);
    vi.stubGlobal("navigator", Object.assign(navigator, { wakeLock: { request } }));
    const { unmount } = await openWall();
    await waitFor(() => expect(request).toHaveBeenCalledTimes(1));
    expect(screen.queryByText(/не умеет держать/)).toBeNull();
    lock.released = true;
    act(() => {
      document.dispatchEvent(new Event("visibilitychange"));
    });
    await waitFor(() => expect(request).toHaveBeenCalledTimes(2));
    // Revoked by the system while the page is on screen.
    act(() => {
      lock.dispatchEvent(new Event("release"));
    });
    await waitFor(() => expect(request).toHaveBeenCalledTimes(3));
    unmount();
    expect(release).toHaveBeenCalledTimes(1);
    Reflect.deleteProperty(navigator, "wakeLock");
  });

  it("may turn off where the browser has no wake lock, and the wall shows that", async () => {
    await openWall();
    expect(await screen.findByText(/не умеет держать экран включённым/)).toBeVisible();
  });
});
