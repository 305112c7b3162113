import { render, screen } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { setLocale } from "#i18n/messages.ts";
import { loadTexts } from "#i18n/texts.ts";
import { NoAccountMatch } from "./NoAccountMatch.tsx";

const ALL_ONLINE = { all: 24, online: 24, offline: 0, creating: 0, unknown: 0 };

function show(part: Partial<Parameters<typeof NoAccountMatch>[0]>) {
  const { unmount } = render(
    <NoAccountMatch
      q=""
      state="offline"
      counts={ALL_ONLINE}
      complete
      onClear={() => undefined}
      {...part}
    />,
  );
  const title = screen.getByRole("heading").textContent;
  expect(screen.getByRole("button", { name: "Show all" })).toBeVisible();
  unmount();
  return title;
}

beforeEach(async () => {
  await setLocale("en");
  await loadTexts("common");
});

it("shows that all phones are online when filtered to offline accounts", () => {
  expect(show({})).toBe("All 24 phones are online");
  expect(show({ counts: { ...ALL_ONLINE, all: 1, online: 1 } })).toBe("The phone is online");
});

it("does not count accounts of unknown state as online", () => {
  const counts = { ...ALL_ONLINE, online: 22, creating: 1, unknown: 1 };
  expect(show({ counts })).toBe("No phone is known to be offline");
  expect(show({ complete: false })).toBe("Nothing found");
});

it("distinguishes a search without matches from a filter without matches", () => {
  expect(show({ q: "anna" })).toBe("Nothing found");
  expect(show({ state: "creating" })).toBe("No account is being created");
  expect(
    show({ state: undefined, otherFilterText: { title: "Every account has a caller ID" } }),
  ).toBe("Every account has a caller ID");
});
