import { TOTP } from "otpauth";
import { describe, expect, it } from "vitest";
import { describeOnEachEngine } from "#server/store/testing/engines.ts";
import { type Browser, PASSWORD, startLogin } from "./testing/startLogin.ts";

describeOnEachEngine("signing in with a password", (engine) => {
  const start = async (more: Parameters<typeof startLogin>[0] = {}) =>
    startLogin({ store: await engine.location(), ...more });

  it("takes the right one, and tells who is signed in", async () => {
    const { addUser, browser } = await start({ fullHashing: true });
    await addUser("anna", "admin");
    const anna = browser();
    expect(await anna.send("POST", "/sign-in", { name: "Anna", password: PASSWORD })).toMatchObject(
      {
        status: 200,
        json: { next: "done" },
      },
    );
    expect((await anna.session()).login).toEqual({
      kind: "local",
      user: { name: "anna", fullName: "anna", role: "admin", hasTotp: false },
    });
    expect((await anna.api("GET", "/sip")).status).toBe(200);
  });

  it("asks for the second factor, once it is on", async () => {
    const { addUser, browser } = await start();
    await addUser("anna", "admin");
    const anna = browser();
    await anna.signIn("anna");
    const { json } = await anna.send("POST", "/session/totp", { password: PASSWORD });
    const { uri, recoveryCodes } = json as { uri: string; recoveryCodes: string[] };
    expect(uri).toMatch(/^otpauth:\/\/totp\/Pult%3Aanna\?/);
    const secret = new URL(uri).searchParams.get("secret") ?? "";
    const code = () => new TOTP({ secret }).generate();
    expect((await anna.send("POST", "/session/totp/confirm", { code: code() })).status).toBe(200);
    expect((await anna.session()).login.user).toMatchObject({ hasTotp: true });

    const second = browser();
    const first = await second.send("POST", "/sign-in", { name: "anna", password: PASSWORD });
    expect(first.json).toMatchObject({ next: "code" });
    expect((await second.session()).login.user).toBeNull();
    const wrong = await second.send("POST", "/sign-in/code", { code: "000000" });
    expect(wrong).toMatchObject({ status: 401, json: { proxy: "wrong-credentials" } });
    expect((await second.send("POST", "/sign-in/code", { code: code() })).status).toBe(200);
    expect((await second.session()).login.user).toMatchObject({ name: "anna" });

    // A code that somebody has overheard is of no use.
    const overheard = browser();
    await overheard.send("POST", "/sign-in", { name: "anna", password: PASSWORD });
    const replayed = await overheard.send("POST", "/sign-in/code", { code: code() });
    expect(replayed.status).toBe(401);
    expect((await overheard.session()).login.user).toBeNull();

    const third = browser();
    const recover = async (used: Browser) => {
      await used.send("POST", "/sign-in", { name: "anna", password: PASSWORD });
      const body = { code: recoveryCodes[0], isRecovery: true };
      return (await used.send("POST", "/sign-in/code", body)).status;
    };
    expect(await recover(third)).toBe(200);
    expect(await recover(browser())).toBe(401);
    expect((await anna.send("POST", "/session/totp/stop", { password: PASSWORD })).status).toBe(
      200,
    );
    expect(
      (await browser().send("POST", "/sign-in", { name: "anna", password: PASSWORD })).json,
    ).toMatchObject({ next: "done" });
  });

  it("goes without the second factor that an administrator has turned off, and until a new one", async () => {
    const { addUser } = await start();
    const { browser: anna } = await addUser("anna", "admin");
    const { id, browser: vera } = await addUser("vera", "support");
    const turnOn = async () => {
      const { json } = await vera.send("POST", "/session/totp", { password: PASSWORD });
      const secret = new URL((json as { uri: string }).uri).searchParams.get("secret") ?? "";
      await vera.send("POST", "/session/totp/confirm", { code: new TOTP({ secret }).generate() });
      return (await vera.signIn("vera")).json;
    };
    expect(await turnOn()).toMatchObject({ next: "code" });
    expect((await anna.send("POST", `/users/${id}/totp/stop`)).status).toBe(200);
    expect((await vera.signIn("vera")).json).toMatchObject({ next: "done" });
    expect((await vera.session()).login.user).toMatchObject({ hasTotp: false });
    const { json } = await anna.send("GET", "/journal?limit=2");
    const { items } = json as { items: object[] };
    expect(items[1]).toMatchObject({
      actor: "anna",
      operation: "POST /users/{id}/totp/stop",
      object: { kind: "user", name: "vera" },
    });
    expect(await turnOn()).toMatchObject({ next: "code" });
  });

  it("keeps no token, password or link as it is", async () => {
    const { addUser, browser, dump } = await start();
    await addUser("anna", "admin");
    const anna = browser();
    await anna.signIn("anna");
    const { json } = await anna.send("POST", "/users", { name: "boris", role: "support" });
    const { link } = json as { link: string };
    const text = await dump();
    const token = /pult\.session_token=([^.]+)\./.exec(anna.cookies())?.[1] ?? "";
    expect(token).toHaveLength(32);
    for (const secret of [token, PASSWORD, link]) expect(text).not.toContain(secret);
  });
});

describe("a sign-in", () => {
  it("refuses a wrong one and an unknown name alike", async () => {
    const { addUser, browser } = await startLogin();
    await addUser("anna", "admin");
    const answers = await Promise.all(
      ["anna", "nobody"].map((name) =>
        browser().send("POST", "/sign-in", { name, password: "wrong wrong wrong" }),
      ),
    );
    for (const { status, json } of answers) {
      expect(status).toBe(401);
      expect(json).toMatchObject({ proxy: "wrong-credentials" });
    }
    expect(answers[0]?.json).toEqual(answers[1]?.json);
  });

  it("ends a session with the sign-out, and clears the browser", async () => {
    const { addUser, browser } = await startLogin();
    await addUser("anna", "admin");
    const anna = browser();
    await anna.signIn("anna");
    const before = anna.cookies();
    const { headers } = await anna.send("POST", "/sign-out");
    expect(headers.get("clear-site-data")).toBe('"cache", "storage"');
    expect(anna.cookies()).toBe("");
    const stolen = browser(before);
    expect((await stolen.api("GET", "/sip")).status).toBe(401);
  });

  it("answers 503 with advice as long as there is nobody", async () => {
    const { browser } = await startLogin();
    const answer = await browser().api("GET", "/sip");
    expect(answer).toMatchObject({ status: 503, json: { proxy: "no-users" } });
    expect(answer.json).toMatchObject({
      message: expect.stringContaining("npm run user") as string,
    });
    expect((await browser().session()).login).toMatchObject({ hasNoUsers: true });
  });
});
