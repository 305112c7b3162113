import { describe, expect, it } from "vitest";
import { MAX_CALLS } from "./limits.ts";
import { createSignInDelay } from "./signInDelay.ts";
import { PASSWORD, startLogin } from "./testing/startLogin.ts";

describe("one user", () => {
  it("has at most 16 calls under way; the next is served once one has ended", async () => {
    const waiting: (() => void)[] = [];
    const { addUser, upstream } = await startLogin({
      upstream: (_, response) => void waiting.push(() => response.end('{"success":true}')),
    });
    const { browser } = await addUser("vera", "support");
    const calls = Array.from({ length: MAX_CALLS }, (_, id) =>
      browser.api("GET", `/sip/${id + 1}`),
    );
    await expect.poll(() => upstream.seen.length).toBe(MAX_CALLS);
    const tooMany = await browser.api("GET", "/sip/99");
    expect(tooMany).toMatchObject({ status: 429, json: { proxy: "too-many-calls" } });
    expect(tooMany.headers.get("retry-after")).toBe("1");
    for (const answer of waiting.splice(0)) answer();
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual(calls.map(() => 200));
    const next = browser.api("GET", "/sip/99");
    await expect.poll(() => waiting.length).toBe(1);
    waiting[0]?.();
    expect((await next).status).toBe(200);
  });

  it("changes at most 60 things a minute, and sees at most 30 passwords an hour", async () => {
    let now = Date.now();
    const { addUser, upstream } = await startLogin({ now: () => now });
    const { browser: anna } = await addUser("anna", "admin");
    const { browser: boris } = await addUser("boris", "admin");
    const statuses = [];
    for (let count = 0; count < 61; count++) {
      // oxlint-disable-next-line no-await-in-loop -- counted one after the other
      statuses.push((await anna.api("DELETE", "/sip/15")).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 60 }, () => 200), 429]);
    expect(upstream.seen.filter(({ method }) => method === "DELETE")).toHaveLength(60);
    expect((await boris.api("DELETE", "/sip/15")).status).toBe(200);
    now += 61_000;
    expect((await anna.api("DELETE", "/sip/15")).status).toBe(200);

    const reveal = async () =>
      (await anna.api("GET", "/sip/15", undefined, { "x-pult-reveal": "password" })).status;
    const reveals = [];
    // oxlint-disable-next-line no-await-in-loop -- counted one after the other
    for (let count = 0; count < 31; count++) reveals.push(await reveal());
    expect(reveals).toEqual([...Array.from({ length: 30 }, () => 200), 429]);
  });
});

describe("guessing a password", () => {
  it("makes the next try of the same name wait, longer each time, and never locks it", () => {
    let now = 0;
    const delay = createSignInDelay(() => now);
    const waits = [];
    for (let tries = 0; tries < 12; tries++) {
      delay.failed("Anna");
      let seconds = 0;
      for (; isRefused(delay, "anna "); seconds++) now += 1000;
      waits.push(seconds);
    }
    expect(waits).toEqual([0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
    delay.failed("anna");
    expect([isRefused(delay, "anna"), isRefused(delay, "boris")]).toEqual([true, false]);
    delay.succeeded("anna");
    expect(isRefused(delay, "anna")).toBe(false);
  });

  it("is slowed down at the sign-in, for an unknown name too, and by a stolen session", async () => {
    const { addUser, browser } = await startLogin();
    const { browser: anna } = await addUser("anna", "admin");
    for (const name of ["anna", "nobody"]) {
      const statuses = [];
      for (let tries = 0; tries < 4; tries++) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        statuses.push((await browser().signIn(name, "wrong wrong wrong")).status);
      }
      expect([name, ...statuses]).toEqual([name, 401, 401, 401, 429]);
    }
    const verify = await anna.send("POST", "/session/verify", { password: PASSWORD });
    expect(verify.status).toBe(429);
  });
});

function isRefused(delay: ReturnType<typeof createSignInDelay>, name: string): boolean {
  try {
    delay.check(name);
    return false;
  } catch {
    return true;
  }
}
