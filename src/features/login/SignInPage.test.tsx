import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { ANNA, answerOwn, refusal, requireLogin } from "#app/testing/login.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { requests } from "#app/testing/sandbox.ts";

const PASSWORD = "sandbox-office-for-all";
const LINK = "abcdefghijklmnopqrstuvwx";
const name = () => screen.findByLabelText("Name");
const password = () => screen.getByLabelText("Password");
const submit = () => screen.getByRole("button", { name: "Sign in" });

/** The server of one who signs in with a name and a password. */
function acceptPassword() {
  const login = requireLogin();
  answerOwn("POST /sign-in", (body) => {
    const { password: typed } = body as { password: string };
    if (typed !== PASSWORD) return refusal("wrong-credentials", 401);
    login.user = ANNA;
    return { next: "done" };
  });
  return login;
}

describe("opening the app without a session", () => {
  it("leads to the sign-in, and from there to the page that was opened", async () => {
    acceptPassword();
    const { user, address } = await renderApp("/voicemail?x=1", { locale: "en" });
    await screen.findByRole("heading", { name: "Sign in" });
    expect(address()).toBe(`/sign-in?to=${encodeURIComponent("/voicemail?x=1")}`);
    expect(await name()).toHaveFocus();
    await user.type(await name(), "anna");
    await user.type(password(), PASSWORD);
    await user.click(submit());
    expect(await screen.findByRole("switch")).toBeVisible();
    expect(address()).toBe("/voicemail?x=1");
  });

  it("never leads to another site", async () => {
    requireLogin({ user: ANNA });
    for (const to of ["//evil.example", "https://evil.example", "/\\evil.example"]) {
      const { address, unmount } = await renderApp(`/sign-in?to=${encodeURIComponent(to)}`);
      await waitFor(() => expect(address()).toBe("/"));
      unmount();
    }
  });

  it("is not needed where nobody signs in", async () => {
    await renderApp("/sign-in", { locale: "en" });
    expect(await screen.findByText("Pult needs no sign-in here.")).toBeVisible();
  });
});

describe("the sign-in", () => {
  it("keeps the name after a wrong password, and says what is wrong at the field", async () => {
    acceptPassword();
    const { user } = await renderApp("/sign-in", { locale: "en" });
    await user.click(await screen.findByRole("button", { name: "Sign in" }));
    expect(screen.getByLabelText("Name")).toHaveAccessibleDescription(/\w/);
    await user.type(await name(), "anna");
    await user.type(password(), "wrong");
    await user.click(submit());
    expect(await screen.findByText("The name or the password is wrong.")).toBeVisible();
    expect(password()).toHaveAccessibleDescription(/^The name or the password is wrong\./);
    expect(await name()).toHaveValue("anna");
  });

  it("counts down after too many tries", async () => {
    requireLogin();
    answerOwn("POST /sign-in", () => refusal("too-many-calls", 429, { "Retry-After": "2" }));
    const { user } = await renderApp("/sign-in", { locale: "en" });
    await user.type(await name(), "anna");
    await user.type(password(), "wrong");
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"] });
    await user.click(submit());
    expect(await screen.findByText(/again in 2 seconds/)).toBeVisible();
    expect(submit()).toBeDisabled();
    act(() => void vi.advanceTimersByTime(1000));
    expect(screen.getByText(/again in 1 second\./)).toBeVisible();
    act(() => void vi.advanceTimersByTime(1000));
    expect(screen.getByText("You can try again now.")).toBeVisible();
    expect(submit()).toBeEnabled();
  });

  it("asks for a code, takes a recovery code, and starts again when that took too long", async () => {
    const login = requireLogin();
    const sent: unknown[] = [];
    let isOver = true;
    answerOwn("POST /sign-in", () => ({ next: "code" }));
    answerOwn("POST /sign-in/code", (body) => {
      sent.push(body);
      if (isOver) return refusal("sign-in-required", 401);
      login.user = ANNA;
      return {};
    });
    const { user, address } = await renderApp("/sign-in?to=/voicemail", { locale: "en" });
    const typePassword = async () => {
      await user.type(await name(), "anna");
      await user.type(password(), PASSWORD);
      await user.click(submit());
    };
    await typePassword();
    await user.type(await screen.findByLabelText("Code from the authenticator app"), "123456");
    await user.click(submit());
    expect(await screen.findByText(/That took too long/)).toBeVisible();
    isOver = false;
    await typePassword();
    await user.click(await screen.findByRole("button", { name: "Use a recovery code" }));
    await user.type(screen.getByLabelText("Recovery code"), "abcde-fghij");
    await user.click(submit());
    await screen.findByRole("switch");
    expect(address()).toBe("/voicemail");
    expect(sent).toEqual([
      { code: "123456", isRecovery: false },
      { code: "abcde-fghij", isRecovery: true },
    ]);
  });

  it("says what to run where there are no users, and goes on when there are", async () => {
    const login = requireLogin({ hasNoUsers: true });
    const { user } = await renderApp("/sign-in", { locale: "en" });
    expect(await screen.findByText("npm run user -- add anna --role admin")).toBeVisible();
    delete login.hasNoUsers;
    await user.click(screen.getByRole("button", { name: "Check again" }));
    expect(await name()).toBeVisible();
  });

  it("sends people to their OpenID Connect provider, and tells why that refused", async () => {
    requireLogin({ kind: "oidc" });
    const sent: unknown[] = [];
    answerOwn("POST /sign-in/oidc", (body) => {
      sent.push(body);
      return refusal("upstream-unreachable", 502);
    });
    const { user } = await renderApp("/sign-in?to=/sip&error=access_denied", { locale: "en" });
    expect(await screen.findByRole("alert")).toHaveTextContent("access_denied");
    await user.click(screen.getByRole("button", { name: "Go to sign-in" }));
    await waitFor(() => expect(sent).toEqual([{ to: "/sip", isVerification: false }]));
  });
});

describe("a single-use link", () => {
  const owner = { name: "anna", role: "admin", needsPassword: true };

  it("lets set a password, after which its secret is in no address", async () => {
    const login = requireLogin();
    const sent: unknown[] = [];
    answerOwn("POST /sign-in/link", () => owner);
    answerOwn("POST /sign-in/link/redeem", (body) => {
      sent.push(body);
      if (sent.length === 1) return refusal("weak-password", 422);
      login.user = ANNA;
      return { next: "done" };
    });
    const { user, router } = await renderApp(`/sign-in#${LINK}`, { locale: "en" });
    const field = await screen.findByLabelText("New password");
    expect(router.state.location.hash).toBe("");
    const set = screen.getByRole("button", { name: "Set the password and sign in" });
    await user.type(field, "short");
    await user.click(set);
    expect(screen.getByText("7 more characters are needed.")).toBeVisible();
    await user.type(field, "-and-guessed");
    await user.click(set);
    expect(await screen.findByText(/too easy to guess/)).toBeVisible();
    await user.clear(field);
    await user.type(field, "four-words-nobody-guesses");
    await user.click(set);
    await waitFor(() => expect(router.state.location.pathname).toBe("/"));
    expect(sent.at(-1)).toEqual({ link: LINK, password: "four-words-nobody-guesses" });
  });

  it("that is too old says so", async () => {
    requireLogin();
    answerOwn("POST /sign-in/link", () => refusal("link-invalid", 410));
    const { user } = await renderApp(`/sign-in#${LINK}`, { locale: "en" });
    await screen.findByRole("heading", { name: "This link no longer works" });
    await user.click(screen.getByRole("button", { name: "Go to sign-in" }));
    expect(await name()).toBeVisible();
  });

  it("for a screen on the wall starts it by one button, and asks only for what a wall may see", async () => {
    const login = requireLogin();
    answerOwn("POST /sign-in/link", () => ({ name: "lobby", role: "wall", needsPassword: false }));
    answerOwn("POST /sign-in/link/redeem", () => {
      login.user = { name: "lobby", fullName: "Lobby", role: "wall", hasTotp: false };
      return { next: "done" };
    });
    const { user, address } = await renderApp(`/sign-in#${LINK}`, { locale: "en" });
    await user.click(await screen.findByRole("button", { name: "Show the wall" }));
    await waitFor(() => expect(address()).toBe("/status/wall"));
    await waitFor(() => expect(requests("GET /sip/statuses")).not.toEqual([]));
    const asked = new Set(requests().map(({ operation }) => operation));
    expect(asked).toEqual(new Set(["GET /sip", "GET /sip/statuses"]));
  });
});
