import * as z from "zod/mini";
import { readId, readInt } from "./fields.ts";
import type { Operation, Result } from "./operation.ts";
import { type JsonObject, isJsonObject } from "./errorBody.ts";

/** A row of a list that can't be read: what is known of it, and what is wrong with it. */
export interface InvalidRow {
  /** Undefined also where it is too large to be exact: such an id may be another's. */
  id: number | undefined;
  name: string;
  /** An extension, a phone number, a dial code. */
  number: string;
  /** The field that is missing or makes no sense; empty where the whole row does. */
  field: string;
}

export type ReadAnswer<T extends Operation> =
  | { data: Result<T>; invalidRows: readonly InvalidRow[] }
  /** The path of what can't be read: `data.3.number`. */
  | { wrongAt: string };

/**
 * Reads an answer by its operation's schema, a list row by row: one that can't be read must not
 * hide the others.
 */
export function readAnswer<T extends Operation>(op: T, body: unknown): ReadAnswer<T> {
  const invalidRows: InvalidRow[] = [];
  let rest = op.paged === true && isJsonObject(body) ? plainPage(body) : body;
  for (;;) {
    const parsed = z.safeParse(op.response, rest);
    if (parsed.success) return { data: parsed.data as Result<T>, invalidRows };
    const whole = withLists(rest, parsed.error.issues);
    if (whole !== undefined) {
      rest = whole;
      continue;
    }
    const paths = parsed.error.issues.flatMap((issue) => pathsOf(issue));
    const wrong = wrongRows(op, paths);
    if (wrong.size === 0 || !isJsonObject(rest)) return { wrongAt: paths[0]?.join(".") ?? "" };
    rest = withoutRows(rest, op.rows ?? "", wrong, invalidRows);
  }
}

/**
 * The answer with lists where PHP wrote an array with gaps as an object, `{"0": …, "2": …}`;
 * undefined where there is no such thing.
 */
function withLists(body: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const wanted = issues.filter(
    (issue) => issue.code === "invalid_type" && issue.expected === "array",
  );
  if (wanted.length === 0) return undefined;
  const copy: unknown = structuredClone(body);
  let found = false;
  for (const { path } of wanted) {
    const holder = path.slice(0, -1).reduce<unknown>((at, key) => bagOf(at)[key], copy);
    const last = path.at(-1) ?? "";
    const value = bagOf(holder)[last];
    if (!isJsonObject(value) || !Object.keys(value).every((key) => /^\d+$/.test(key))) continue;
    bagOf(holder)[last] = Object.values(value);
    found = true;
  }
  return found ? copy : undefined;
}

const bagOf = (value: unknown) => Object(value) as Record<PropertyKey, unknown>;

/** The rows that issues are about, by key, each with its first field that is wrong. */
function wrongRows({ rows }: Operation, paths: readonly PropertyKey[][]): Map<string, string> {
  const wrong = new Map<string, string>();
  for (const [first, key, ...field] of paths) {
    if (key === undefined || first !== rows || wrong.has(String(key))) continue;
    wrong.set(String(key), field.join("."));
  }
  return wrong;
}

/** The answer without its wrong rows; those go to `invalidRows`. */
function withoutRows(
  body: JsonObject,
  at: string,
  wrong: Map<string, string>,
  invalidRows: InvalidRow[],
): JsonObject {
  const rows = Object.entries(Object(body[at]) as object) as [string, unknown][];
  const kept = rows.filter(([key]) => !wrong.has(key));
  const isList = Array.isArray(body[at]);
  for (const [key, row] of rows) {
    const field = wrong.get(key);
    // A map has the dial code for its key.
    if (field !== undefined) invalidRows.push(toInvalidRow(row, field, isList ? "" : key));
  }
  return { ...body, [at]: isList ? kept.map(([, row]) => row) : Object.fromEntries(kept) };
}

const PAGING = ["current_page", "last_page", "per_page", "total"];

/**
 * A page as Laravel's paginator writes it: not with its numbers under `meta`, as a resource does.
 * Numbers that are none are left out: the rows count. A paginator that counts no pages says at
 * least that there is a next one.
 */
function plainPage(body: JsonObject): JsonObject {
  const page: Record<string, unknown> = {
    ...(isJsonObject(body["meta"]) ? body["meta"] : {}),
    ...body,
  };
  for (const key of PAGING) if (!z.safeParse(readInt, page[key]).success) delete page[key];
  const { current_page: current = 1, next_page_url: next } = page;
  if (page["last_page"] === undefined && typeof next === "string" && next !== "") {
    page["last_page"] = Number(current) + 1;
  }
  return page;
}

/** The paths of an issue, followed into the union's alternative that got furthest. */
function pathsOf(issue: z.core.$ZodIssue): PropertyKey[][] {
  if (issue.code !== "invalid_union") return [issue.path];
  const inner = issue.errors.map((all) => all.flatMap((each) => pathsOf(each)));
  const [furthest = []] = inner.sort((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0));
  return furthest.length === 0 ? [issue.path] : furthest.map((path) => issue.path.concat(path));
}

/** Longer texts are not worth showing. */
const SHOWN = 80;

function toInvalidRow(row: unknown, field: string, place: string): InvalidRow {
  const object: JsonObject = isJsonObject(row) ? row : {};
  const text = (...keys: string[]) => {
    const texts = keys.map((key) => textOf(object[key]));
    return (texts.find((known) => known !== "") ?? "").slice(0, SHOWN);
  };
  return {
    id: z.safeParse(readId, object["id"]).data,
    name: text("name", "login", "description"),
    number: text("number", "phoneX", "code") || place.slice(0, SHOWN),
    field,
  };
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" && Number.isSafeInteger(value) ? String(value) : "";
}
