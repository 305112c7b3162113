import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import { expireDrafts, MAX_AGE_MS } from "./expireDrafts.ts";
import { discardDrafts, DRAFT_KEY_PREFIX } from "./discardDrafts.ts";
import { findDraft, createDraftAutosave } from "./autosave.ts";
import { draftShape, fingerprint, typedText } from "./shape.ts";

interface Values {
  name: string;
  rule: "one" | "all" | "";
  phones: { number: string }[];
  host: string;
  token: string;
  password: string;
}

const PLACE = "/sip/25/edit";
const KEY = DRAFT_KEY_PREFIX + PLACE;
const BASE: Values = { name: "Анна", rule: "", phones: [], host: "", token: "", password: "" };
const SHAPE = draftShape<Values>()(["password"], {
  name: typedText,
  rule: z.enum(["one", "all", ""]),
  phones: z.array(z.object({ number: typedText })),
  host: z.pipe(
    typedText,
    z.transform((text) => text.split("/")[0] ?? ""),
  ),
  // A secret that the form fails to declare, for the second safeguard.
  token: typedText,
});

const kept = new Map<string, string>();
let full = false;

beforeEach(() => {
  kept.clear();
  full = false;
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (full) throw new DOMException("full", "QuotaExceededError");
      kept.set(key, text);
    },
    removeItem: (key: string) => kept.delete(key),
  });
});

afterEach(() => {
  vi.useRealTimers();
});

const open = (of?: unknown) => createDraftAutosave(PLACE, SHAPE, of);
const find = (base = BASE, place = PLACE) => findDraft(place, SHAPE, base);

/** Types, and waits until it is stored. */
function type(change: Partial<Values>, autosave = open()) {
  autosave.save(BASE, { ...BASE, ...change });
  autosave.flush();
  return autosave;
}

describe("a draft", () => {
  it("is found at its own place, with the changed fields and the time of typing", () => {
    vi.useFakeTimers({ now: 1_000_000 });
    type({ name: "Вера", phones: [{ number: "101" }] });
    expect(find()).toEqual({
      at: 1_000_000,
      fields: { name: "Вера", phones: [{ number: "101" }] },
      changed: false,
      omitted: false,
      sent: false,
    });
    expect(find(BASE, "/sip/26/edit")).toBeUndefined();
  });

  it("is stored a moment after the last change, and keeps its time while it stays the same", () => {
    vi.useFakeTimers({ now: 1_000_000 });
    const autosave = open();
    autosave.save(BASE, { ...BASE, name: "В" });
    vi.advanceTimersByTime(200);
    autosave.save(BASE, { ...BASE, name: "Вера" });
    vi.advanceTimersByTime(200);
    expect(kept.size).toBe(0);
    vi.advanceTimersByTime(200);
    const { at } = find() ?? {};
    vi.advanceTimersByTime(60_000);
    type({ name: "Вера" }, autosave);
    expect(find()?.at).toBe(at);
  });

  it("is removed once the values are as before, saved, or a day old", () => {
    vi.useFakeTimers();
    type({}, type({ name: "Вера" }));
    expect(kept.size).toBe(0);
    type({ name: "Вера" }).discard();
    expect(kept.size).toBe(0);
    type({ name: "Вера" });
    vi.advanceTimersByTime(MAX_AGE_MS + 1);
    expect(find()).toBeUndefined();
    expect(kept.size).toBe(0);
  });

  it("is removed once it is a day old, even if its form is never opened again", () => {
    vi.useFakeTimers();
    type({ name: "Вера" });
    kept.set(`${DRAFT_KEY_PREFIX}/foreign`, '"?"');
    kept.set("pult.mode", "sandbox");
    vi.stubGlobal("sessionStorage", Object.assign(sessionStorage, Object.fromEntries(kept)));
    expireDrafts();
    expect([...kept.keys()]).toEqual([KEY, "pult.mode"]);
    vi.advanceTimersByTime(MAX_AGE_MS + 1);
    expireDrafts();
    expect([...kept.keys()]).toEqual(["pult.mode"]);
  });

  it("reports when the data it edits has changed, and ends once it equals that data", () => {
    type({ name: "Вера" });
    expect(find({ ...BASE, rule: "all" })).toMatchObject({
      changed: true,
      fields: { name: "Вера" },
    });
    expect(find({ ...BASE, name: "Вера" })).toBeUndefined();
    expect(kept.size).toBe(0);
  });

  it("reports that it was being saved, while the outcome is unknown", () => {
    vi.useFakeTimers();
    const autosave = type({ name: "Вера" });
    autosave.setSaving(true);
    expect(find()?.sent).toBe(true);
    // The page may be closing, or another save may start.
    autosave.setSaving(false);
    autosave.setSaving(true);
    vi.advanceTimersByTime(60_000);
    expect(find()?.sent).toBe(true);
    autosave.setSaving(false);
    expect(find()?.sent).toBe(true);
    vi.advanceTimersByTime(10_000);
    expect(find()?.sent).toBe(false);
  });

  it("is not stored where the storage is full, nor is an older one kept there", () => {
    type({ name: "Вера" });
    full = true;
    expect(() => type({ name: "Вера Волкова" })).not.toThrow();
    expect(kept.size).toBe(0);
  });

  it("does not outlive its office", () => {
    const autosave = type({ name: "Вера" });
    autosave.save(BASE, { ...BASE, name: "Ольга" });
    discardDrafts();
    autosave.flush();
    expect([...kept.values()].join()).not.toContain("Ольга");
  });
});

describe("a secret", () => {
  it.each<[string, Partial<Values>]>([
    ["by the form's word", { password: "canary-1" }],
    ["by its name", { token: "canary-1" }],
    ["by what it is: a login with a password", { name: "sip:anna:canary-1@pbx.example" }],
    ["by what it is: a parameter", { name: "crm.example?api_key=canary-1" }],
    ["deep inside", { phones: [{ number: "1", secret: "canary-1" } as { number: string }] }],
  ])("%s is not stored, and the draft reports that", (_, change) => {
    type({ ...change, rule: "one" });
    expect(JSON.stringify([...kept])).not.toContain("canary-1");
    expect(find()).toMatchObject({ fields: { rule: "one" } });
  });

  it("alone is reported, until it is known to be saved", () => {
    const autosave = type({ password: "canary-1" });
    expect(find()).toMatchObject({ fields: {}, omitted: true });
    autosave.setSaving(true);
    expect(find()).toBeUndefined();
  });

  it("next to storable text is cut off before storing", () => {
    type({ host: "crm.example/rest/1/canary-1" });
    expect(JSON.stringify([...kept])).not.toContain("canary-1");
    expect(find()?.fields).toEqual({ host: "crm.example" });
  });
});

const value = fc.oneof(fc.string(), fc.jsonValue(), fc.constantFrom("all", "", "none"));
const names = fc.constantFrom(
  "name",
  "rule",
  "phones",
  "password",
  "__proto__",
  "constructor",
  "x",
);
const phones = fc.array(fc.oneof(fc.record({ number: fc.string() }), fc.jsonValue()));
const foreignFields = fc.oneof(
  fc.dictionary(names, value),
  fc.record({ name: value, rule: value, phones }, { requiredKeys: [] }),
);
/** A valid draft, or one with an invalid part. */
const almost = fc
  .tuple(
    foreignFields,
    fc.option(fc.tuple(fc.constantFrom("version", "at", "base", "fields", "sent"), fc.jsonValue())),
  )
  .map(([held, slip]) => {
    const right = {
      version: 1,
      at: Date.now(),
      base: "",
      fields: held,
      omitted: false,
      sent: false,
    };
    return JSON.stringify(slip === null ? right : { ...right, [slip[0]]: slip[1] });
  });
/** Anything: invalid JSON, JSON of another kind, a draft with invalid fields. */
const foreign = fc.oneof(fc.string(), fc.json(), { weight: 3, arbitrary: almost });

describe("with any stored content", () => {
  it("a form restores only values that it could hold itself", () => {
    let drafts = 0;
    fc.assert(
      fc.property(foreign, (text) => {
        kept.set(KEY, text);
        const found = find();
        if (found === undefined) return;
        drafts += 1;
        const { name = "", rule = "", phones: rows = [], ...rest } = found.fields;
        expect(typeof name).toBe("string");
        expect(["", "one", "all"]).toContain(rule);
        expect(rows.every(({ number }) => typeof number === "string")).toBe(true);
        expect(Object.keys(rest)).toEqual([]);
        expect(Number.isFinite(found.at)).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect(drafts, "drafts that are almost right are among them").toBeGreaterThan(0);
  });

  it("what was typed is restored exactly, whatever it is", () => {
    const values = fc.record({
      name: fc.string(),
      rule: fc.constantFrom("one" as const, "all" as const),
      phones: fc.array(fc.record({ number: fc.string({ maxLength: 20 }) }), { minLength: 1 }),
    });
    fc.assert(
      fc.property(values, (change) => {
        type(change);
        const { fields, omitted } = { fields: {}, omitted: false, ...find() };
        // Only what looks like a secret is left out.
        expect({ ...change, ...fields }).toEqual(change);
        const same = Number(change.name === BASE.name);
        expect(Object.keys(fields)).toHaveLength(3 - same - Number(omitted));
        kept.clear();
      }),
    );
  });

  it("of a thousand different values, hardly two share a fingerprint", () => {
    const prints = Array.from({ length: 1000 }, (_, n) => fingerprint({ ...BASE, name: `${n}` }));
    expect(new Set(prints).size).toBe(1000);
  });
});
