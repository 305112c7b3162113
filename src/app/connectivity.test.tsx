import { onlineManager } from "@tanstack/react-query";
import { act, screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { accountAt, openOffice, requests, server } from "./testing/sandbox.ts";
import { renderApp } from "./testing/renderApp.tsx";

const refresh = () => screen.getByRole("button", { name: "Refresh" });

/** Answers every request with this, until the next `openOffice`. */
function everything(answer: () => Response): void {
  server.use(http.all("*", answer));
}

/** The reverse proxy's login redirects everything, until the returned function is called. */
function signOut(): () => void {
  const signedIn = fetch;
  const headers = { Location: "https://login.office.example/" };
  vi.stubGlobal("fetch", async () => new Response(null, { status: 302, headers }));
  return () => vi.stubGlobal("fetch", signedIn);
}

/** Holds the responses of a path back. */
function holdBack(path: string): { requested: () => boolean; release: () => void } {
  const send = fetch;
  let wasRequested = false;
  const gate = new EventTarget();
  const released = new Promise((open) => {
    gate.addEventListener("open", open);
  });
  vi.stubGlobal("fetch", async (...request: Parameters<typeof fetch>) => {
    const [to] = request;
    if (new URL(to instanceof Request ? to.url : to, location.href).pathname === path) {
      wasRequested = true;
      await released;
    }
    return send(...request);
  });
  return {
    requested: () => wasRequested,
    release: () => void gate.dispatchEvent(new Event("open")),
  };
}

describe("when the server does not respond", () => {
  it("the page shows that, and refetches once it responds", async () => {
    const { user } = await renderApp("/sip", { locale: "en" });
    await screen.findByText("8 accounts");
    everything(() => HttpResponse.error());
    await user.click(refresh());
    const notice = await screen.findByText(/^No connection to the server\. You see the data from/);
    expect(screen.getByText("8 accounts")).toBeVisible();
    expect(screen.queryByText(/Could not be refreshed/), "told once").toBeNull();
    openOffice({ accounts: 7 });
    act(() => void window.dispatchEvent(new Event("focus")));
    await screen.findByText("7 accounts");
    expect(notice).not.toBeInTheDocument();
  });

  it("a browser that believes it is offline keeps reading what the server returns", async () => {
    onlineManager.setOnline(false);
    onTestFinished(() => onlineManager.setOnline(true));
    const { user, client } = await renderApp("/sip", { locale: "en" });
    await screen.findByText("8 accounts");
    const before = requests("GET /sip").length;
    await user.click(refresh());
    await waitFor(() => expect(requests("GET /sip").length).toBeGreaterThan(before));
    await waitFor(() => expect(client.isFetching()).toBe(0));
    expect(screen.queryByText(/^No connection/)).toBeNull();
  });
});

describe("after the reverse proxy's session has expired", () => {
  it("a form keeps what was typed, and is sent after signing in", async () => {
    const { id } = accountAt(0);
    const { user } = await renderApp(`/sip/${id}/edit`, { locale: "en" });
    const name = await screen.findByLabelText("Name");
    await user.clear(name);
    await user.type(name, "Desk");
    const signIn = signOut();
    await user.click(screen.getByRole("button", { name: "Save" }));
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent("Your session has ended");
    const links = screen.getAllByRole("link", { name: "Sign in", hidden: true });
    for (const link of links) expect(link).toHaveAttribute("target", "_blank");
    expect(name).toHaveValue("Desk");
    signIn();
    act(() => void window.dispatchEvent(new Event("focus")));
    await waitFor(() => expect(screen.queryByText(/^Your session has ended\. /)).toBeNull());
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(accountAt(0).name).toBe("Desk"));
  });

  it("the notice disappears while everything is refetched", async () => {
    const { user } = await renderApp("/sip", { locale: "en" });
    await screen.findByText("8 accounts");
    const signIn = signOut();
    await user.click(refresh());
    await screen.findByText(/^Your session has ended\. /);
    signIn();
    const answer = holdBack("/api/v1/sip");
    act(() => void window.dispatchEvent(new Event("focus")));
    await waitFor(() => expect(answer.requested()).toBe(true));
    expect(screen.queryByText(/sign-in has ended/)).toBeNull();
    act(answer.release);
    await waitFor(() => expect(screen.queryByText(/sign-in has ended/)).toBeNull());
  });

  it("the next try follows after two seconds, however many parts of a page could not load", async () => {
    const { client } = await renderApp("/sip", { locale: "en" });
    await screen.findByText("8 accounts");
    const signIn = signOut();
    const loseParts = async () => {
      window.dispatchEvent(new Event("vite:preloadError"));
      await waitFor(() => expect(client.isFetching()).toBe(0));
    };
    for (let part = 0; part < 6; part++) await act(loseParts);
    await screen.findByText(/^Your session has ended\. /);
    signIn();
    await waitFor(() => expect(screen.queryByText(/^Your session has ended\. /)).toBeNull(), {
      timeout: 3_500,
    });
  });
});
