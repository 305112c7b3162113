import { expect, it } from "vitest";
import { describeOnEachEngine } from "#server/store/testing/engines.ts";
import { createVisitor, CLIENT, type Person, startOidcProvider } from "./testing/oidcProvider.ts";
import { noteAuthTime } from "./sessions.ts";
import { createBrowser, startLogin } from "./testing/startLogin.ts";

const GROUPS = { admin: ["telephony"], support: ["helpdesk"], wall: [] };

describeOnEachEngine("signing in at an OpenID Connect provider", (engine) => {
  const start = async (people: Record<string, Person>) => {
    let publicUrl = "";
    const server = await startLogin({
      store: await engine.location(),
      settings: async (url) => {
        publicUrl = url;
        const { issuer } = await startOidcProvider(() => publicUrl, people);
        return {
          kind: "oidc",
          publicUrl,
          issuer,
          clientId: CLIENT.id,
          clientSecret: CLIENT.secret,
          groupsClaim: "groups",
          groups: GROUPS,
        };
      },
    });
    /** Signs somebody in; the browser is then as after the sign-in. */
    const signIn = async (login: string) => {
      const visitor = createVisitor();
      const begun = createBrowser(server.url);
      const { json } = await begun.send("POST", "/sign-in/oidc", { to: "/sip?q=1" });
      visitor.keep(server.url, asResponse(begun.cookies()));
      const { at } = await visitor.signInAt((json as { url: string }).url, login);
      return {
        at: at.slice(server.url.length),
        browser: createBrowser(server.url, visitor.cookies(server.url)),
      };
    };
    return { ...server, signIn };
  };

  it("gives the role of the person's groups, and returns to the page", async () => {
    const { signIn } = await start({ anna: { name: "Anna Petrova", groups: ["x", "telephony"] } });
    const { at, browser } = await signIn("anna");
    expect(at).toBe("/sip?q=1");
    expect((await browser.session()).login).toEqual({
      kind: "oidc",
      user: { name: "anna", fullName: "Anna Petrova", role: "admin", hasTotp: false },
    });
    expect((await browser.api("DELETE", "/sip/15")).status).toBe(200);
  });

  it("takes a role away with the next sign-in", async () => {
    const people = { anna: { name: "Anna", groups: ["telephony"] } };
    const { signIn } = await start(people);
    await signIn("anna");
    people.anna.groups = ["helpdesk"];
    const { browser } = await signIn("anna");
    expect((await browser.session()).login.user).toMatchObject({ role: "support" });
    people.anna.groups = [];
    const { browser: last } = await signIn("anna");
    expect((await last.session()).login.user).toMatchObject({ name: "anna", role: null });
    expect(await last.api("GET", "/sip")).toMatchObject({
      status: 403,
      json: { proxy: "role-required" },
    });
  });

  it("keeps two people of the same name apart, and one name when it changes there", async () => {
    const people = {
      "7": { name: "Anna", groups: ["telephony"], login: "anna" },
      "8": { name: "Anna too", groups: ["helpdesk"], login: "Anna" },
    };
    const { signIn } = await start(people);
    const nameOf = async (id: string) =>
      (await (await signIn(id)).browser.session()).login.user?.name;
    expect([await nameOf("7"), await nameOf("8")]).toEqual(["anna", "anna-2"]);
    people["7"].login = "boris";
    expect([await nameOf("7"), await nameOf("8")]).toEqual(["anna", "anna-2"]);
  });

  it("counts from when the provider asked for the password, not from the sign-in", async () => {
    const { signIn, store } = await start({ anna: { name: "Anna", groups: ["telephony"] } });
    const { browser } = await signIn("anna");
    const { authTime } = await store.use((db) =>
      db.selectFrom("users").select("authTime").executeTakeFirstOrThrow(),
    );
    expect(Math.abs((authTime ?? 0) - Date.now() / 1000)).toBeLessThan(60);
    const reveal = async () =>
      (await browser.api("GET", "/sip/15", undefined, { "x-pult-reveal": "password" })).status;
    expect(await reveal()).toBe(200);
    // As after a sign-in that the provider let pass without asking.
    const token = /session_token=([^.]+)/.exec(browser.cookies())?.[1] ?? "";
    await store.use(async (db) => {
      await db.updateTable("users").set({ authTime: 1_000 }).execute();
      await noteAuthTime(db, token);
    });
    expect(await reveal()).toBe(403);
  });

  it("accepts no answer that it did not ask for", async () => {
    const { url, signIn, browser } = await start({ anna: { name: "Anna", groups: ["telephony"] } });
    await signIn("anna");
    for (const query of ["", "?code=x", "?code=x&state=y", "?error=access_denied&state=y"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const response = await fetch(`${url}/oidc/callback/office${query}`, { redirect: "manual" });
      expect(response.status).toBe(302);
      expect(response.headers.get("location")).toMatch(new RegExp(`^${url}/sign-in\\?error=`));
      expect(response.headers.getSetCookie().join()).not.toContain("session_token");
    }
    expect((await browser().session()).login.user).toBeNull();
    const to = await browser().send("POST", "/sign-in/oidc", { to: "//evil.example/" });
    expect(to.status).toBe(400);
    expect((await browser().signIn("anna")).status).toBe(404);
  });
});

function asResponse(cookies: string): Response {
  const headers = new Headers();
  for (const pair of cookies.split("; ")) headers.append("set-cookie", `${pair}; Path=/`);
  return new Response("", { headers });
}
