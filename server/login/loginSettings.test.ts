import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readLogin, roleInGroups } from "./loginSettings.ts";

const dir = mkdtempSync(join(tmpdir(), "pult-login-"));
afterAll(() => rmSync(dir, { recursive: true }));
const file = (name: string, text: string) => {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
};

const HERE = { host: "127.0.0.1", hasToken: true };
const OPEN = { host: "0.0.0.0", hasToken: true };
const SECRET = file("secret", "0123456789abcdef\n");
const OIDC = {
  LOGIN: "oidc",
  PUBLIC_URL: "https://pult.example.com/",
  OIDC_ISSUER: "https://login.example.com/realms/office/",
  OIDC_CLIENT_ID: "pult",
  OIDC_CLIENT_SECRET_FILE: SECRET,
  ADMIN_GROUPS: " telephony , it ",
};
const HEADER = { LOGIN: "header", FRONT_SECRET_FILE: SECRET, ADMIN_GROUPS: "telephony" };

describe("how people sign in", () => {
  it("has to be said before others can reach a server with a token", () => {
    expect(readLogin({}, HERE)).toEqual({ kind: "none" });
    expect(readLogin({}, { ...OPEN, hasToken: false })).toEqual({ kind: "none" });
    expect(() => readLogin({}, OPEN)).toThrow("set LOGIN");
    expect(readLogin({ LOGIN: "none" }, OPEN)).toEqual({ kind: "none" });
    expect(readLogin({ LOGIN: "local" }, OPEN)).toEqual({ kind: "local", publicUrl: undefined });
  });

  it("is read with what each kind needs", () => {
    expect(readLogin(OIDC, OPEN)).toEqual({
      kind: "oidc",
      publicUrl: "https://pult.example.com",
      issuer: "https://login.example.com/realms/office",
      clientId: "pult",
      clientSecret: "0123456789abcdef",
      groupsClaim: "groups",
      groups: { admin: ["telephony", "it"], support: [], wall: [] },
    });
    expect(readLogin({ ...HEADER, FRONT_USER: "X-User" }, OPEN)).toMatchObject({
      kind: "header",
      userHeader: "x-user",
      groupsHeader: "remote-groups",
      secret: "0123456789abcdef",
    });
  });

  it.each([
    [{ LOGIN: "ldap" }, "LOGIN has to be"],
    [{ ...OIDC, PUBLIC_URL: "" }, "PUBLIC_URL has to be set"],
    [
      { ...OIDC, PUBLIC_URL: "http://pult.example.com" },
      "PUBLIC_URL has to be an https:// address",
    ],
    [{ ...OIDC, OIDC_ISSUER: "login.example.com" }, "OIDC_ISSUER has to be an https:// address"],
    [{ ...OIDC, OIDC_CLIENT_ID: "" }, "OIDC_CLIENT_ID has to be set"],
    [
      { ...OIDC, OIDC_CLIENT_SECRET_FILE: "/nowhere" },
      "OIDC_CLIENT_SECRET_FILE has to name a file",
    ],
    [{ ...OIDC, ADMIN_GROUPS: " , " }, "ADMIN_GROUPS has to name"],
    [{ ...HEADER, FRONT_SECRET_FILE: "" }, "FRONT_SECRET_FILE has to be set"],
    [{ ...HEADER, FRONT_SECRET_FILE: file("short", "abc") }, "at least 16 characters"],
    [{ ...HEADER, FRONT_USER: "Remote User" }, "FRONT_USER has to be the name of a header"],
  ])("%o is refused in words, without the secret", (env, message) => {
    expect(() => readLogin(env, HERE)).toThrow(message);
    expect(() => readLogin(env, HERE)).not.toThrow("0123456789abcdef");
  });

  it("gives the most powerful role of somebody's groups", () => {
    const roles = { admin: ["a"], support: ["s", "x"], wall: ["w"] };
    expect(roleInGroups(["w", "x", "a"], roles)).toBe("admin");
    expect(roleInGroups(["w", "x"], roles)).toBe("support");
    expect(roleInGroups(["A", "aa"], roles)).toBeUndefined();
  });
});
