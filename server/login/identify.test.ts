import { describe, expect, it } from "vitest";
import { startLogin } from "./testing/startLogin.ts";

const SECRET = "front-secret-0123456789abcdef";
const SETTINGS = {
  kind: "header",
  userHeader: "remote-user",
  groupsHeader: "remote-groups",
  secret: SECRET,
  groups: { admin: ["telephony"], support: ["helpdesk"], wall: ["screens"] },
} as const;

const ANNA = [
  ["X-Pult-Front", SECRET],
  ["Remote-User", "anna"],
  ["Remote-Groups", "office, telephony"],
] as const;
type Headers = readonly (readonly [string, string])[];

async function start() {
  const { url, upstream, browser } = await startLogin({ settings: SETTINGS });
  const session = async (headers: Headers) => {
    // `fetch` joins headers of the same name; Node's own client sends each.
    const { default: http } = await import("node:http");
    return new Promise<unknown>((resolve, reject) => {
      const flat = [["X-Pult", "1"], ["Host", new URL(url).host], ...headers].flat();
      const request = http.request(`${url}/api/session`, { headers: flat }, (response) => {
        let text = "";
        response.on("data", (chunk: Buffer) => (text += chunk.toString()));
        response.on("end", () =>
          resolve((JSON.parse(text) as { login: { user: unknown } }).login.user),
        );
      });
      request.on("error", reject).end();
    });
  };
  return { session, upstream, browser };
}

describe("somebody whom a web server in front has signed in", () => {
  it("is known by its headers and has the role of the groups", async () => {
    const { session } = await start();
    expect(await session(ANNA)).toMatchObject({ name: "anna", role: "admin" });
    const others = [
      ["office", null],
      ["screens", "wall"],
      ["", null],
    ] as const;
    for (const [groups, role] of others) {
      const headers = [...ANNA.slice(0, 2), ["Remote-Groups", groups] as const];
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await session(headers)).toMatchObject({ name: "anna", role });
    }
  });

  it.each<[string, Headers]>([
    ["no secret", ANNA.slice(1)],
    ["a wrong secret", [["X-Pult-Front", `${SECRET}x`], ...ANNA.slice(1)]],
    ["the secret twice", [["X-Pult-Front", SECRET], ...ANNA]],
    ["no name", [ANNA[0], ANNA[2]]],
    ["an empty name", [ANNA[0], ["Remote-User", " "], ANNA[2]]],
    ["two names", [...ANNA, ["Remote-User", "root"]]],
  ])("is nobody with %s", async (_, headers) => {
    const { session } = await start();
    expect(await session(headers)).toBeNull();
  });

  it("has no role with two headers of groups", async () => {
    const { session } = await start();
    expect(await session([...ANNA, ["Remote-Groups", "telephony"]])).toMatchObject({ role: null });
  });

  it("can't sign in at Pult", async () => {
    const { browser } = await start();
    expect((await browser().signIn("anna")).status).toBe(404);
  });
});
