import { act, screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { describe, expect, it, vi } from "vitest";
import { ANNA, answerOwn, refusal, requireLogin, VERA } from "./testing/login.ts";
import { renderApp } from "./testing/renderApp.tsx";
import { accountAt, requests, server } from "./testing/sandbox.ts";

/** A form with a change that nobody has saved, after whose opening the session ends. */
async function endInForm() {
  const login = requireLogin({ user: ANNA });
  answerOwn("POST /sign-in", () => {
    login.user = ANNA;
    return { next: "done" };
  });
  const { id } = accountAt(0);
  const app = await renderApp(`/sip/${id}/edit`, { locale: "en" });
  const field = await screen.findByLabelText("Name");
  await app.user.clear(field);
  await app.user.type(field, "Desk");
  login.user = null;
  await app.user.click(screen.getByRole("button", { name: "Save" }));
  const ended = await screen.findByRole("dialog", { name: "Your session has ended" });
  return { ...app, login, ended: within(ended), field, id };
}

describe("a session that ends while a form is open", () => {
  it("is asked for in place; the form keeps what was typed and sends nothing by itself", async () => {
    const { user, ended, field, address, id } = await endInForm();
    expect(ended.getByLabelText("Name")).toHaveValue("anna");
    expect(ended.getByLabelText("Password")).toHaveFocus();
    await user.type(ended.getByLabelText("Password"), "sandbox-office-for-all");
    await user.click(ended.getByRole("button", { name: "Sign in" }));
    await waitFor(() => expect(screen.queryByText("Your session has ended")).toBeNull());
    expect(address()).toBe(`/sip/${id}/edit`);
    expect(field).toHaveValue("Desk");
    expect(requests("PATCH /sip/{id}")).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(requests("PATCH /sip/{id}")).toHaveLength(1));
    await waitFor(() => expect(address()).toBe(`/sip/${id}`));
  });

  it("may be put off until a write needs it, and ends in another tab as well", async () => {
    const { user, ended, login } = await endInForm();
    await user.click(ended.getByRole("button", { name: "Later" }));
    expect(screen.queryByRole("dialog", { name: "Your session has ended" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByRole("dialog", { name: "Your session has ended" });
    // Signed in in another tab.
    login.user = ANNA;
    act(() => void window.dispatchEvent(new Event("focus")));
    await waitFor(() =>
      expect(screen.queryByRole("dialog", { name: "Your session has ended" })).toBeNull(),
    );
  });

  it("reloads the page for somebody else, and restores nothing", async () => {
    const { login } = await endInForm();
    const reload = vi.fn<() => void>();
    vi.stubGlobal("location", { href: "http://localhost/", reload });
    login.user = VERA;
    act(() => void window.dispatchEvent(new Event("focus")));
    await waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
    expect(Object.keys(sessionStorage).filter((key) => key.startsWith("pult.draft"))).toEqual([]);
  });
});

describe("reads that failed since the session ended", () => {
  it("are read again after signing in", async () => {
    const login = requireLogin({ user: ANNA });
    answerOwn("POST /sign-in", () => {
      login.user = ANNA;
      return { next: "done" };
    });
    const { user } = await renderApp("/sip", { locale: "en" });
    await screen.findByText("8 accounts");
    login.user = null;
    await user.click(screen.getByRole("button", { name: "Refresh" }));
    const ended = within(await screen.findByRole("dialog", { name: "Your session has ended" }));
    expect(screen.queryByText(/Could not be refreshed/), "told once").toBeNull();
    const before = requests("GET /sip").length;
    await user.type(ended.getByLabelText("Password"), "sandbox-office-for-all");
    await user.click(ended.getByRole("button", { name: "Sign in" }));
    await waitFor(() => expect(requests("GET /sip").length).toBeGreaterThan(before));
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

it("a store that can't be read is told once, and read again when it can", async () => {
  requireLogin({ user: ANNA });
  let isBroken = true;
  const broken = () => (isBroken ? refusal("store-failed", 503) : undefined);
  server.use(http.all("*/api/v1/*", broken));
  server.use(
    http.get("*/api/session", () => {
      if (!isBroken) return undefined;
      const body = { message: "", code: 503, proxy: "store-failed", store: "unreachable" };
      return Response.json(body, { status: 503 });
    }),
  );
  await renderApp("/sip", { locale: "en" });
  expect(await screen.findByText(/Its database server does not answer/)).toBeVisible();
  expect(screen.getAllByText(/database/)).toHaveLength(1);
  isBroken = false;
  act(() => void window.dispatchEvent(new Event("focus")));
  expect(await screen.findByText("8 accounts")).toBeVisible();
  expect(screen.queryByText(/database/)).toBeNull();
});
