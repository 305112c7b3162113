import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { JournalEntry } from "#api/journal.ts";
import type { LogEntry } from "#proxy/log.ts";
import { fetchAsApp, startProxy } from "#proxy/testing/proxy.ts";
import { createMemoryStore, createStore, type Store } from "#server/store/store.ts";
// Plays the provider.
import { accountAt, startTestSandbox } from "#sandbox/testing.ts";
import { readJournal } from "./journal.ts";
import { recordWrites } from "./recordWrites.ts";

const sandbox = await startTestSandbox();
beforeEach(() => sandbox.send("POST", "/__sandbox/reset"));
afterAll(() => sandbox.close());

const ACCOUNT = accountAt(sandbox, 0);

async function startRecording(store: Store = createMemoryStore()) {
  const logged: LogEntry[] = [];
  const log = (entry: LogEntry) => logged.push(entry);
  const aroundWrite = recordWrites({ storeOf: () => store, log });
  const { url } = await startProxy(sandbox.url, { sandboxUrl: sandbox.url, aroundWrite });
  const write = (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) =>
    fetchAsApp(`${url}/api/v1${path}`, {
      method,
      ...(body === undefined
        ? { headers }
        : {
            body: JSON.stringify(body),
            headers: { "content-type": "application/json", ...headers },
          }),
    });
  const entries = async () => (await readJournal(store, {}, Date.now())).items;
  const lastEntry = async (): Promise<JournalEntry | undefined> => (await entries())[0];
  return { write, entries, lastEntry, logged };
}

/** What the sandbox was asked for, as `PATCH /sip/{id}`. */
const asked = async () =>
  ((await sandbox.send("GET", "/__sandbox/requests")).json as { operation: string }[]).map(
    ({ operation }) => operation,
  );

describe("a write through the proxy", () => {
  it("is recorded with what it changes, from what and to what", async () => {
    const { write, lastEntry } = await startRecording();
    const { id, name, number } = ACCOUNT;
    const response = await write("PATCH", `/sip/${id}`, { name: "Новый отдел" });
    expect(response.status).toBe(200);
    expect(await lastEntry()).toMatchObject({
      actor: "anonymous",
      operation: "PATCH /sip/{id}",
      object: { kind: "sip", id: String(id), number: String(number), name },
      fields: { name: "Новый отдел" },
      before: { name },
      outcome: "done",
      message: null,
    });
  });

  it("is recorded without the secrets that it sends or finds", async () => {
    const { write, entries } = await startRecording();
    await write("PATCH", `/sip/${ACCOUNT.id}`, { password: "hunter2-hunter2" });
    await write("PUT", "/number/external/ate", {
      host: "sip.example.com",
      number: 74950000001,
      port: 5060,
      login: "trunk",
      secret: "hunter2-hunter2",
    });
    const nested = { name: "x", note: { api_key: "hunter2-hunter2" }, text: "password=hunter2-x" };
    await write("PATCH", `/sip/${ACCOUNT.id}`, nested);
    const text = JSON.stringify(await entries());
    expect(text).not.toContain("hunter2");
    expect(text).not.toContain(ACCOUNT.password);
    expect(text).toContain('"password":"***"');
    expect(text).toContain('"secret":"***"');
  });

  it("is recorded as refused with the provider's words", async () => {
    const { write, lastEntry } = await startRecording();
    await sandbox.setFaults({ operation: "PATCH /sip/{id}", fault: "status:500:no-access" });
    await write("PATCH", `/sip/${ACCOUNT.id}`, { name: "x" });
    expect(await lastEntry()).toMatchObject({ outcome: "refused", message: "No access" });
  });

  it("is recorded as unknown when the connection breaks before its response", async () => {
    const { write, lastEntry } = await startRecording();
    await sandbox.setFaults({ operation: "PATCH /sip/{id}", fault: "drop", after: true });
    await write("PATCH", `/sip/${ACCOUNT.id}`, { name: "x" });
    expect(await lastEntry()).toMatchObject({ outcome: "unknown" });
  });

  it("is sent and recorded also when what it changes can't be read", async () => {
    const { write, lastEntry } = await startRecording();
    await sandbox.setFaults({ operation: "GET /sip/{id}", fault: "status:500" });
    expect((await write("PATCH", `/sip/${ACCOUNT.id}`, { name: "x" })).status).toBe(200);
    expect(await lastEntry()).toMatchObject({
      object: { id: String(ACCOUNT.id), name: null },
      fields: { name: "x" },
      before: null,
      outcome: "done",
    });
  });

  it("is not sent when it can't be recorded, and says why", async () => {
    const store = createStore({ url: "postgres://postgres@127.0.0.1:1/test" });
    const { write } = await startRecording(store);
    const response = await write("PATCH", `/sip/${ACCOUNT.id}`, { name: "x" });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ proxy: "store-failed" });
    expect(await asked()).not.toContain("PATCH /sip/{id}");
    await store.close();
  });

  it("that changes the active scenario names it and the one before", async () => {
    const { write, lastEntry } = await startRecording();
    const scenarios = [...ACCOUNT.scenarios.values()];
    const active = scenarios.find(({ id }) => id === ACCOUNT.activeId);
    const other = scenarios.find(({ id }) => id !== ACCOUNT.activeId);
    await write("PATCH", `/sip/${ACCOUNT.id}/scenarios/${other?.id}`);
    expect(await lastEntry()).toMatchObject({
      fields: { active_scenario: { id: other?.id, name: other?.name } },
      before: { active_scenario: { id: active?.id, name: active?.name } },
      outcome: "done",
    });
  });
});

describe("a recorded write", () => {
  it("says what it takes back and with which others it belongs together, and is told its entry", async () => {
    const { write, lastEntry } = await startRecording();
    const path = `/sip/${ACCOUNT.id}`;
    const headers = { "x-pult-batch": "0a1b2c3d-4e5f", "x-pult-undoes": "12" };
    const response = await write("PATCH", path, { name: "x" }, headers);
    const entry = await lastEntry();
    expect(entry).toMatchObject({ batch: "0a1b2c3d-4e5f", undoes: 12 });
    expect(response.headers.get("x-pult-entry")).toBe(String(entry?.id));
  });

  it.each<Record<string, string>>([
    { "x-pult-batch": "<b>", "x-pult-undoes": "0" },
    { "x-pult-batch": "a".repeat(65), "x-pult-undoes": "-1" },
  ])("ignores %o", async (headers) => {
    const { write, lastEntry } = await startRecording();
    await write("PATCH", `/sip/${ACCOUNT.id}`, { name: "x" }, headers);
    expect(await lastEntry()).toMatchObject({ batch: null, undoes: null });
  });

  it("of a creation gets the new id", async () => {
    const { write, lastEntry } = await startRecording();
    const account = { name: "Новый", number: 777, sip_timeout: 20 };
    const created = await write("PUT", "/sip", account);
    const id = created.headers.get("location")?.split("/").at(-1);
    expect(await lastEntry()).toMatchObject({ object: { id }, outcome: "done" });
    const body = { name: "Дом", sequence_rule: "single", sip_timeout: 20, voicemail: false };
    const scenario = await write("POST", `/sip/${id}/scenarios`, body);
    const sid = Number(scenario.headers.get("location")?.split("/").at(-1));
    expect(await lastEntry()).toMatchObject({ object: { id }, fields: { name: "Дом", id: sid } });
  });
});

it("a read is not recorded", async () => {
  const { write, entries } = await startRecording();
  await write("GET", "/sip");
  expect(await entries()).toEqual([]);
});
