import "@testing-library/jest-dom/vitest";
import type * as emotion from "@emotion/cache";
import { act, cleanup, configure, getConfig, renderHook } from "@testing-library/react";
import * as React from "react";
import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";
import { dismissToast, useToasts } from "#ui/toasts.ts";
import { stubBrowser } from "./browser.ts";
import { abortPendingRequests, openOffice, proxied, server } from "./sandbox.ts";

// For a busy machine; nothing here waits this long when all is well.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });

// Waiting asks repeatedly for what is not there yet, and each time the whole document would be
// written into the error. When its time is over, Testing Library asks for the error again,
// and then the document is in it.
configure(({ getElementError }) => ({
  getElementError: (message, container) =>
    isWaiting() ? new Error(message ?? "") : getElementError(message, container),
}));

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

// React's development build notes the call stack of each element it creates, for its warnings alone: a
// quarter of the time. It stops after 10,000 in a second, and so it does here at once.
const internals: unknown = Reflect.get(
  React,
  "__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE",
);
if (internals instanceof Object) {
  Object.defineProperty(internals, "recentlyCreatedOwnerStacks", {
    get: () => Infinity,
    set() {},
    configurable: true,
  });
}

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

/** By a setting that Testing Library keeps for itself, and has no type for. */
function isWaiting(): boolean {
  return Reflect.get(getConfig(), "_disableExpensiveErrorDiagnostics") === true;
}
