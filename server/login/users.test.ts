import { expect, it } from "vitest";
import { describeOnEachEngine } from "#server/store/testing/engines.ts";
import { PASSWORD, startLogin } from "./testing/startLogin.ts";
import { withAuth } from "./runtime.ts";
import { changeUser } from "./users.ts";

const SETTINGS = { kind: "local", publicUrl: undefined } as const;

describeOnEachEngine("users", (engine) => {
  const start = async () => {
    const started = await startLogin({ store: await engine.location() });
    const { browser: anna } = await started.addUser("anna", "admin");
    const invite = async (name: string, role = "support") => {
      const { json } = await anna.send("POST", "/users", { name, role });
      return json as { id: string; link: string };
    };
    const renew = async (id: string) => {
      const { json } = await anna.send("POST", `/users/${id}/link`);
      return (json as { link: string }).link;
    };
    const isValid = async (link: string) =>
      (await started.browser().send("POST", "/sign-in/link", { link })).status === 200;
    return { ...started, anna, invite, renew, isValid };
  };

  it("have one link at a time, which a new role or being disabled makes void", async () => {
    const { anna, invite, renew, isValid } = await start();
    const vera = await invite("vera");
    const other = await invite("boris");
    const second = await renew(vera.id);
    expect([await isValid(vera.link), await isValid(second)]).toEqual([false, true]);
    await anna.send("PATCH", `/users/${vera.id}`, { fullName: "Vera" });
    expect(await isValid(second)).toBe(true);
    await anna.send("PATCH", `/users/${vera.id}`, { role: "wall" });
    expect(await isValid(second)).toBe(false);
    const third = await renew(vera.id);
    await anna.send("PATCH", `/users/${vera.id}`, { isDisabled: true });
    await anna.send("PATCH", `/users/${vera.id}`, { isDisabled: false });
    expect(await isValid(third)).toBe(false);
    expect(await isValid(other.link)).toBe(true);
  });

  it("keep an administrator who can sign in: one who has only been invited can't", async () => {
    const { anna, invite, browser } = await start();
    const { items } = (await anna.send("GET", "/users")).json as { items: { id: string }[] };
    const demote = () => anna.send("PATCH", `/users/${items[0]?.id}`, { role: "support" });
    const { link, id } = await invite("boris", "admin");
    expect(await demote()).toMatchObject({ status: 409, json: { proxy: "last-admin" } });
    // Invited by mistake.
    expect((await anna.send("PATCH", `/users/${id}`, { role: "support" })).status).toBe(200);
    expect((await anna.send("PATCH", `/users/${id}`, { role: "admin" })).status).toBe(200);
    expect((await browser().send("POST", "/sign-in/link", { link })).status).toBe(410);
    const { json } = await anna.send("POST", `/users/${id}/link`);
    const body = { link: (json as { link: string }).link, password: PASSWORD };
    await browser().send("POST", "/sign-in/link/redeem", body);
    expect((await demote()).status).toBe(200);
  });

  it.skipIf(!engine.isShared)("keep one of two who demote each other", async () => {
    const { addUser, store } = await start();
    const { id: boris } = await addUser("boris", "admin");
    const { id: vera } = await addUser("vera", "admin");
    const change = (id: string, role: "admin" | "support") =>
      withAuth({ store, settings: SETTINGS }, (found) => changeUser(found, id, { role }));
    const anna = await store.use((db) =>
      db.selectFrom("users").select("id").where("username", "=", "anna").executeTakeFirstOrThrow(),
    );
    await change(anna.id, "support");
    for (let round = 0; round < 10; round++) {
      // oxlint-disable no-await-in-loop -- one round after the other
      const ends = await Promise.allSettled([change(boris, "support"), change(vera, "support")]);
      expect(ends.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      await change(ends[0]?.status === "fulfilled" ? boris : vera, "admin");
      // oxlint-enable no-await-in-loop
    }
  });

  it("and the journal take texts with a NUL as invalid, not as a fault of the store", async () => {
    const { anna, browser, store } = await start();
    const statuses = [
      await browser().signIn("anna\0"),
      await browser().send("POST", "/sign-in/code", { code: "1\0" }),
      await anna.send("POST", "/session/verify", { password: "1\0" }),
      await anna.send("POST", "/users", { name: "vera", fullName: "V\0", role: "wall" }),
      await anna.send("GET", "/journal?search=%00"),
      await anna.send("GET", "/journal?actor=%00"),
      await anna.send("GET", "/journal?batch=%00"),
      await anna.send("GET", "/journal?kind=sip&object=%00"),
    ].map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([400]));
    expect((await anna.api("PATCH", "/sip/15", { name: "A\0B" })).status).toBe(200);
    expect(store.problem()).toBeUndefined();
  });
});
