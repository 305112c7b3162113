import { act, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { loadLanguage } from "./testing/loadLanguage.ts";
import { isWatched, openWatched, toggleWatched, useWatched } from "./watched.ts";
import { WatchButton } from "./WatchButton.tsx";

const KEY = "pult.watched.sandbox";

function Star() {
  return <WatchButton id={25} name="214 Ресепшен" watched={useWatched().has(25)} />;
}

const star = () => screen.getByRole("button", { name: "Следить за 214 Ресепшен" });

/** Simulates another tab's choice. */
function changeInOtherTab(stored: string | null, key: string | null = KEY) {
  if (stored === null) localStorage.clear();
  else localStorage.setItem(KEY, stored);
  act(() => void window.dispatchEvent(new StorageEvent("storage", { key })));
}

beforeEach(async () => {
  await loadLanguage("ru");
  openWatched("sandbox");
});

describe("the star of an account", () => {
  it("is added and removed, and has a matching label", async () => {
    render(<Star />);
    const user = userEvent.setup();
    expect(star()).toHaveAttribute("aria-pressed", "false");
    await user.click(star());
    expect(star()).toHaveAttribute("aria-pressed", "true");
    expect(localStorage.getItem(KEY)).toBe("[25]");
    await user.click(star());
    expect(star()).toHaveAttribute("aria-pressed", "false");
    expect(localStorage.getItem(KEY)).toBe("[]");
  });

  it("follows other tabs, including when they clear everything", () => {
    render(<Star />);
    changeInOtherTab("[7,25]");
    expect(star()).toHaveAttribute("aria-pressed", "true");
    changeInOtherTab("[7]", "pult.locale");
    expect(star()).toHaveAttribute("aria-pressed", "true");
    changeInOtherTab(null, null);
    expect(star()).toHaveAttribute("aria-pressed", "false");
  });

  it("is separate for the provider's office and the sandbox's", () => {
    toggleWatched(25);
    openWatched("provider");
    expect(isWatched(25)).toBe(false);
    toggleWatched(7);
    openWatched("sandbox");
    expect([isWatched(25), isWatched(7)]).toEqual([true, false]);
  });

  it.each(["", "{}", "null", "[", '["25", 1.5, null]'])("reads %j as no stars", (stored) => {
    render(<Star />);
    changeInOtherTab(stored);
    expect(star()).toHaveAttribute("aria-pressed", "false");
  });

  it("lasts until the page is left where nothing can be stored", async () => {
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("Full", "QuotaExceededError");
    });
    render(<Star />);
    await userEvent.click(star());
    expect(star()).toHaveAttribute("aria-pressed", "true");
  });
});
