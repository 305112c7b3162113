import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { LoginUser } from "#api/login.ts";
import { ANNA, answerOwn, refusal, requireLogin, VERA } from "#app/testing/login.ts";
import { renderApp } from "#app/testing/renderApp.tsx";

const user = (id: string, one: typeof ANNA, more: Partial<LoginUser> = {}): LoginUser => ({
  ...one,
  id,
  isDisabled: false,
  createdAt: "2026-11-30T08:00:00.000Z",
  sessions: 0,
  usedAt: null,
  ...more,
});

/** The server of an administrator, whose password was typed too long ago where that is said. */
async function openUsers(path: string, { mustVerify = false } = {}) {
  requireLogin({ user: ANNA });
  const users = [user("1", ANNA, { hasTotp: true }), user("2", VERA)];
  let isVerified = !mustVerify;
  const sent: unknown[] = [];
  answerOwn("GET /users", () => ({ items: users }));
  answerOwn("GET /users/:id/sessions", () => ({ items: [] }));
  answerOwn("POST /session/verify", (body) => {
    isVerified = (body as { password: string }).password === "mine";
    return isVerified ? {} : refusal("wrong-credentials", 401);
  });
  const change = (answer: (body: unknown) => object) => (body: unknown) => {
    if (!isVerified) return refusal("verification-required", 403);
    sent.push(body);
    return answer(body);
  };
  answerOwn(
    "POST /users",
    change((body) => {
      const { name } = body as { name: string };
      users.push(user("3", { ...VERA, name, fullName: name }));
      return { id: "3", link: "abcdefghijklmnopqrstuvwx", expiresAt: "2026-11-30T10:00:00.000Z" };
    }),
  );
  answerOwn(
    "PATCH /users/:id",
    change((body) => {
      if ((body as { isDisabled?: boolean }).isDisabled) return refusal("last-admin", 409);
      Object.assign(users[1] ?? {}, body);
      return {};
    }),
  );
  answerOwn(
    "POST /users/:id/totp/stop",
    change(() => {
      Object.assign(users[0] ?? {}, { hasTotp: false });
      return {};
    }),
  );
  const app = await renderApp(path, { locale: "en" });
  return { ...app, sent };
}

describe("the people", () => {
  it("are listed with role and second factor", async () => {
    await openUsers("/users");
    const rows = within(await screen.findByRole("main")).findAllByRole("listitem");
    expect((await rows).map((row) => row.textContent)).toEqual([
      "Anna Belova anna · youAdministratorNot signed inSecond factor",
      "Vera veraSupportNot signed in",
    ]);
  });

  it("are not shown to others, whose page asks for nothing", async () => {
    requireLogin({ user: VERA });
    await renderApp("/users", { locale: "en" });
    expect(await screen.findByText(/Only administrators manage people/)).toBeVisible();
    expect(screen.queryByRole("link", { name: "Invite" })).toBeNull();
  });

  it("come from elsewhere where a provider signs them in", async () => {
    requireLogin({ kind: "oidc", user: ANNA });
    answerOwn("GET /users", () => ({ items: [user("1", ANNA)] }));
    await renderApp("/users", { locale: "en" });
    expect(await screen.findByText(/come from your organisation/)).toBeVisible();
    expect(screen.queryByRole("link", { name: "Invite" })).toBeNull();
  });
});

describe("an invitation", () => {
  it("takes the password again where that was typed long ago, and shows the link once", async () => {
    const { user: person, sent } = await openUsers("/users/new", { mustVerify: true });
    const form = within(await screen.findByRole("dialog", { name: "Invite a person" }));
    await person.click(form.getByRole("button", { name: "Make the link" }));
    expect(form.getByText(/without spaces, beginning/)).toBeVisible();
    await person.type(form.getByLabelText("Name to sign in with"), "pavel");
    await person.click(form.getByRole("radio", { name: /^Administrator/ }));
    await person.click(form.getByRole("button", { name: "Make the link" }));
    const verify = within(await screen.findByRole("dialog", { name: "Confirm that it’s you" }));
    await person.type(verify.getByLabelText("Password"), "wrong");
    await person.click(verify.getByRole("button", { name: "Continue" }));
    expect(await verify.findByText("The password is wrong.")).toBeVisible();
    expect(sent).toEqual([]);
    await person.clear(verify.getByLabelText("Password"));
    await person.type(verify.getByLabelText("Password"), "mine");
    await person.click(verify.getByRole("button", { name: "Continue" }));
    const link = `${location.origin}/sign-in#abcdefghijklmnopqrstuvwx`;
    expect(await screen.findByText(link)).toBeVisible();
    expect(sent).toEqual([{ name: "pavel", role: "admin" }]);
    await person.click(screen.getByRole("button", { name: "Done" }));
    expect(await screen.findByRole("link", { name: "pavel" })).toBeVisible();
    expect(screen.queryByText(link)).toBeNull();
  });

  it("that is not verified is not made", async () => {
    const { user: person, sent } = await openUsers("/users/new", { mustVerify: true });
    const form = within(await screen.findByRole("dialog", { name: "Invite a person" }));
    await person.type(form.getByLabelText("Name to sign in with"), "pavel");
    await person.click(form.getByRole("button", { name: "Make the link" }));
    const verify = within(await screen.findByRole("dialog", { name: "Confirm that it’s you" }));
    await person.click(verify.getByRole("button", { name: "Cancel" }));
    expect(await form.findByText(/Your password is needed again/)).toBeVisible();
    expect(form.getByLabelText("Name to sign in with")).toHaveValue("pavel");
    expect(sent).toEqual([]);
  });
});

describe("a person", () => {
  it("who has lost their second factor can go without it", async () => {
    const { user: person, sent } = await openUsers("/users/1");
    const panel = within(await screen.findByRole("dialog", { name: "Anna Belova" }));
    await person.click(await panel.findByRole("button", { name: "Turn off" }));
    expect(await screen.findByText("Anna Belova: the second factor is off")).toBeVisible();
    expect(sent).toHaveLength(1);
    await waitFor(() => expect(panel.queryByRole("button", { name: "Turn off" })).toBeNull());
  });

  it("gets another role, and the last administrator can't be disabled", async () => {
    const { user: person, sent } = await openUsers("/users/2");
    const panel = within(await screen.findByRole("dialog", { name: "Vera" }));
    await person.click(await panel.findByRole("radio", { name: /^Administrator/ }));
    await person.click(panel.getByRole("button", { name: "Change the role" }));
    await waitFor(() => expect(sent).toEqual([{ role: "admin" }]));
    expect(await screen.findByText("Vera: Administrator")).toBeVisible();
    await person.click(panel.getByRole("button", { name: "Disable" }));
    expect(await panel.findByText(/This is the only administrator/)).toBeVisible();
  });
});
