import { expect, it, onTestFinished } from "vitest";
import { describeOnEachEngine } from "#server/store/testing/engines.ts";
import { createStore, type Store } from "#server/store/store.ts";
import { hashOf } from "./links.ts";
import { ACCOUNT, startHandover } from "./testing/startHandover.ts";

const MINUTE = 60_000;
/** None that was ever given out. */
const NEVER = `/handover/${"A".repeat(43)}`;
const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status);

/** All that the store holds of links, as one text. */
const links = async (store: Store) =>
  JSON.stringify(await store.use((db) => db.selectFrom("handover_links").selectAll().execute()));

describeOnEachEngine("a one-time link", ({ open: openStore, location, isShared }) => {
  it("opened by a person shows a button, and the credentials once", async () => {
    const { create, open, upstream } = await startHandover(await openStore());
    const { status, path, token } = await create({ account: 25, transport: "tls", port: 5061 });
    expect(status).toBe(200);
    expect(token).toMatch(/^[\w-]{43}$/);
    const looked = upstream.seen.length;
    for (const method of ["GET", "HEAD", "GET"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const page = await open(path, method);
      expect(page.status).toBe(200);
      expect(page.text).not.toMatch(/login-of-25|Reception|214/);
    }
    expect(upstream.seen.length).toBe(looked);
    const shown = await open(path, "POST");
    expect(shown.status).toBe(200);
    expect(shown.text).toContain("p&amp;&lt;&gt;&quot;&#39;ж😀 w</dd>");
    expect(shown.text).toMatch(
      /Reception[^]*214[^]*sip\.example\.com[^]*login-of-25[^]*TLS[^]*5061/,
    );
    expect(statuses([await open(path), await open(path, "POST")])).toEqual([404, 404]);
    expect((await open(`${path}/linphone.xml`)).status).toBe(404);
  });

  it("gives a phone its settings twice within a minute", async () => {
    const { create, open, clock } = await startHandover(await openStore());
    const { devicePath, path } = await create();
    const first = await open(devicePath);
    expect(first.headers.get("content-type")).toBe("application/xml; charset=utf-8");
    expect(first.text).toContain("login-of-25");
    clock.aheadMs = MINUTE - 5_000;
    const second = await open(devicePath);
    expect([second.status, second.text]).toEqual([200, first.text]);
    expect(statuses([await open(devicePath), await open(path, "POST")])).toEqual([404, 404]);
    const later = await create();
    clock.aheadMs = 0;
    expect((await open(later.devicePath)).status).toBe(200);
    clock.aheadMs = MINUTE;
    expect((await open(later.devicePath)).status).toBe(404);
  });

  it("is not used up by a HEAD or a prefetch of a phone's settings", async () => {
    const { create, open, upstream } = await startHandover(await openStore());
    const { devicePath } = await create();
    const looked = upstream.seen.length;
    const head = await open(devicePath, "HEAD");
    expect([head.status, head.headers.get("content-type"), head.text]).toEqual([
      200,
      "application/xml; charset=utf-8",
      "",
    ]);
    expect((await open(devicePath, "GET", { "sec-purpose": "prefetch" })).status).toBe(404);
    expect((await open(devicePath, "POST")).status).toBe(404);
    expect(upstream.seen.length).toBe(looked);
    expect((await open(devicePath)).status).toBe(200);
    expect((await open(`${NEVER}/linphone.xml`, "HEAD")).status).toBe(404);
  });

  it("of many who open it at once, shows the credentials to one", async () => {
    const stores = [await openStore()];
    if (isShared) {
      // As two servers have one database.
      const where = await location();
      stores.splice(0, 1, createStore(where), createStore(where));
      onTestFinished(async () => {
        await Promise.all(stores.map((store) => store.close()));
      });
    }
    const servers = await Promise.all(stores.map((store) => startHandover(store)));
    const { path } = (await servers[0]?.create()) ?? { path: "" };
    const opened = await Promise.all(
      [1, 2, 3, 4].flatMap(() => servers.map(({ open }) => open(path, "POST"))),
    );
    expect(opened.filter(({ status }) => status === 200)).toHaveLength(1);
    const { devicePath } = (await servers[0]?.create()) ?? { devicePath: "" };
    const read = await Promise.all(
      [1, 2, 3, 4].flatMap(() => servers.map(({ open }) => open(devicePath))),
    );
    expect(read.filter(({ status }) => status === 200)).toHaveLength(2);
  });

  it("refuses an unknown, an expired, a used and a malformed one with the same answer", async () => {
    const { create, open, clock } = await startHandover(await openStore());
    const used = await create();
    await open(used.path, "POST");
    const expired = await create();
    const ask = async () => [
      await open(NEVER),
      await open(NEVER, "POST"),
      await open(`${NEVER}/linphone.xml`),
      await open(used.path),
      await open(used.path, "POST"),
      await open(used.devicePath),
      await open(expired.path),
      await open(expired.path, "POST"),
      await open(expired.devicePath),
      await open("/handover/"),
      await open("/handover/x/y/z"),
      await open(`${expired.path}/other.xml`),
      await open(expired.path, "DELETE"),
    ];
    clock.aheadMs = 10 * MINUTE;
    const refusals = (await ask()).map(({ status, headers, text }) => {
      const plain = Object.fromEntries(headers);
      for (const name of ["date", "x-request-id", "content-security-policy"]) delete plain[name];
      return JSON.stringify([status, plain, text.replaceAll(/nonce="[^"]*"/g, "")]);
    });
    expect(new Set(refusals).size).toBe(1);
    expect(refusals[0]).toContain("Ссылка не работает");
  });

  it("works until ten minutes have passed, and is deleted after that", async () => {
    const store = await openStore();
    const { create, open, clock } = await startHandover(store);
    const { path, expiresAt, token } = await create();
    expect(Math.abs(Date.parse(expiresAt) - Date.now() - 10 * MINUTE)).toBeLessThan(5_000);
    clock.aheadMs = 10 * MINUTE - 5_000;
    expect((await open(path)).status).toBe(200);
    clock.aheadMs = 10 * MINUTE;
    expect((await open(path)).status).toBe(404);
    clock.aheadMs = 0;
    await store.use((db) => db.updateTable("handover_links").set({ expires_at: 1 }).execute());
    await create();
    expect(await links(store)).not.toContain(hashOf(token));
  });

  it("leaves its token in no store, journal, log or error, and the password in none either", async () => {
    const store = await openStore();
    const { create, open, journal, lines, provider } = await startHandover(store);
    const { path, devicePath, token } = await create();
    await open(path);
    provider.answer = { status: 500, body: {} };
    const failed = await open(path, "POST");
    provider.answer = { status: 200, body: ACCOUNT };
    const shown = await open(path, "POST");
    const phone = /data-path="([^"]+)"/.exec(shown.text)?.[1] ?? "";
    const read = await open(`/handover/${phone}`);
    expect(read.status).toBe(200);
    const kept = JSON.stringify([await links(store), await journal(), lines]) + failed.text;
    expect(kept).toContain(hashOf(token));
    for (const secret of [token, devicePath, phone.split("/")[0] ?? "", "w</dd>", "ж😀"]) {
      expect(kept).not.toContain(secret);
    }
    const asked = lines
      .map((line) => JSON.parse(line) as { operation: string; status: number })
      .map(({ operation, status }) => `${operation} ${status}`);
    expect(asked).toEqual([
      "POST /api/pult/handover-links 200",
      "GET /handover/*** 200",
      "POST /handover/*** 503",
      "POST /handover/*** 200",
      "GET /handover/*** 200",
    ]);
  });

  it("is in the journal when it is made and when it is opened", async () => {
    const { create, open, journal, provider } = await startHandover(await openStore());
    const { path, expiresAt } = await create();
    provider.answer = { status: 404, body: {} };
    await open(path, "POST");
    provider.answer = { status: 200, body: ACCOUNT };
    await open(path, "POST");
    await open(path, "POST");
    const object = { kind: "sip", id: "25", number: "214", name: ACCOUNT.name };
    const opened = {
      actor: "handover link",
      operation: "OPEN /handover-links",
      object,
      fields: { opener: "person", madeBy: "anonymous", password: "***" },
    };
    expect(await journal()).toMatchObject([
      { ...opened, outcome: "done" },
      { ...opened, outcome: "refused" },
      {
        actor: "anonymous",
        operation: "POST /handover-links",
        object,
        fields: { transport: "udp", port: 5060, until: expiresAt },
        outcome: "done",
      },
    ]);
  });
});
