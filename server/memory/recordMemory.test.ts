import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { JournalEntry } from "#api/journal.ts";
import { fetchAsApp, startProxy } from "#proxy/testing/proxy.ts";
import { readJournal } from "#server/journal/journal.ts";
import { recordWrites } from "#server/journal/recordWrites.ts";
import { createMemoryStore } from "#server/store/store.ts";
// Plays the provider.
import { accountAt, startTestSandbox } from "#sandbox/testing.ts";
import { readForwarding, readScenarios } from "./readMemory.ts";

const sandbox = await startTestSandbox();
beforeEach(() => sandbox.send("POST", "/__sandbox/reset"));
afterAll(() => sandbox.close());

const { id: ACCOUNT, scenarios } = accountAt(sandbox, 0);
const [SCENARIO] = scenarios;
const SCENARIOS = `/sip/${ACCOUNT}/scenarios`;
const PATH = `${SCENARIOS}/${SCENARIO?.id}`;
const BODY = {
  name: "Днём",
  sequence_rule: "single",
  sip_timeout: 20,
  phones: [{ number: "79000000001", timeout: 25 }],
  voicemail: true,
  voicemail_media_id: 56,
};
const FORWARDING = {
  number_type: "ate",
  number_id: 1,
  type: "number",
  destination_number: "79000000001",
  cli_type: "Y",
};

async function start() {
  const store = createMemoryStore();
  const aroundWrite = recordWrites({ storeOf: () => store, log: () => undefined });
  const { url } = await startProxy(sandbox.url, { sandboxUrl: sandbox.url, aroundWrite });
  const write = (method: string, path: string, body?: unknown) =>
    fetchAsApp(`${url}/api/v1${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
  const remembered = (account: number | string = ACCOUNT) => readScenarios(store, account);
  const forwarded = () => readForwarding(store);
  const lastEntry = async (): Promise<JournalEntry | undefined> =>
    (await readJournal(store, {}, Date.now())).items[0];
  return { write, remembered, forwarded, lastEntry };
}

const lastSegment = (response: Response) => response.headers.get("location")?.split("/").at(-1);

describe("a scenario", () => {
  it("is remembered as replaced, and forgotten when it is deleted", async () => {
    const { write, remembered } = await start();
    await write("PUT", PATH, BODY);
    expect(await remembered()).toMatchObject([
      { id: SCENARIO?.id, values: BODY, actor: "anonymous", entry: 1, certain: true },
    ]);
    await write("DELETE", PATH);
    expect(await remembered()).toEqual([]);
  });

  it("is remembered as created, under its new id", async () => {
    const { write, remembered } = await start();
    const { phones: _, ...body } = BODY;
    const id = Number(lastSegment(await write("POST", SCENARIOS, body)));
    expect(await remembered()).toMatchObject([{ id, values: { ...body, phones: [] } }]);
  });

  it("is remembered as the first one of a new account, without what was not said", async () => {
    const { write, remembered } = await start();
    const body = { name: "Новый", number: 999, sip_timeout: 30 };
    const phone = { phone_number: "79000000001", phone_timeout: 25 };
    const account = lastSegment(await write("PUT", "/sip", { ...body, ...phone })) ?? "";
    const items = await remembered(account);
    expect(items.map(({ values }) => values)).toEqual([
      { name: "SIP", sip_timeout: 30, phones: BODY.phones },
    ]);
    await write("DELETE", `/sip/${account}`);
    expect(await remembered(account)).toEqual([]);
  });

  it("of a new account that can't be read is not remembered", async () => {
    const { write, remembered } = await start();
    await sandbox.setFaults({ operation: "GET /sip/{id}", fault: "status:500" });
    const response = await write("PUT", "/sip", { name: "Новый", number: 999, sip_timeout: 30 });
    expect(await remembered(lastSegment(response) ?? "")).toEqual([]);
  });

  it("that could not be replaced is remembered as it was", async () => {
    const { write, remembered } = await start();
    await write("PUT", PATH, BODY);
    await sandbox.setFaults({
      operation: "PUT /sip/{id}/scenarios/{sid}",
      fault: "status:500:no-access",
    });
    await write("PUT", PATH, { ...BODY, phones: [] });
    expect(await remembered()).toMatchObject([{ values: BODY, certain: true }]);
  });

  it("whose replacement has an unknown outcome is uncertain, until it is saved again", async () => {
    const { write, remembered } = await start();
    await write("PUT", PATH, BODY);
    const fault = { operation: "PUT /sip/{id}/scenarios/{sid}", fault: "drop", after: true };
    await sandbox.setFaults(fault);
    await write("PUT", PATH, { ...BODY, phones: [] });
    expect(await remembered()).toMatchObject([{ values: BODY, certain: false }]);
    await sandbox.setFaults();
    await write("PUT", PATH, { ...BODY, phones: [] });
    expect(await remembered()).toMatchObject([{ values: { phones: [] }, certain: true }]);
  });

  it("is remembered by its declared fields alone", async () => {
    const { write, remembered } = await start();
    await write("PUT", PATH, { ...BODY, secret: "hunter2", phones: [] });
    expect(JSON.stringify(await remembered())).not.toContain("hunter2");
  });
});

describe("the forwarding of an external number", () => {
  it("is remembered as set, and forgotten when the number is disconnected", async () => {
    const { write, forwarded } = await start();
    await write("POST", "/number/external/follow", FORWARDING);
    expect(await forwarded()).toMatchObject([{ values: FORWARDING, certain: true }]);
    const off = { number_type: "ate", number_id: 1, type: "empty" };
    await write("POST", "/number/external/follow", off);
    expect((await forwarded()).map(({ values }) => values)).toEqual([off]);
    await write("DELETE", "/number/external/ate/1");
    expect(await forwarded()).toEqual([]);
  });

  it("is uncertain after an unknown outcome", async () => {
    const { write, forwarded } = await start();
    await write("POST", "/number/external/follow", FORWARDING);
    await sandbox.setFaults({ operation: "POST /number/external/follow", fault: "drop" });
    await write("POST", "/number/external/follow", { ...FORWARDING, cli_type: "N" });
    expect(await forwarded()).toMatchObject([{ values: FORWARDING, certain: false }]);
  });
});

describe("the values from before in the journal", () => {
  it.each([
    ["replaced", "PUT", { ...BODY, name: "Утром" }],
    ["deleted", "DELETE", undefined],
  ])("are whole for a remembered scenario that is %s", async (_, method, body) => {
    const { write, lastEntry } = await start();
    await write("PUT", PATH, BODY);
    await write(method, PATH, body);
    expect((await lastEntry())?.before).toMatchObject(BODY);
  });

  it("hold nothing remembered of a scenario that was changed elsewhere", async () => {
    const { write, lastEntry } = await start();
    await write("PUT", PATH, BODY);
    await sandbox.api("PUT", PATH, { body: { ...BODY, name: "Другое" } });
    await write("DELETE", PATH);
    const { before } = (await lastEntry()) ?? {};
    expect(before).toMatchObject({ name: "Другое", sip_timeout: 20 });
    expect(before).not.toHaveProperty("phones");
    expect(before).not.toHaveProperty("sequence_rule");
  });

  it("are the remembered forwarding, unless that is uncertain", async () => {
    const { write, lastEntry } = await start();
    const follow = (cli_type: string) =>
      write("POST", "/number/external/follow", { ...FORWARDING, cli_type });
    await follow("Y");
    await follow("N");
    expect((await lastEntry())?.before).toEqual(FORWARDING);
    await sandbox.setFaults({ operation: "POST /number/external/follow", fault: "drop" });
    await follow("Y");
    await follow("Y");
    expect((await lastEntry())?.before).toBeNull();
  });
});
