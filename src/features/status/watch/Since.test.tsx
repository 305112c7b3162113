import { act, render, screen } from "@testing-library/react";
import { Profiler } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Observation } from "./observe.ts";
import { Since } from "./Since.tsx";
import { plain, loadLanguage } from "./testing/loadLanguage.ts";

const lastPoll = vi.hoisted(() => ({ at: undefined as number | undefined }));
vi.mock("./observer.ts", () => ({ lastSnapshotAt: () => lastPoll.at }));

const TWO = new Date(2026, 10, 21, 14, 2).getTime();
const MINUTE = 60_000;
const observation: Observation = { state: "offline", since: TWO, exact: true };

/** Advances the page's clock. */
const advance = (milliseconds: number) => act(() => void vi.advanceTimersByTime(milliseconds));

function setHidden(hidden: boolean) {
  vi.spyOn(document, "hidden", "get").mockReturnValue(hidden);
  act(() => void document.dispatchEvent(new Event("visibilitychange")));
}

function show(long = false) {
  const commits = vi.fn<() => void>();
  const view = render(
    <Profiler id="since" onRender={commits}>
      <p>
        <Since observation={observation} long={long} />
      </p>
    </Profiler>,
  );
  return { ...view, commits, words: () => plain(view.container.textContent ?? "") };
}

beforeEach(async () => {
  await loadLanguage("ru");
  lastPoll.at = undefined;
  vi.useFakeTimers({ now: TWO + 12 * MINUTE });
});

describe("the duration of a state", () => {
  it("is short on screen, and complete in the accessible name", () => {
    const { words } = show();
    expect(words()).toBe("12 мин, не в сети с 14:02, замечено этим браузером");
    expect(screen.getByTitle("не в сети с 14:02, замечено этим браузером")).toBeVisible();
  });

  it("is complete in the details", () => {
    expect(show(true).words()).toBe("12 мин: не в сети с 14:02, замечено этим браузером");
  });

  it("grows by itself, and renders only when its text changes", () => {
    const { words, commits } = show();
    const before = commits.mock.calls.length;
    advance(45_000);
    expect(commits).toHaveBeenCalledTimes(before);
    advance(15_000);
    expect(words()).toMatch(/^13 мин/);
    expect(commits).toHaveBeenCalledTimes(before + 1);
  });

  it("is frozen in a hidden tab, and correct as soon as it is visible again", () => {
    const { words } = show();
    setHidden(true);
    expect(vi.getTimerCount()).toBe(0);
    advance(30 * MINUTE);
    expect(words()).toMatch(/^12 мин/);
    setHidden(false);
    expect(words()).toMatch(/^42 мин/);
    advance(MINUTE);
    expect(words()).toMatch(/^43 мин/);
  });

  it("does not grow once the polls have failed for long", () => {
    lastPoll.at = TWO + 12 * MINUTE;
    const { words } = show();
    advance(2 * MINUTE);
    expect(words()).toMatch(/^14 мин/);
    advance(60 * MINUTE);
    expect(words()).toMatch(/^14 мин/);
  });

  it("leaves no timer running when it unmounts", () => {
    const { unmount } = show();
    expect(vi.getTimerCount()).toBe(1);
    unmount();
    expect(vi.getTimerCount()).toBe(0);
  });
});
