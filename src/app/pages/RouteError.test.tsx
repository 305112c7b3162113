import { act, render, screen } from "@testing-library/react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { setConnectivity } from "#common/connectivity.ts";
import { setLocale } from "#i18n/messages.ts";
import { loadTexts } from "#i18n/texts.ts";
import { RouteError } from "./RouteError.tsx";

const reload = vi.fn<() => void>();
let answers = true;

beforeEach(async () => {
  await Promise.all([setLocale("en"), loadTexts("app"), loadTexts("common")]);
  vi.useFakeTimers();
  answers = true;
  reload.mockClear();
  vi.stubGlobal("location", { href: "http://localhost/", reload });
  vi.stubGlobal("fetch", async () => new Response("", { status: answers ? 200 : 502 }));
  vi.spyOn(console, "error").mockReturnValue(undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  sessionStorage.clear();
  setConnectivity("ok");
});

/** A page at this address that throws on every load. */
async function open(path: string, error = new Error("broken")) {
  const loader = () => {
    throw error;
  };
  const routes = [
    { path, loader, element: <></>, errorElement: <RouteError />, hydrateFallbackElement: <></> },
  ];
  const router = createMemoryRouter(routes, { initialEntries: [path] });
  const { unmount } = render(<RouterProvider router={router} />);
  await act(() => vi.advanceTimersByTimeAsync(0));
  return unmount;
}

const seconds = (n: number) => act(() => vi.advanceTimersByTimeAsync(n * 1000));

it("the wall reloads by itself, after ever longer pauses", async () => {
  for (const pause of [10, 20, 40]) {
    const unmount = await open("/status/wall");
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("This page has crashed");
    expect(screen.getByText(/will try again by itself/)).toBeVisible();
    await seconds(pause - 1);
    expect(reload).not.toHaveBeenCalled();
    await seconds(1);
    expect(reload).toHaveBeenCalledTimes(1);
    reload.mockClear();
    unmount();
  }
});

it("the wall waits until the server responds, at most five minutes between two tries", async () => {
  answers = false;
  await open("/status/wall");
  await seconds(3600);
  expect(reload).not.toHaveBeenCalled();
  answers = true;
  await seconds(300);
  expect(reload).toHaveBeenCalledTimes(1);
});

it("the wall does not reload once it was left", async () => {
  const unmount = await open("/status/wall");
  unmount();
  await seconds(3600);
  expect(reload).not.toHaveBeenCalled();
});

it("any other page waits for the user, who may still need what is on screen", async () => {
  await open("/voicemail");
  await seconds(3600);
  expect(reload).not.toHaveBeenCalled();
  screen.getByRole("button", { name: "Reload the page" }).click();
  expect(reload).toHaveBeenCalledTimes(1);
});

const MISSING = new TypeError("Failed to fetch dynamically imported module: /assets/a.js");

it("a page whose code is missing reloads once the session or the network is restored", async () => {
  setConnectivity("login");
  await open("/voicemail", MISSING);
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Your session has ended");
  act(() => setConnectivity("offline"));
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("This page has crashed");
  expect(reload).not.toHaveBeenCalled();
  act(() => setConnectivity("ok"));
  expect(reload).toHaveBeenCalledTimes(1);
});
