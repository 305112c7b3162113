import { act, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useDocumentTitle } from "#ui/pageTitle.ts";
import { useTabBadge } from "./tabBadge.ts";

const setAppBadge = vi.fn<(count: number) => Promise<void>>();

function Panel() {
  useDocumentTitle("Журнал");
  return null;
}

function Page({ offline, panel = false }: { offline: number | undefined; panel?: boolean }) {
  useDocumentTitle("Табло");
  useTabBadge(offline);
  return panel && <Panel />;
}

const icon = () => document.querySelector('link[rel="icon"]')?.getAttribute("href") ?? "";

beforeEach(() => {
  document.head.innerHTML = '<link rel="icon" href="/favicon.svg" />';
  setAppBadge.mockReset().mockResolvedValue();
  Object.assign(navigator, { setAppBadge });
});

afterEach(() => {
  document.head.innerHTML = "";
  Reflect.deleteProperty(navigator, "setAppBadge");
});

it("shows the count in title and icon while the page is open", () => {
  const { rerender, unmount } = render(<Page offline={undefined} />);
  expect([document.title, icon()]).toEqual(["Табло · Pult", "/favicon.svg"]);
  rerender(<Page offline={3} />);
  expect(document.title).toBe("(3) Табло · Pult");
  expect(decodeURIComponent(icon())).toContain(">3</text>");
  expect(setAppBadge).toHaveBeenLastCalledWith(3);
  rerender(<Page offline={4} />);
  expect(document.title).toBe("(4) Табло · Pult");
  expect(decodeURIComponent(icon())).toContain(">4</text>");
  unmount();
  expect(icon()).toBe("/favicon.svg");
  expect(setAppBadge).toHaveBeenLastCalledWith(0);
  const { unmount: leave } = render(<Panel />);
  expect(document.title).toBe("Журнал · Pult");
  leave();
});

it("comes before the title of a panel as well", () => {
  const { rerender } = render(<Page offline={3} />);
  rerender(<Page offline={3} panel />);
  expect(document.title).toBe("(3) Журнал · Pult");
  rerender(<Page offline={3} />);
  expect(document.title).toBe("(3) Табло · Pult");
});

it("shows nothing when nobody is offline", () => {
  const { rerender } = render(<Page offline={3} />);
  rerender(<Page offline={0} />);
  expect([document.title, icon()]).toEqual(["Табло · Pult", "/favicon.svg"]);
});

it("works without an icon and without the app's badge", async () => {
  document.head.innerHTML = "";
  setAppBadge.mockRejectedValue(new DOMException("no", "NotAllowedError"));
  render(<Page offline={3} />);
  await act(async () => undefined);
  expect(document.title).toBe("(3) Табло · Pult");
});
