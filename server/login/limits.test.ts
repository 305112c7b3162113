import { describe, expect, it } from "vitest";
import { MAX_CALLS } from "./limits.ts";
import { type Attempt, createSignInDelay, type SignInDelay } from "./signInDelay.ts";
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

/** Seconds that each of these tries has to wait for. */
function waitsOf(tries: readonly Attempt[]): number[] {
  let now = 0;
  const delay = createSignInDelay(() => now);
  return tries.map((attempt) => {
    let seconds = 0;
    for (; isRefused(delay, attempt); seconds++) now += 1000;
    return seconds;
  });
}

const from = (address: string): Attempt => ({ name: "anna", address });

describe("guessing a password", () => {
  it("makes the next try of the same name wait, longer each time, and never locks it", () => {
    const tries = Array.from({ length: 12 }, () => ({ name: "Anna ", address: "10.0.0.1" }));
    expect(waitsOf(tries)).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it("hardly delays the same name from elsewhere", () => {
    const delay = createSignInDelay(() => 0);
    for (let tries = 0; tries < 10; tries++) isRefused(delay, from("10.0.0.1"));
    expect(isRefused(delay, from("10.0.0.1"))).toBe(true);
    expect(isRefused(delay, from("10.0.0.2"))).toBe(false);
    const many = Array.from({ length: 30 }, (_, index) =>
      isRefused(delay, from(`10.1.0.${index}`)),
    );
    expect(many.filter(Boolean).length).toBeGreaterThan(10);
  });

  it("starts again after the right password, and after 15 minutes", () => {
    let now = 0;
    const delay = createSignInDelay(() => now);
    const anna = { name: "anna", address: "10.0.0.1" };
    const exhaust = () => {
      while (!isRefused(delay, anna)) now += 0;
    };
    exhaust();
    delay.succeeded(anna);
    expect(isRefused(delay, anna)).toBe(false);
    exhaust();
    now += 16 * 60_000;
    expect(isRefused(delay, anna)).toBe(false);
  });

  it("is slowed down at the sign-in, for an unknown name too, and in a session", async () => {
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
    // It is not the name's: guesses at the sign-in do not keep Anna from working.
    expect((await anna.send("POST", "/session/verify", { password: PASSWORD })).status).toBe(200);
    const guesses = [];
    for (let tries = 0; tries < 4; tries++) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      guesses.push((await anna.send("POST", "/session/verify", { password: "wrong" })).status);
    }
    expect(guesses).toEqual([401, 401, 401, 429]);
  });
});

/** Whether a try has to wait; otherwise it has begun. */
function isRefused(delay: SignInDelay, attempt: Attempt): boolean {
  try {
    delay.begin(attempt);
    return false;
  } catch {
    return true;
  }
}

describe("many tries at once", () => {
  it("of one name are not all free", async () => {
    // Time stands still: on a busy machine the wait would be over before the last of them.
    const at = Date.now();
    const { addUser, browser } = await startLogin({ now: () => at });
    await addUser("anna", "admin");
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => browser().signIn("anna", "wrong wrong wrong")),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(3);
    expect(statuses.filter((status) => status === 429)).toHaveLength(17);
  });

  it("of many names wait for each other, and the rest is told to come back", async () => {
    const { browser } = await startLogin({ fullHashing: true });
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        browser().signIn(`name${index}`, "wrong wrong wrong"),
      ),
    );
    const statuses = new Set(answers.map(({ status }) => status));
    expect(statuses).toEqual(new Set([401, 503]));
  });
});
