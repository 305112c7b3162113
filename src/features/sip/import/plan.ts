import * as z from "zod/mini";
import { LIMITS } from "#api/fields.ts";
import { createSipAccount, updateSipAccount } from "#api/sipChanges.ts";
import type { NewRow } from "#domain/batch/batch.ts";
import type { SipRow } from "#domain/sip/rows.ts";
import type { PhoneReading } from "#lib/dialPlan.ts";
import { packReason, toReason } from "#ui/form/issues.ts";
import {
  type Cells,
  type ColumnName,
  readWhole,
  type Reading,
  restoreExponent,
} from "./columns.ts";

/** What to do with lines of accounts that exist. */
export const EXISTING = ["update", "skip"] as const;
export type Existing = (typeof EXISTING)[number];

/** Why a line can't be sent. */
export type LineProblem =
  | { kind: "noSuchId" | "notWhole" | "rounded" | "callerId" | "callerIdUnknown"; value: string }
  /** Another account has the extension. */
  | { kind: "taken"; value: string; holder: string }
  /** The same account or extension stands in an earlier line. */
  | { kind: "repeated"; line: number }
  | { kind: "noneFree" }
  | { kind: "phone"; value: string; reading: PhoneReading }
  /** A limit of the contract; `reason` as `reasonText` reads it. */
  | { kind: "limit"; reason: string };

export interface PlannedLine {
  /** The line, which is unique. */
  id: number;
  line: number;
  cells: readonly string[];
  kind: "create" | "update" | "same" | "skip" | "problem";
  /** Extension and name, as they will be. */
  number: string;
  name: string;
  row: NewRow | undefined;
  problem: { field: ColumnName | undefined; why: LineProblem } | undefined;
}

/** What the lines are compared with. */
export interface Office {
  accounts: readonly SipRow[];
  /** The office's numbers by their digits; undefined where they can't be read. */
  numbers: ReadonlyMap<string, number> | undefined;
  readPhone: (typed: string) => PhoneReading;
}

/** Milliseconds of work after which the page gets its turn. */
const SLICE_MS = 12;
const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/**
 * Checks every line by the contract's own limits, before the first is sent: what would be created,
 * changed or left alone. Lines without an extension get the next free ones. Pauses for the page;
 * throws the signal's reason when aborted.
 */
export async function planLines(
  { rows }: Pick<Reading, "rows">,
  existing: Existing,
  office: Office,
  signal: AbortSignal,
): Promise<PlannedLine[]> {
  const plan = createPlanner(rows, existing, office);
  const planned: PlannedLine[] = [];
  let since = performance.now();
  for (const row of rows) {
    planned.push(plan(row));
    if (performance.now() - since < SLICE_MS) continue;
    await nextTask();
    signal.throwIfAborted();
    since = performance.now();
  }
  return planned;
}

type Row = Reading["rows"][number];

/** A line that can't be sent. */
class LineError extends Error {
  readonly field: ColumnName | undefined;
  readonly why: LineProblem;

  constructor(field: ColumnName | undefined, why: LineProblem) {
    super(why.kind);
    this.field = field;
    this.why = why;
  }
}

function createPlanner(rows: readonly Row[], existing: Existing, office: Office) {
  const byId = new Map(office.accounts.map((account) => [account.id, account]));
  const byExtension = new Map(office.accounts.map((account) => [account.extension, account]));
  const taken = new Set([
    ...byExtension.keys(),
    ...rows.flatMap(({ values }) => readWhole(values.extension ?? "") ?? []),
  ]);
  let free: number = LIMITS.extension.min;
  /** Lines by what they claim: an account, or an extension. */
  const claims = new Map<string, number>();
  const claim = (key: string, line: number, field: ColumnName) => {
    const before = claims.get(key);
    if (before !== undefined) throw new LineError(field, { kind: "repeated", line: before });
    claims.set(key, line);
  };
  const nextFree = () => {
    while (taken.has(free)) free += 1;
    if (free > LIMITS.extension.max) throw new LineError("extension", { kind: "noneFree" });
    taken.add(free);
    return free;
  };
  const find = (values: Cells, extension: number | undefined) => {
    if (values.id === undefined)
      return extension === undefined ? undefined : byExtension.get(extension);
    const id = whole(values.id, "id");
    const account = byId.get(id);
    if (account === undefined) throw new LineError("id", { kind: "noSuchId", value: values.id });
    return account;
  };

  return ({ line, cells, values }: Row): PlannedLine => {
    const base = { id: line, line, cells, number: values.extension ?? "", name: values.name ?? "" };
    try {
      const extension =
        values.extension === undefined ? undefined : whole(values.extension, "extension");
      const account = find(values, extension);
      if (account === undefined) {
        const number = extension ?? nextFree();
        claim(`extension ${number}`, line, "extension");
        const body = createBody(values, number, office);
        const row: NewRow = {
          number: String(number),
          name: body.name,
          line,
          step: { kind: "createAccount", body },
        };
        return {
          ...base,
          number: row.number,
          name: row.name,
          kind: "create",
          row,
          problem: undefined,
        };
      }
      claim(`id ${account.id}`, line, values.id === undefined ? "extension" : "id");
      claim(`extension ${extension ?? account.extension}`, line, "extension");
      const known = { ...base, number: String(account.extension), name: account.name };
      if (existing === "skip")
        return { ...known, kind: "skip", row: undefined, problem: undefined };
      const holder = extension === undefined ? undefined : byExtension.get(extension);
      if (holder !== undefined && holder !== account)
        throw new LineError("extension", {
          kind: "taken",
          value: String(extension),
          holder: holder.name,
        });
      const row = updateRow(account, values, extension, office, line);
      return { ...known, kind: row === undefined ? "same" : "update", row, problem: undefined };
    } catch (error) {
      if (!(error instanceof LineError)) throw error;
      return {
        ...base,
        kind: "problem",
        row: undefined,
        problem: { field: error.field, why: error.why },
      };
    }
  };
}

function createBody(values: Cells, number: number, office: Office) {
  const phone = values.phone === undefined ? undefined : readDigits(values.phone, office);
  const seconds = (field: "sipTimeout" | "phoneTimeout", usual: number) =>
    values[field] === undefined ? usual : whole(values[field], field);
  return checked(createSipAccount.body, {
    name: values.name,
    number,
    role: values.role,
    aon: values.callerId === undefined ? undefined : readCallerId(values.callerId, office),
    sip_timeout: seconds("sipTimeout", 30),
    sequence_rule: "single",
    ...(phone !== undefined && {
      phone_number: phone,
      phone_timeout: seconds("phoneTimeout", 25),
    }),
  });
}

/** Of an account only what differs from the line; undefined where nothing does. */
function updateRow(
  account: SipRow,
  values: Cells,
  extension: number | undefined,
  office: Office,
  line: number,
): NewRow | undefined {
  const body: Record<string, unknown> = {};
  const before: Record<string, unknown> = {};
  const set = (key: string, value: unknown, now: unknown) => {
    if (value === undefined || value === now) return;
    body[key] = value;
    before[key] = now;
  };
  set("name", values.name, account.name.trim());
  set("number", extension, account.extension);
  set("role", values.role, account.role.trim());
  const isSameCallerId = digitsOf(values.callerId ?? "").includes(account.callerId ?? "-");
  if (values.callerId !== undefined && !isSameCallerId)
    set("aon", readCallerId(values.callerId, office), account.callerIdId);
  if (Object.keys(body).length === 0) return undefined;
  return {
    number: String(account.extension),
    name: account.name,
    line,
    before,
    step: { kind: "updateAccount", id: account.id, body: checked(updateSipAccount.body, body) },
  };
}

/** The request, by the contract's limits. */
function checked<T extends z.core.$ZodType>(schema: T, request: unknown): z.output<T> {
  const result = z.safeParse(schema, request, {
    error: (issue) => packReason(toReason(issue)),
  });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new LineError(FIELD_OF[String(issue?.path[0])], {
    kind: "limit",
    reason: issue?.message ?? "",
  });
}

/** The column of a field of the request. */
const FIELD_OF: Readonly<Record<string, ColumnName>> = {
  name: "name",
  number: "extension",
  role: "role",
  aon: "callerId",
  sip_timeout: "sipTimeout",
  phone_number: "phone",
  phone_timeout: "phoneTimeout",
};

function whole(text: string, field: ColumnName): number {
  const number = readWhole(text);
  if (number === undefined) throw new LineError(field, { kind: "notWhole", value: text });
  return number;
}

function readDigits(text: string, { readPhone }: Office): string {
  const restored = restoreExponent(text);
  if (restored === undefined) throw new LineError("phone", { kind: "rounded", value: text });
  const reading = readPhone(restored);
  if (!reading.ok) throw new LineError("phone", { kind: "phone", value: text, reading });
  return reading.digits;
}

/** A number's digits as they may be stored: dialled within Russia as 8…, it is 7…. */
function digitsOf(text: string): string[] {
  const digits = (restoreExponent(text) ?? "").replaceAll(/\D/g, "");
  return /^8\d{10}$/.test(digits) ? [digits, `7${digits.slice(1)}`] : [digits];
}

/** The id of one of the office's numbers. */
function readCallerId(text: string, office: Office): number {
  if (restoreExponent(text) === undefined)
    throw new LineError("callerId", { kind: "rounded", value: text });
  const id = digitsOf(text)
    .map((digits) => office.numbers?.get(digits))
    .find((each) => each !== undefined);
  if (id !== undefined) return id;
  const kind = office.numbers === undefined ? "callerIdUnknown" : "callerId";
  throw new LineError("callerId", { kind, value: text });
}
