import "@testing-library/jest-dom/vitest";
import type * as emotion from "@emotion/cache";
import { act, cleanup, configure, renderHook } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";
import { dismissToast, useToasts } from "#ui/toasts.ts";
import { stubBrowser } from "./browser.ts";
import { abortPendingRequests, openOffice, proxied, server } from "./sandbox.ts";

// For a busy machine; nothing here waits this long when all is well.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });

// MUI's styles stay out of the document: jsdom would match each of their rules for each queried
// element, a third of the time, and without layout they have little effect. Browser tests cover
// them.
vi.mock("@emotion/cache", async (importActual) => {
  const { default: createCache } = await importActual<typeof emotion>();
  return {
    default: (options: Parameters<typeof createCache>[0]) =>
      createCache({ ...options, container: document.createElement("div") }),
  };
});

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));

beforeEach(() => {
  openOffice();
  stubBrowser();
  vi.stubGlobal("fetch", proxied(fetch));
});

afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  await abortPendingRequests();
  dismissAllToasts();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  localStorage.clear();
  sessionStorage.clear();
});

afterAll(() => server.close());

function dismissAllToasts() {
  const { result, unmount } = renderHook(useToasts);
  act(() => {
    for (const { id } of result.current) dismissToast(id);
  });
  unmount();
}
