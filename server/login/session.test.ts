import { describe, expect, it } from "vitest";
import { describeOnEachEngine } from "#server/store/testing/engines.ts";
import { PASSWORD, startLogin } from "./testing/startLogin.ts";

const MINUTE = 60_000;

/** A clock that a test moves on. */
function clock() {
  let offset = 0;
  return {
    now: () => Date.now() + offset,
    pass: (minutes: number) => {
      offset += minutes * MINUTE;
    },
  };
}

/** A server with such a clock, its users in memory. */
async function start() {
  const { now, pass } = clock();
  return { ...(await startLogin({ now })), pass };
}

describe("a session", () => {
  const ACTIVE = { "x-pult-active": "1" };

  it("ends after 30 minutes in which only the page polled", async () => {
    const { addUser, pass } = await start();
    const { browser } = await addUser("vera", "support");
    for (let polls = 0; polls < 3; polls++) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await browser.api("GET", "/sip")).status).toBe(200);
      pass(10.5);
    }
    expect((await browser.api("GET", "/sip")).status).toBe(401);
  });

  it("is not counted once it is over", async () => {
    const { addUser, pass } = await start();
    const { browser: anna } = await addUser("anna", "admin");
    await addUser("vera", "support");
    await addUser("lobby", "wall");
    pass(16);
    await anna.api("GET", "/sip", undefined, ACTIVE);
    pass(16);
    const { items } = (await anna.send("GET", "/users")).json as { items: object[] };
    expect(items).toMatchObject([
      { name: "anna", sessions: 1 },
      { name: "lobby", sessions: 1 },
      { name: "vera", sessions: 0, usedAt: null },
    ]);
  });

  it("goes on while a person uses the page, and ends after 12 hours", async () => {
    const { addUser, pass } = await start();
    const { browser } = await addUser("vera", "support");
    const statuses = [];
    for (let hours = 0; hours < 12; hours += 0.25) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      statuses.push((await browser.api("GET", "/sip", undefined, ACTIVE)).status);
      pass(15);
    }
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect((await browser.api("GET", "/sip", undefined, ACTIVE)).status).toBe(401);
  });

  it("of a wall lasts 30 days, also without use", async () => {
    const { addUser, pass } = await start();
    const { browser } = await addUser("lobby", "wall");
    pass(29.9 * 24 * 60);
    expect((await browser.api("GET", "/sip/statuses")).status).toBe(200);
    pass(0.2 * 24 * 60);
    expect((await browser.api("GET", "/sip/statuses")).status).toBe(401);
  });

  it("is seen and ended by its own user, who can't touch another's", async () => {
    const { addUser, browser } = await start();
    const { browser: anna } = await addUser("anna", "admin");
    const { browser: vera } = await addUser("vera", "support");
    const second = browser();
    await second.signIn("vera");
    const list = async () =>
      (
        (await vera.send("GET", "/sessions")).json as {
          items: { id: string; isCurrent: boolean }[];
        }
      ).items;
    const items = await list();
    expect(items.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
    expect(items).toHaveLength(2);
    const other = items.find(({ isCurrent }) => !isCurrent)?.id;
    await anna.send("DELETE", `/sessions/${other}`);
    expect(await list()).toHaveLength(2);
    await vera.send("DELETE", `/sessions/${other}`);
    expect((await second.api("GET", "/sip")).status).toBe(401);
    expect((await vera.api("GET", "/sip")).status).toBe(200);
  });

  it("takes the password again for secrets and users, ten minutes after it was typed", async () => {
    const { addUser, pass } = await start();
    const { browser: anna } = await addUser("anna", "admin");
    const reveal = () => anna.api("GET", "/sip/15", undefined, { "x-pult-reveal": "password" });
    const invite = (name: string) => anna.send("POST", "/users", { name, role: "support" });
    expect([(await reveal()).status, (await invite("boris")).status]).toEqual([200, 200]);
    pass(11);
    for (const { status, json } of [await reveal(), await invite("vera")]) {
      expect(status).toBe(403);
      expect(json).toMatchObject({ proxy: "verification-required" });
    }
    expect((await anna.api("GET", "/sip/15")).status).toBe(200);
    expect((await anna.send("POST", "/session/verify", { password: "wrong" })).status).toBe(401);
    expect((await anna.send("POST", "/session/verify", { password: PASSWORD })).status).toBe(200);
    expect([(await reveal()).status, (await invite("vera")).status]).toEqual([200, 200]);
  });
});

describeOnEachEngine("with users in the database", (engine) => {
  const open = async () => startLogin({ store: await engine.location() });

  it("a session ends at once with the user's role, their right to sign in, or by an administrator", async () => {
    const { addUser } = await open();
    const { browser: anna } = await addUser("anna", "admin");
    const vera = await addUser("vera", "support");
    const isIn = async () => (await vera.browser.api("GET", "/sip")).status === 200;
    const signInAgain = () => vera.browser.signIn("vera");

    await anna.send("PATCH", `/users/${vera.id}`, { role: "wall" });
    expect(await isIn()).toBe(false);
    await anna.send("PATCH", `/users/${vera.id}`, { role: "support" });
    await signInAgain();
    expect(await isIn()).toBe(true);

    await anna.send("PATCH", `/users/${vera.id}`, { isDisabled: true });
    expect(await isIn()).toBe(false);
    expect((await signInAgain()).json).toMatchObject({ proxy: "wrong-credentials" });
    await anna.send("PATCH", `/users/${vera.id}`, { isDisabled: false });
    await signInAgain();

    const { json } = await anna.send("GET", `/users/${vera.id}/sessions`);
    const { items } = json as { items: { id: string }[] };
    expect(items).toHaveLength(1);
    await anna.send("DELETE", `/users/${vera.id}/sessions/${items[0]?.id}`);
    expect(await isIn()).toBe(false);
  });

  it("a link is for one of those who use it at the same moment", async () => {
    const { invite, browser } = await open();
    const { link } = await invite("anna", "admin");
    const body = { link, password: PASSWORD };
    const used = await Promise.all(
      Array.from({ length: 8 }, () => browser().send("POST", "/sign-in/link/redeem", body)),
    );
    expect(used.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200,
      ...Array.from({ length: 7 }, () => 410),
    ]);
  });
});

describe("a link", () => {
  it("lets its user set a password and signs them in, once", async () => {
    const { invite, browser } = await start();
    const { link } = await invite("anna", "admin");
    const anna = browser();
    expect((await anna.send("POST", "/sign-in/link", { link })).json).toMatchObject({
      name: "anna",
      role: "admin",
      needsPassword: true,
    });
    const redeem = () => anna.send("POST", "/sign-in/link/redeem", { link, password: PASSWORD });
    expect((await redeem()).json).toMatchObject({ next: "done" });
    expect((await anna.api("GET", "/sip")).status).toBe(200);
    expect(await redeem()).toMatchObject({ status: 410, json: { proxy: "link-invalid" } });
    expect((await browser().signIn("anna")).status).toBe(200);
  });

  it("is void after 30 minutes", async () => {
    const { invite, browser, pass } = await start();
    const { link } = await invite("anna", "admin");
    pass(31);
    const answer = await browser().send("POST", "/sign-in/link", { link });
    expect(answer).toMatchObject({ status: 410, json: { proxy: "link-invalid" } });
  });

  it("survives a password that is too weak", async () => {
    const { invite, browser } = await start();
    const { link } = await invite("anna", "admin");
    for (const password of ["password1234", "qwertyuiop12", "йцукенгшщзхъ", "anna-anna-anna"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const answer = await browser().send("POST", "/sign-in/link/redeem", { link, password });
      expect([password, answer.json]).toMatchObject([password, { proxy: "weak-password" }]);
    }
    const short = await browser().send("POST", "/sign-in/link/redeem", { link, password: "Zu8!" });
    expect(short.status).toBe(400);
    const body = { link, password: PASSWORD };
    expect((await browser().send("POST", "/sign-in/link/redeem", body)).status).toBe(200);
  });

  it("for a new password ends the sessions of the old one", async () => {
    const { addUser, browser } = await start();
    const { browser: anna } = await addUser("anna", "admin");
    const vera = await addUser("vera", "support");
    const { json } = await anna.send("POST", `/users/${vera.id}/link`);
    const { link } = json as { link: string };
    const password = "another calm walnut ladder";
    await browser().send("POST", "/sign-in/link/redeem", { link, password });
    expect((await vera.browser.api("GET", "/sip")).status).toBe(401);
    expect((await browser().signIn("vera")).status).toBe(401);
    expect((await browser().signIn("vera", password)).status).toBe(200);
  });
});

describe("a change of users", () => {
  it("never takes the last administrator away", async () => {
    const { addUser } = await startLogin();
    const { id, browser: anna } = await addUser("anna", "admin");
    for (const change of [{ role: "support" }, { isDisabled: true }]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const answer = await anna.send("PATCH", `/users/${id}`, change);
      expect(answer).toMatchObject({ status: 409, json: { proxy: "last-admin" } });
    }
    await addUser("boris", "admin");
    expect((await anna.send("PATCH", `/users/${id}`, { role: "support" })).status).toBe(200);
  });

  it("refuses a name that somebody has", async () => {
    const { addUser } = await startLogin();
    const { browser: anna } = await addUser("anna", "admin");
    const answer = await anna.send("POST", "/users", { name: "ANNA", role: "support" });
    expect(answer).toMatchObject({ status: 409, json: { proxy: "name-taken" } });
  });

  it("is in the journal with who did what to whom, like sign-ins, refusals and reveals", async () => {
    const { addUser } = await startLogin();
    const { browser: anna } = await addUser("anna", "admin");
    const vera = await addUser("vera", "support");
    await anna.send("PATCH", `/users/${vera.id}`, { role: "wall" });
    await vera.browser.signIn("vera");
    await vera.browser.api("DELETE", "/sip/15");
    await vera.browser.api("DELETE", "/sip/15");
    await anna.api("GET", "/sip/15", undefined, { "x-pult-reveal": "password" });
    const { json } = await anna.send("GET", "/journal?limit=5");
    const { items } = json as { items: Record<string, unknown>[] };
    expect(items).toMatchObject([
      { actor: "anna", operation: "GET /sip/{id}", fields: { password: "***" } },
      { actor: "vera", operation: "DELETE /sip/{id}", outcome: "refused" },
      { actor: "vera", operation: "POST /sign-in", outcome: "done" },
      {
        actor: "anna",
        operation: "PATCH /users/{id}",
        object: { kind: "user", name: "vera" },
        fields: { role: "wall" },
        before: { role: "support" },
      },
      { actor: "vera", operation: "POST /sign-in" },
    ]);
  });
});
