import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { ANNA, answerOwn, refusal, requireLogin } from "#app/testing/login.ts";
import { renderApp } from "#app/testing/renderApp.tsx";

const session = (id: string, isCurrent = false) => ({
  id,
  startedAt: "2026-11-30T08:00:00.000Z",
  usedAt: "2026-11-30T09:00:00.000Z",
  address: `192.0.2.${id}`,
  browser: "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0",
  isCurrent,
});

async function openPanel() {
  const login = requireLogin({ user: ANNA });
  let sessions = [session("1", true), session("2")];
  answerOwn("GET /sessions", () => ({ items: sessions }));
  answerOwn("DELETE /sessions/:id", (_, { id }) => {
    sessions = sessions.filter((one) => one.id !== id);
    return {};
  });
  const app = await renderApp("/voicemail", { locale: "en" });
  await app.user.click(await screen.findByRole("button", { name: "Anna Belova" }));
  const panel = within(await screen.findByRole("dialog", { name: "Your profile" }));
  return { ...app, login, panel };
}

describe("the panel of one's own account", () => {
  it("shows name and role, and ends other sessions", async () => {
    const { user, panel } = await openPanel();
    expect(panel.getByText("Administrator.")).toBeVisible();
    await panel.findByText("this browser");
    await user.click(
      panel.getByRole("button", { name: "End the session: Firefox, Linux, 192.0.2.2" }),
    );
    await waitFor(() => expect(panel.queryByText(/192\.0\.2\.2/)).toBeNull());
    expect(panel.getByText(/192\.0\.2\.1/)).toBeVisible();
  });

  it("changes the password", async () => {
    const { user, panel } = await openPanel();
    const sent: unknown[] = [];
    answerOwn("POST /session/password", (body) => {
      sent.push(body);
      return sent.length === 1 ? refusal("wrong-credentials", 401) : {};
    });
    await user.click(panel.getByRole("button", { name: "Change the password" }));
    await user.type(panel.getByLabelText("Current password"), "old");
    await user.type(panel.getByLabelText("New password"), "four-words-nobody-guesses");
    await user.click(panel.getByRole("button", { name: "Change the password" }));
    expect(await panel.findByText("The password is wrong.")).toBeVisible();
    await user.click(panel.getByRole("button", { name: "Change the password" }));
    expect(await screen.findByText(/all other sessions have ended/)).toBeVisible();
    expect(sent.at(-1)).toEqual({ password: "old", newPassword: "four-words-nobody-guesses" });
  });

  it("turns the second factor on with a code, having shown what to keep", async () => {
    const { user, panel, login } = await openPanel();
    const uri = "otpauth://totp/Pult%3Aanna?secret=JBSWY3DPEHPK3PXP&issuer=Pult";
    answerOwn("POST /session/totp", () => ({ uri, recoveryCodes: ["aaaaa-bbbbb", "ccccc-ddddd"] }));
    answerOwn("POST /session/totp/confirm", () => {
      login.user = { ...ANNA, hasTotp: true };
      return {};
    });
    await user.click(panel.getByRole("button", { name: "Turn on" }));
    await user.type(panel.getByLabelText("Password"), "mine");
    await user.click(panel.getByRole("button", { name: "Next" }));
    expect(await panel.findByText("JBSW Y3DP EHPK 3PXP")).toBeVisible();
    expect(panel.getByText("ccccc-ddddd")).toBeVisible();
    expect(panel.getByRole("link", { name: /authenticator app/ })).toHaveAttribute("href", uri);
    await user.type(panel.getByLabelText("Code from the authenticator app"), "123456");
    await user.click(panel.getByRole("button", { name: "Turn the second factor on" }));
    expect(await panel.findByRole("button", { name: "Turn off" })).toBeVisible();
    expect(panel.queryByText("ccccc-ddddd")).toBeNull();
  });

  it("signs out: the server first, then nothing stays in this browser", async () => {
    const { user, panel } = await openPanel();
    localStorage.setItem("pult.locale", "en");
    sessionStorage.setItem("pult.draft /sip/7/edit", "{}");
    const replace = vi.fn<(to: string) => void>();
    vi.stubGlobal("location", { href: location.href, origin: location.origin, replace });
    let isDown = true;
    answerOwn("POST /sign-out", () => (isDown ? refusal("store-failed", 503) : {}));
    await user.click(panel.getByRole("button", { name: "Sign out" }));
    expect(await panel.findByRole("alert")).toBeVisible();
    expect(localStorage.getItem("pult.locale")).toBe("en");
    isDown = false;
    await user.click(panel.getByRole("button", { name: "Sign out" }));
    await waitFor(() => expect(replace).toHaveBeenCalledWith("/sign-in"));
    expect(Object.keys(sessionStorage)).toEqual([]);
    expect(localStorage.getItem("pult.locale")).toBeNull();
  });
});
