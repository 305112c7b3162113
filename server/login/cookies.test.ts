import * as fc from "fast-check";
import { parseCookies } from "better-auth/cookies";
import { describe, expect, it } from "vitest";
import type { ProxyContext } from "#proxy/env.ts";
import { authHeaders, readSessionToken } from "./cookies.ts";
import { PASSWORD, startLogin } from "./testing/startLogin.ts";

const HTTPS = "https://pult.example.com";

const context = (cookie: string) =>
  ({ env: { incoming: { headers: { cookie } } } }) as unknown as ProxyContext;

/** The session's token as better-auth finds it. */
function tokenForLibrary(cookie: string, publicUrl: string | undefined): string | undefined {
  const headers = authHeaders(context(cookie), publicUrl);
  const value = parseCookies(headers.get("cookie") ?? "").get("pult.session_token");
  return decodeURIComponent(value ?? "").split(".", 1)[0] || undefined;
}

describe("the cookie of a session", () => {
  it.each([
    ["pult.session_token=a.b", undefined, "a"],
    ["__Host-pult.session_token=a.b", undefined, "a"],
    ["pult.session_token=a.b; __Host-pult.session_token=c.d", undefined, "c"],
    ["pult.session_token=a.b; pult.session_token=c.d", undefined, undefined],
    ["__Host-pult.session_token=a.b; __Host-pult.session_token=c.d", HTTPS, undefined],
    ["pult.session_token=a.b", HTTPS, undefined],
    ["pult.session_token=a.b; __Host-pult.session_token=c.d", HTTPS, "c"],
    ["other=1", undefined, undefined],
    ["", undefined, undefined],
  ])("of %j is, at %s, %s", (cookie, publicUrl, token) => {
    expect(readSessionToken(context(cookie), publicUrl)).toBe(token);
  });

  it("is the same for Pult and for the library, whatever a browser sends", () => {
    const name = fc.constantFrom("pult.session_token", "__Host-pult.session_token", "other");
    const value = fc.stringMatching(/^[a-c]{0,2}(\.[a-c])?$/);
    const pair = fc.tuple(name, fc.constantFrom("=", " = ", ""), value);
    const header = fc
      .array(pair, { maxLength: 5 })
      .map((pairs) => pairs.map((parts) => parts.join("")).join("; "));
    fc.assert(
      fc.property(header, fc.constantFrom(undefined, HTTPS), (cookie, publicUrl) => {
        const token = readSessionToken(context(cookie), publicUrl);
        expect(tokenForLibrary(cookie, publicUrl)).toBe(token);
      }),
    );
  });

  it("is nobody's when two are sent: one user's password proves no other's", async () => {
    let offset = 0;
    const { addUser, browser } = await startLogin({ now: () => Date.now() + offset });
    const { browser: anna } = await addUser("anna", "admin");
    const { browser: vera } = await addUser("vera", "support");
    offset = 11 * 60_000;
    const body = { password: PASSWORD };
    const both = browser();
    const cookie = `${vera.cookies()}; ${anna.cookies()}`;
    expect((await both.send("POST", "/session/verify", body, { cookie })).status).toBe(401);
    const invite = await anna.send("POST", "/users", { name: "mallory", role: "admin" });
    expect(invite).toMatchObject({ status: 403, json: { proxy: "verification-required" } });
  });
});

describe("a page that is opened without TLS, where TLS ends in front", () => {
  it("is told where to open Pult, instead of a cookie that its browser ignores", async () => {
    const { browser, url } = await startLogin({ settings: { kind: "local", publicUrl: HTTPS } });
    const body = { name: "anna", password: PASSWORD };
    const answer = await browser().send("POST", "/sign-in", body, { origin: url });
    expect(answer).toMatchObject({ status: 403, json: { message: `Open Pult at ${HTTPS}.` } });
  });
});
