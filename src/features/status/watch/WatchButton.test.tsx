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

/** What another tab's choice looks like here. */
function tellOfOtherTab(stored: string | null, key: string | null = KEY) {
  if (stored === null) localStorage.clear();
  else localStorage.setItem(KEY, stored);
  act(() => void window.dispatchEvent(new StorageEvent("storage", { key })));
}

beforeEach(async () => {
  await loadLanguage("ru");
  openWatched("sandbox");
});

describe("the star of an account", () => {
  it("is put and taken away, and says which it is", async () => {
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

  it("follows what other tabs do, and their clearing of everything", () => {
    render(<Star />);
    tellOfOtherTab("[7,25]");
    expect(star()).toHaveAttribute("aria-pressed", "true");
    tellOfOtherTab("[7]", "pult.locale");
    expect(star()).toHaveAttribute("aria-pressed", "true");
    tellOfOtherTab(null, null);
    expect(star()).toHaveAttribute("aria-pressed", "false");
  });

  it("is another one in the provider's office than in the sandbox's", () => {
    toggleWatched(25);
    openWatched("provider");
    expect(isWatched(25)).toBe(false);
    toggleWatched(7);
    openWatched("sandbox");
    expect([isWatched(25), isWatched(7)]).toEqual([true, false]);
  });

  it.each(["", "{}", "null", "[", '["25", 1.5, null]'])("takes %j for nobody", (stored) => {
    render(<Star />);
    tellOfOtherTab(stored);
    expect(star()).toHaveAttribute("aria-pressed", "false");
  });

  it("works until the page is left where nothing can be stored", async () => {
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("Full", "QuotaExceededError");
    });
    render(<Star />);
    await userEvent.click(star());
    expect(star()).toHaveAttribute("aria-pressed", "true");
  });
});
