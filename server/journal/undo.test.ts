import { QueryClient } from "@tanstack/react-query";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type * as z from "zod/mini";
import { call } from "#api/client.ts";
import { closeDirections, listAllowedDirections, openDirections } from "#api/directions.ts";
import { listExternalNumbers, updateExternalNumber } from "#api/externalNumbers.ts";
import { followExternalNumber } from "#api/forwarding.ts";
import { type JournalEntry, listJournal } from "#api/journal.ts";
import { listRememberedScenarios } from "#api/remembered.ts";
import { listRememberedForwarding } from "#api/rememberedForwarding.ts";
import { getSipAccount } from "#api/sip.ts";
import { updateSipAccount } from "#api/sipChanges.ts";
import {
  activateScenario,
  createScenario,
  deleteScenario,
  replaceScenario,
} from "#api/sipScenarios.ts";
import { createSmartNumber, listSmartNumbers } from "#api/smartNumbers.ts";
import { getVoicemail, updateVoicemail } from "#api/voicemail.ts";
import { planUndo } from "#domain/journal/undo/planUndo.ts";
import { runUndo } from "#domain/journal/undo/runUndo.ts";
import { toListener } from "#proxy/listener.ts";
import { serve } from "#proxy/testing/upstream.ts";
import { openProxy } from "../openProxy.ts";
import { readSettings } from "../settings.ts";

const opened = await openProxy({ ...readSettings({}), token: undefined });
const server = await serve(toListener(opened.proxy));
const { fetch: send } = globalThis;

beforeAll(() => vi.useRealTimers());
// Each test has an office of its own, with an empty journal.
let office = 0;
beforeEach(() => {
  office++;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    headers.set("x-sandbox-office", `undo-${office}`);
    return send(server.url + path, { ...init, headers });
  });
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await server.close();
  await opened.close();
});

const entries = async () => (await call(listJournal, {})).data.items;

async function undoLast(): Promise<JournalEntry> {
  const [entry] = await entries();
  if (entry === undefined) throw new Error("The journal is empty.");
  const plan = planUndo(entry);
  if (!plan.can) throw new Error(plan.reason);
  expect(await runUndo(new QueryClient(), entry, plan)).toEqual({ kind: "done" });
  return entry;
}

const account = async (id = 25) => (await call(getSipAccount, { params: { id } })).data;
const remembered = async () =>
  (await call(listRememberedScenarios, { params: { id: 25 } })).data.items;
const readNumbers = async () => (await call(listExternalNumbers, {})).data.external_numbers;
const openCodes = async () =>
  Object.keys((await call(listAllowedDirections, {})).data.directions).sort();

describe("an undo through the server", () => {
  it("restores an account, is journaled as one, and can be undone itself", async () => {
    const before = await account();
    const body = { name: "Новый отдел", role: "3 этаж", number: 999 };
    const { entry } = await call(updateSipAccount, { params: { id: 25 }, body });
    const undone = await undoLast();
    expect(undone.id).toBe(entry);
    expect(await account()).toEqual(before);
    const [second, first] = await entries();
    expect(second).toMatchObject({ undoes: first?.id, undoneBy: null, outcome: "done" });
    expect(first).toMatchObject({ undoes: null, undoneBy: second?.id });
    expect(first && planUndo(first)).toMatchObject({ can: false, reason: "undone" });
    await undoLast();
    expect(await account()).toMatchObject(body);
  });

  it("activates the scenario from before", async () => {
    const before = (await account()).sip_scenarios;
    const other = before.find(({ active }) => !active);
    await call(activateScenario, { params: { id: 25, sid: other?.id ?? 0 } });
    await undoLast();
    expect((await account()).sip_scenarios).toEqual(before);
  });

  it("deletes a scenario that was created", async () => {
    const before = (await account()).sip_scenarios;
    const body = {
      name: "Дом",
      sequence_rule: "single",
      sip_timeout: 20,
      voicemail: false,
    } as const;
    await call(createScenario, { params: { id: 25 }, body });
    await undoLast();
    expect((await account()).sip_scenarios).toEqual(before);
  });

  it("restores voicemail", async () => {
    const before = (await call(getVoicemail, {})).data;
    await call(updateVoicemail, { body: { send: !before.send, email: "new@office.example" } });
    await undoLast();
    expect((await call(getVoicemail, {})).data).toEqual(before);
  });

  it("closes what was opened, and opens what was closed", async () => {
    const before = await openCodes();
    await call(openDirections, { body: { direction_ids: [5, 6, 7, 8] } });
    expect(await openCodes()).not.toEqual(before);
    await undoLast();
    expect(await openCodes()).toEqual(before);
    await call(closeDirections, { body: { codes: before.slice(0, 2) } });
    expect(await openCodes()).toEqual(before.slice(2));
    await undoLast();
    expect(await openCodes()).toEqual(before);
  });

  it("restores a SIP-URI connection", async () => {
    const before = await readNumbers();
    // One with several servers can't be saved as it is: the request takes one.
    const row = before.find(({ type, source }) => type === "SIP-URI" && /^[\w.-]+$/.test(source));
    const params = { type: "sipuri", id: row?.id ?? 0 } as const;
    const body = { host: "new.example", number: Number(row?.number) };
    await call(updateExternalNumber, { params, body });
    expect(await readNumbers()).not.toEqual(before);
    await undoLast();
    expect(await readNumbers()).toEqual(before);
  });

  it("deletes a smart number that was added", async () => {
    const user = 12;
    const read = async () => (await call(listSmartNumbers, { body: { user_id: user } })).data.data;
    const before = await read();
    await call(createSmartNumber, { body: { user_id: user, phone_b: "79990000001" } });
    await undoLast();
    expect(await read()).toEqual(before);
  });

  const SCENARIO: z.output<typeof createScenario.body> = {
    name: "Дом",
    sequence_rule: "single",
    sip_timeout: 20,
    phones: [{ number: "79000000001", timeout: 25 }],
    voicemail: true,
    voicemail_media_id: 56,
  };

  it("restores a scenario that was replaced or deleted, with the phones that Pult remembers", async () => {
    await call(createScenario, { params: { id: 25 }, body: SCENARIO });
    const [{ id: sid } = { id: 0 }] = await remembered();
    const params = { id: 25, sid };
    await call(replaceScenario, { params, body: { ...SCENARIO, name: "Ночь", phones: [] } });
    await undoLast();
    expect(await remembered()).toMatchObject([{ id: sid, values: SCENARIO }]);
    await call(deleteScenario, { params });
    expect(await remembered()).toEqual([]);
    await undoLast();
    expect(await remembered()).toMatchObject([{ values: SCENARIO, certain: true }]);
  });

  it("restores the forwarding that was set through Pult before", async () => {
    const rows = await readNumbers();
    const row = rows.find(({ type, id }) => type === "SIP-URI" && typeof id === "number");
    const target = { number_type: "sipuri", number_id: row?.id ?? 0 } as const;
    const before = { ...target, type: "group", group_id: 9, cli_type: "Y" } as const;
    await call(followExternalNumber, { body: before });
    await call(followExternalNumber, { body: { ...target, type: "empty" } });
    await undoLast();
    const { items } = (await call(listRememberedForwarding, {})).data;
    expect(items.map(({ values }) => values)).toEqual([before]);
  });

  it("of a forwarding whose setting from before is not known is refused", async () => {
    const rows = await readNumbers();
    const row = rows.find(({ type, id }) => type === "SIP-URI" && typeof id === "number");
    const body = { number_type: "sipuri", number_id: row?.id ?? 0, type: "empty" } as const;
    await call(followExternalNumber, { body });
    const [entry] = await entries();
    expect(entry && planUndo(entry)).toMatchObject({ reason: "incomplete" });
  });
});
