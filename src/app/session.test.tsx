import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import type { ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";
import { renderApp } from "#app/testing/renderApp.tsx";
import { server } from "#app/testing/sandbox.ts";
import { useMode } from "./session.ts";

const KEY = ["session"];
const answer = (make: () => Response) => server.use(http.get("*/api/session", make));
const respondWithMode = (mode: string) => answer(() => HttpResponse.json({ mode }));
const badge = () => screen.queryByRole("button", { name: "Песочница" });

describe("the sandbox's badge", () => {
  it("is shown where the server reports the sandbox mode", async () => {
    await renderApp("/voicemail");
    expect(await screen.findByRole("button", { name: "Песочница" })).toBeVisible();
  });

  it("is not shown for the provider's data", async () => {
    respondWithMode("provider");
    const { client } = await renderApp("/voicemail");
    await waitFor(() => expect(client.getQueryData(KEY)).toMatchObject({ mode: "provider" }));
    await screen.findByRole("switch");
    expect(badge()).toBeNull();
  });

  it.each<[string, () => Response]>([
    ["an error", () => HttpResponse.json({ mode: "sandbox" }, { status: 500 })],
    ["another mode", () => HttpResponse.json({ mode: "playground" })],
    ["another answer", () => HttpResponse.json(["sandbox"])],
    ["nothing", () => HttpResponse.json(null)],
    ["a page", () => HttpResponse.html("<title>sandbox</title>")],
    ["no answer", () => HttpResponse.error()],
  ])("is not shown after %s, nor is the mode guessed", async (_, make) => {
    answer(make);
    const { client } = await renderApp("/voicemail");
    await waitFor(() => expect(client.getQueryState(KEY)?.status).toBe("error"));
    expect(client.getQueryData(KEY)).toBeUndefined();
    await screen.findByRole("switch");
    expect(badge()).toBeNull();
  });
});

/** `useMode` on a page whose reload is only recorded. */
function openMode() {
  const reload = vi.fn<() => void>();
  vi.stubGlobal("location", { href: "http://localhost/", reload });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(useMode, { wrapper });
  const ask = () => act(() => client.refetchQueries({ queryKey: KEY }));
  return { result, reload, ask };
}

describe("a change of the server's mode", () => {
  it.each([
    ["sandbox", "provider"],
    ["provider", "sandbox"],
  ])("from %s to %s reloads everything", async (before, after) => {
    respondWithMode(before);
    const { result, reload, ask } = openMode();
    await waitFor(() => expect(result.current).toBe(before));
    await ask();
    expect(reload).not.toHaveBeenCalled();
    respondWithMode(after);
    await ask();
    await waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
  });

  it("is not assumed for a failed or invalid response", async () => {
    const { result, reload, ask } = openMode();
    await waitFor(() => expect(result.current).toBe("sandbox"));
    answer(() => HttpResponse.json({ mode: "provider" }, { status: 502 }));
    await ask();
    respondWithMode("playground");
    await ask();
    expect(reload).not.toHaveBeenCalled();
    expect(result.current).toBe("sandbox");
  });
});
