import { vi } from "vitest";

/** What a browser has and jsdom lacks, just enough of it for the app to run. */
export interface FakeBrowser {
  /** Makes every media query that contains this text match, and tells those who listen. */
  matchMedia: (part: string) => void;
}

/** Put in place before each test; `vi.unstubAllGlobals` takes it away. */
export function stubBrowser(): FakeBrowser {
  const matching = new Set<string>();
  const changes = new EventTarget();
  vi.stubGlobal("matchMedia", (media: string) => ({
    media,
    get matches() {
      return [...matching].some((part) => media.includes(part));
    },
    addEventListener: changes.addEventListener.bind(changes),
    removeEventListener: changes.removeEventListener.bind(changes),
    addListener: () => undefined,
    removeListener: () => undefined,
  }));
  vi.stubGlobal("ResizeObserver", StillObserver);
  vi.stubGlobal("scrollTo", () => undefined);
  Element.prototype.scrollIntoView = () => undefined;
  return {
    matchMedia: (part) => {
      matching.add(part);
      changes.dispatchEvent(new Event("change"));
    },
  };
}

/** Without layout nothing is ever resized. */
class StillObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
