import "fake-indexeddb/auto";
import { act, screen, waitFor, within } from "@testing-library/react";
import { deleteDB } from "idb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, fault, openOffice } from "#app/testing/sandbox.ts";
import { setOffline } from "#app/testing/statuses.ts";

const idAt = (index: number) => accountAt(index).id;
const tiles = () => within(screen.getByRole("list", { name: "Аккаунты" })).getAllByRole("listitem");
const extensions = () => tiles().map((tile) => Number(/\d+/.exec(tile.textContent)?.[0]));

/** jsdom does no layout: sets the size of the screen. */
function setScreen(width: number, height: number) {
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(width);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(height);
}

beforeEach(() => setScreen(1920, 960));
afterEach(() => deleteDB("pult-watch-sandbox"));

async function openWall(path = "/status/wall") {
  const app = await renderApp(path);
  await screen.findByRole("list", { name: "Аккаунты" });
  return app;
}

describe("the wall", () => {
  it("has a tile for every account where they fit, offline first, with text as well", async () => {
    setOffline([idAt(7)]);
    await openWall();
    await waitFor(() => expect(extensions()[0]).toBe(accountAt(7).number));
    expect(tiles()).toHaveLength(24);
    expect(tiles()[0]).toHaveTextContent(`${accountAt(7).name}Не в сети`);
    expect(screen.queryByText(/Ещё/)).toBeNull();
  });

  it("shows those that are not online where not all fit, and counts the rest", async () => {
    openOffice({ accounts: 250 });
    setOffline([idAt(100), idAt(200)]);
    await openWall();
    await screen.findByText("Ещё 247 в сети.");
    expect(extensions().toSorted((a, b) => a - b)).toEqual(
      [6, 100, 200].map((index) => accountAt(index).number),
    );
  });

  it("keeps the filters of the address, and returns to the board with them", async () => {
    setOffline([idAt(1)]);
    const { user, address } = await openWall("/status/wall?state=offline");
    expect(extensions()).toEqual([accountAt(1).number]);
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
    expect(await screen.findByText("Ваш вход закончился")).toBeVisible();
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
