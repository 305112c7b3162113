import { QueryClient } from "@tanstack/react-query";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { JournalEntry } from "#api/journal.ts";
import { json, stubFetch } from "#api/samples/stubFetch.ts";
import { compare, isSame, type UndoPlan } from "./plan.ts";
import { planUndo } from "./planUndo.ts";
import { runUndo } from "./runUndo.ts";

afterEach(() => vi.unstubAllGlobals());

const ENTRY: JournalEntry = {
  id: 7,
  at: "2026-01-15T12:00:00.000Z",
  actor: "anna",
  operation: "PATCH /sip/{id}",
  object: { kind: "sip", id: "25", number: "214", name: "Приёмная" },
  fields: { name: "Ресепшен" },
  before: { name: "Приёмная" },
  outcome: "done",
  message: null,
  batch: null,
  undoes: null,
  undoneBy: null,
};

function plan(entry: JournalEntry): UndoPlan {
  const planned = planUndo(entry);
  if (!planned.can) throw new Error(`It can't be undone: ${planned.reason}`);
  return planned;
}

const undo = (entry: JournalEntry) => runUndo(new QueryClient(), entry, plan(entry));

const account = (values: Record<string, unknown> = {}) => ({
  id: 25,
  name: "Ресепшен",
  number: 214,
  role: "",
  login: "sip25",
  server: "sip.example",
  aon: null,
  sip_scenarios: [] as unknown[],
  ...values,
});

/** Answers with this account, and lets it be changed. */
function serveAccount(state: Record<string, unknown>) {
  return stubFetch(({ method, body }) => {
    if (method === "GET") return json(account(state));
    const { aon, ...changes } = (body ?? {}) as Record<string, unknown>;
    Object.assign(state, changes, aon === undefined ? {} : { aon: callerId(aon) });
    return json({ success: true });
  });
}

const callerId = (id: unknown) => ({ id, number: "74950000001" });
const writes = (sent: ReturnType<typeof stubFetch>) =>
  sent.filter(({ method }) => method !== "GET");

const word = fc.string({ minLength: 1, maxLength: 20 }).map((text) => `a${text}z`);
const fields = fc.record(
  {
    name: word,
    role: fc.oneof(word, fc.constant("")),
    number: fc.integer({ min: 200, max: 99_999 }),
    aon: fc.integer({ min: 1, max: 500 }),
  },
  { requiredKeys: [] },
);
const all = fc.record({
  name: word,
  role: word,
  number: fc.integer({ min: 200, max: 99_999 }),
  aon: fc.integer({ min: 1, max: 500 }),
});

/** What the account is as the provider returns it. */
const shown = ({ aon, ...rest }: Record<string, unknown>) => ({ ...rest, aon: callerId(aon) });
const ids = ({ aon, ...rest }: Record<string, unknown>) => ({
  ...rest,
  aon: (aon as { id: number }).id,
});

describe("undoing a change of an account", () => {
  it("restores exactly what was before, whatever fields it changed, and sends no secret", async () => {
    await fc.assert(
      fc.asyncProperty(all, fields, fc.boolean(), async (before, sent, withPassword) => {
        const state: Record<string, unknown> = shown({ ...before, ...sent });
        const requests = serveAccount(state);
        const entry = {
          ...ENTRY,
          fields: { ...sent, ...(withPassword ? { password: "***" } : {}) },
          before: Object.fromEntries(
            Object.keys(sent).map((key) => [key, before[key as keyof typeof before]]),
          ),
        };
        const planned = planUndo(entry);
        const isChanged = Object.entries(entry.before).some(
          ([key, value]) => !isSame(value, entry.fields[key as keyof typeof entry.fields]),
        );
        expect(planned.can).toBe(isChanged);
        if (!planned.can) return;
        expect(await runUndo(new QueryClient(), entry, planned)).toEqual({ kind: "done" });
        expect(ids(state)).toEqual(before);
        expect(writes(requests)).toHaveLength(1);
        expect(JSON.stringify(requests.map(({ body }) => body))).not.toContain("***");
        expect(writes(requests)[0]?.headers.get("x-pult-undoes")).toBe("7");
      }),
      { numRuns: 100 },
    );
  });

  it("writes nothing where nothing differs from before", async () => {
    await fc.assert(
      fc.asyncProperty(all, fields, async (before, sent) => {
        const requests = serveAccount(shown(before));
        const entry = { ...ENTRY, fields: sent, before };
        const planned = planUndo(entry);
        const result = planned.can && (await runUndo(new QueryClient(), entry, planned));
        expect(result).toEqual(planned.can && { kind: "nothing" });
        expect(writes(requests)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it("writes nothing where somebody changed it since, until that is accepted", async () => {
    const state = { name: "Третье", role: "new" };
    const requests = serveAccount(state);
    const entry = {
      ...ENTRY,
      fields: { name: "Ресепшен", role: "new" },
      before: { name: "Приёмная", role: "old" },
    };
    const result = await undo(entry);
    expect(result).toMatchObject({
      kind: "conflict",
      preview: {
        conflicts: [{ key: "name", before: "Приёмная", left: "Ресепшен", now: "Третье" }],
      },
    });
    expect(writes(requests)).toEqual([]);
    if (result.kind !== "conflict") throw new Error("no conflict");
    // It changes once more: what was accepted is not what there is.
    state.name = "Четвёртое";
    const client = new QueryClient();
    const again = await runUndo(client, entry, plan(entry), result.preview);
    expect(again.kind).toBe("conflict");
    state.name = "Третье";
    expect(await runUndo(client, entry, plan(entry), result.preview)).toEqual({ kind: "done" });
    expect(state).toMatchObject({ name: "Приёмная", role: "old" });
  });

  it("does nothing where the account is gone", async () => {
    stubFetch(() => json({ message: "Not found" }, { status: 404 }));
    expect(await undo(ENTRY)).toEqual({ kind: "gone" });
  });

  it("is done when its response was lost and what there is says so", async () => {
    const state: Record<string, unknown> = { name: "Ресепшен" };
    stubFetch(({ method }) => {
      if (method === "GET") return json(account(state));
      state["name"] = "Приёмная";
      throw new TypeError("network");
    });
    expect(await undo(ENTRY)).toEqual({ kind: "done" });
  });

  it("names the fields that stay as they are", () => {
    const entry = {
      ...ENTRY,
      fields: { name: "Ресепшен", password: "***", aon: 3 },
      before: { name: "Приёмная" },
    };
    expect(plan(entry).kept).toEqual(["password", "aon"]);
  });
});

const BODY = {
  name: "Дом",
  sequence_rule: "single",
  sip_timeout: 20,
  phones: [{ number: "74950000001", timeout: 10 }],
  voicemail: false,
};
const scenario = (timeout: number, values: Record<string, unknown> = {}) => ({
  id: 40,
  name: "Дом",
  active: false,
  endpoints: [
    { type: "sip", timeout },
    { type: "mob", timeout: 10 },
  ],
  ...values,
});
const replacement: JournalEntry = {
  ...ENTRY,
  operation: "PUT /sip/{id}/scenarios/{sid}",
  fields: { ...BODY, sip_timeout: 30, phones: [{ number: "74950000002", timeout: 10 }] },
  before: { ...scenario(20), ...BODY },
};

describe("undoing a replaced scenario", () => {
  it("sends all of it as it was, also phones that the provider does not return", async () => {
    const requests = serveAccount({ sip_scenarios: [scenario(30)] });
    expect(await undo(replacement)).toEqual({ kind: "done" });
    expect(writes(requests)).toMatchObject([
      { method: "PUT", path: "/api/v1/sip/25/scenarios/40", body: BODY },
    ]);
  });

  it("sends it also where it rings alike, and only the phones differ", async () => {
    const requests = serveAccount({ sip_scenarios: [scenario(20)] });
    const entry = { ...replacement, fields: { ...replacement.fields, sip_timeout: 20 } };
    expect(await undo(entry)).toEqual({ kind: "done" });
    expect(writes(requests)).toHaveLength(1);
  });

  it("asks where somebody changed a timeout or a phone since", async () => {
    const endpoints = [
      { type: "sip", timeout: 30 },
      { type: "mob", timeout: 15, number: "74950000009" },
    ];
    serveAccount({ sip_scenarios: [scenario(30, { endpoints })] });
    expect(await undo(replacement)).toMatchObject({
      kind: "conflict",
      preview: { conflicts: [{ key: "phones", now: [{ number: "74950000009", timeout: 15 }] }] },
    });
  });

  it.each(["sequence_rule", "sip_timeout", "phones", "voicemail", "name"])(
    "is refused where its %s from before is not known",
    (key) => {
      const { [key]: _, ...before } = replacement.before ?? {};
      expect(planUndo({ ...replacement, before })).toMatchObject({ reason: "incomplete" });
    },
  );
});

describe("undoing a scenario's deletion and creation", () => {
  const deletion = { ...replacement, operation: "DELETE /sip/{id}/scenarios/{sid}", fields: {} };
  const creation = {
    ...replacement,
    operation: "POST /sip/{id}/scenarios",
    fields: { ...BODY, id: 40 },
    before: null,
  };

  it("creates it again", async () => {
    const requests = serveAccount({});
    expect(await undo(deletion)).toEqual({ kind: "done" });
    expect(writes(requests)).toMatchObject([
      { method: "POST", path: "/api/v1/sip/25/scenarios", body: BODY },
    ]);
  });

  it("creates nothing where it is there again", async () => {
    const requests = serveAccount({ sip_scenarios: [scenario(20, { id: 55 })] });
    expect(await undo(deletion)).toEqual({ kind: "nothing" });
    expect(writes(requests)).toEqual([]);
  });

  it("deletes what was created", async () => {
    const requests = serveAccount({ sip_scenarios: [scenario(20)] });
    expect(await undo(creation)).toEqual({ kind: "done" });
    expect(writes(requests)).toMatchObject([
      { method: "DELETE", path: "/api/v1/sip/25/scenarios/40" },
    ]);
  });

  it("asks where what was created is active now", async () => {
    serveAccount({ sip_scenarios: [scenario(20, { active: true })] });
    expect(await undo(creation)).toMatchObject({ kind: "conflict" });
  });
});

describe("an entry that can't be undone", () => {
  it.each([
    [{ outcome: "refused" }, "nothing"],
    [{ outcome: "unknown" }, "unknown"],
    [{ outcome: "begun" }, "unknown"],
    [{ undoneBy: 9 }, "undone"],
    [{ operation: "GET /sip/{id}", fields: { password: "***" } }, "nothing"],
    [{ operation: "POST /sign-in" }, "nothing"],
    [{ operation: "constructor" }, "nothing"],
    [{ fields: { password: "***" }, before: {} }, "password"],
    [{ fields: { aon: 3 }, before: {} }, "unset"],
    [{ before: null }, "incomplete"],
    [{ operation: "PUT /sip" }, "accountCreated"],
    [{ operation: "DELETE /sip/{id}" }, "accountDeleted"],
    [{ operation: "PATCH /number/external/{type}/{id}", before: { type: "АТС" } }, "connection"],
    [{ operation: "POST /number/external/follow", before: null }, "incomplete"],
    [{ operation: "DELETE /smart-numbers/{id}" }, "smartDeleted"],
  ] as const)("%o: %s", (changes, reason) => {
    expect(planUndo({ ...ENTRY, ...changes })).toMatchObject({
      can: false,
      reason,
    });
  });
});

describe("compare", () => {
  it("takes a value that can't be read as it was left", () => {
    const { changes, conflicts } = compare({ before: { a: 1 }, left: { a: 2 }, now: {} });
    expect(changes).toEqual([{ key: "a", before: 1, left: 2, now: 2 }]);
    expect(conflicts).toEqual([]);
  });

  it("takes empty, null and missing as the same", () => {
    expect(isSame({ a: "", b: [null] }, { b: [""], c: undefined })).toBe(true);
    expect(isSame(0, "")).toBe(false);
    expect(isSame(false, undefined)).toBe(false);
  });
});
