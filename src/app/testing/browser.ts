import { vi } from "vitest";

/** What a browser has and jsdom lacks, just enough for the app to run. */
export interface FakeBrowser {
  /** Makes every media query that contains this text match, and notifies listeners. */
  matchMedia: (part: string) => void;
}

/** Installed before each test; `vi.unstubAllGlobals` removes it. */
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
  // Nothing comes into view.
  vi.stubGlobal("IntersectionObserver", StillObserver);
  vi.stubGlobal("scrollTo", () => undefined);
  vi.stubGlobal("getComputedStyle", ownStyle);
  Element.prototype.scrollIntoView = () => undefined;
  return {
    matchMedia: (part) => {
      matching.add(part);
      changes.dispatchEvent(new Event("change"));
    },
  };
}

const INLINE = new Set("A B BDI BR CODE EM I KBD LABEL SMALL SPAN STRONG TIME".split(" "));

const styleWithDisplay = (display: string): CSSStyleDeclaration => {
  const { style } = document.createElement("div");
  style.display = display;
  return style;
};
const NO_DISPLAY = styleWithDisplay("");
const NONE = styleWithDisplay("none");
const AS_LINE = styleWithDisplay("inline");
const AS_BLOCK = styleWithDisplay("block");

/**
 * No style sheet is in the document (see `setup.ts`), so an element has only its inline style:
 * letting jsdom compute it on every query took a third of the time.
 */
function ownStyle(element: HTMLElement, pseudo?: string | null): CSSStyleDeclaration {
  if (pseudo) return NO_DISPLAY;
  if (element.hidden) return NONE;
  if (element.style.length > 0) return element.style;
  return INLINE.has(element.tagName) ? AS_LINE : AS_BLOCK;
}

/** Everything is in view at once. */
class AllInView {
  readonly tell: (seen: { isIntersecting: boolean }[]) => void;
  constructor(tell: AllInView["tell"]) {
    this.tell = tell;
  }
  observe() {
    this.tell([{ isIntersecting: true }]);
  }
  disconnect() {}
}

/** From now on whatever is rendered is in view. */
export function showAll(): void {
  vi.stubGlobal("IntersectionObserver", AllInView);
}

/** Without layout nothing is ever resized. */
class StillObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
