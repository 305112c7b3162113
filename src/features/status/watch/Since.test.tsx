import { act, render, screen } from "@testing-library/react";
import { Profiler } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Observation } from "./observe.ts";
import { Since } from "./Since.tsx";
import { plain, loadLanguage } from "./testing/loadLanguage.ts";

const looked = vi.hoisted(() => ({ at: undefined as number | undefined }));
vi.mock("./observer.ts", () => ({ lastSnapshotAt: () => looked.at }));

const TWO = new Date(2026, 10, 21, 14, 2).getTime();
const MINUTE = 60_000;
const observation: Observation = { state: "offline", since: TWO, exact: true };

/** Lets the clock of the page run. */
const pass = (milliseconds: number) => act(() => void vi.advanceTimersByTime(milliseconds));

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
  looked.at = undefined;
  vi.useFakeTimers({ now: TWO + 12 * MINUTE });
});

describe("since when", () => {
  it("is short to the eye, and told in full to who asks", () => {
    const { words } = show();
    expect(words()).toBe("12 мин, не в сети с 14:02, замечено этим браузером");
    expect(screen.getByTitle("не в сети с 14:02, замечено этим браузером")).toBeVisible();
  });

  it("is told in full in the details", () => {
    expect(show(true).words()).toBe("12 мин: не в сети с 14:02, замечено этим браузером");
  });

  it("grows by itself, and renders only when its words change", () => {
    const { words, commits } = show();
    const before = commits.mock.calls.length;
    pass(45_000);
    expect(commits).toHaveBeenCalledTimes(before);
    pass(15_000);
    expect(words()).toMatch(/^13 мин/);
    expect(commits).toHaveBeenCalledTimes(before + 1);
  });

  it("stands still in a hidden tab and is right as soon as one looks again", () => {
    const { words } = show();
    setHidden(true);
    expect(vi.getTimerCount()).toBe(0);
    pass(30 * MINUTE);
    expect(words()).toMatch(/^12 мин/);
    setHidden(false);
    expect(words()).toMatch(/^42 мин/);
    pass(MINUTE);
    expect(words()).toMatch(/^43 мин/);
  });

  it("does not grow any more when the polls have failed for long", () => {
    looked.at = TWO + 12 * MINUTE;
    const { words } = show();
    pass(2 * MINUTE);
    expect(words()).toMatch(/^14 мин/);
    pass(60 * MINUTE);
    expect(words()).toMatch(/^14 мин/);
  });

  it("leaves no clock running when it goes", () => {
    const { unmount } = show();
    expect(vi.getTimerCount()).toBe(1);
    unmount();
    expect(vi.getTimerCount()).toBe(0);
  });
});
