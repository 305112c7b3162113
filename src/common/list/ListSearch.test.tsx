import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt } from "#app/testing/sandbox.ts";

const PAUSE_MS = 150;
const search = () => screen.getByRole<HTMLInputElement>("searchbox");
const type = (value: string) => fireEvent.change(search(), { target: { value } });

async function openList(path = "/sip") {
  const app = await renderApp(path);
  await screen.findByRole("table");
  const params = () => Object.fromEntries(new URLSearchParams(app.address().split("?")[1]));
  return { ...app, params };
}

/** Every value that React commits to the box, which it writes into the attribute as well. */
function watchCommits() {
  const commits: string[] = [];
  const note = (records: MutationRecord[]) => {
    for (const { oldValue } of records.slice(1)) commits.push(oldValue ?? "");
    if (records.length > 0) commits.push(search().getAttribute("value") ?? "");
  };
  const observer = new MutationObserver(note);
  observer.observe(search(), { attributeFilter: ["value"], attributeOldValue: true });
  return () => {
    note(observer.takeRecords());
    return commits;
  };
}

/** Whether each text only extends the one before: nothing was cleared, lost or moved. */
function expectGrowing(commits: readonly string[], last: string) {
  expect(commits.filter((text, at) => !text.startsWith(commits[at - 1] ?? ""))).toEqual([]);
  expect(commits.at(-1)).toBe(last);
}

describe("text typed into the search", () => {
  it("is never cleared while the address follows", async () => {
    const { user, params } = await openList();
    const commits = watchCommits();
    await user.type(search(), "скл");
    await waitFor(() => expect(params()).toEqual({ q: "скл" }));
    await user.type(search(), "ад");
    await waitFor(() => expect(params()).toEqual({ q: "склад" }));
    await waitFor(() => expect(screen.getByText(/^1 из 8/)).toBeVisible());
    expectGrowing(commits(), "склад");
    expect(search()).toHaveValue("склад");
  });

  it("stays when a key is pressed between a change of the address and its echo", async () => {
    const { user, router, params } = await openList();
    const commits = watchCommits();
    const more = ["скла", "склад"];
    const stop = router.subscribe(() => {
      const next = more.shift();
      if (next !== undefined) type(next);
    });
    await user.type(search(), "скл");
    await waitFor(() => expect(params()).toEqual({ q: "склад" }));
    stop();
    expect(more).toEqual([]);
    expectGrowing(commits(), "склад");
    expect(search()).toHaveValue("склад");
  });

  it("follows the address when that is not its own echo", async () => {
    const { user, router, params } = await openList("/sip?q=охрана");
    expect(search()).toHaveValue("охрана");
    await act(() => router.navigate("/sip?q=склад"));
    await waitFor(() => expect(search()).toHaveValue("склад"));
    await user.type(search(), " 2");
    await waitFor(() => expect(params()).toEqual({ q: "склад 2" }));
    // On screen as well: otherwise going back would change nothing for the box.
    await screen.findByRole("heading", { name: "Ничего не нашлось" });
    await act(() => router.navigate("/sip?q=склад"));
    await waitFor(() => expect(search()).toHaveValue("склад"));
  });
});

/** A list with a text just typed; from here on the clock is mocked. */
async function openTyped() {
  const app = await openList();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  type("а");
  expect(app.address()).toBe("/sip");
  return app;
}

const pass = (milliseconds: number) =>
  act(async () => {
    vi.advanceTimersByTime(milliseconds);
  });

describe("within the pause before the address is updated", () => {
  it("a filter that is pressed keeps the search, and the search keeps the filter", async () => {
    const { params } = await openTyped();
    const chip = screen.getByRole("button", { name: /^Не в сети/ });
    await act(async () => fireEvent.click(chip));
    expect(params()).toEqual({ state: "offline" });
    await pass(PAUSE_MS);
    expect(params()).toEqual({ state: "offline", q: "а" });
    expect(search()).toHaveValue("а");
  });

  it.each(["/voicemail", "/sip/25"])(
    "leaving for %s writes nothing into its address",
    async (path) => {
      const { router, address } = await openTyped();
      expect(accountAt(0).id).toBe(25);
      await act(() => router.navigate(path));
      await pass(10 * PAUSE_MS);
      expect(address()).toBe(path);
      expect(screen.queryByRole("searchbox")).toBeNull();
    },
  );

  it("a form that opens over the list clears the field, and its address has no search", async () => {
    const { router, address } = await openTyped();
    await act(() => router.navigate("/sip/new"));
    await pass(10 * PAUSE_MS);
    expect(address()).toBe("/sip/new");
    expect(screen.getByRole("searchbox", { hidden: true })).toHaveValue("");
  });

  it("each key restarts the pause", async () => {
    const { address, params } = await openTyped();
    await pass(PAUSE_MS - 1);
    type("ан");
    await pass(PAUSE_MS - 1);
    expect(address()).toBe("/sip");
    await pass(1);
    expect(params()).toEqual({ q: "ан" });
  });
});
