import * as z from "zod/mini";
import { readId, readInt } from "./fields.ts";
import type { Operation, Result } from "./operation.ts";
import { type JsonObject, isJsonObject } from "./errorBody.ts";

/** A row of a list that can't be read: what identifies it, and its first invalid field. */
export interface InvalidRow {
  /** Undefined also where JSON.parse rounded it: such an id may be another row's. */
  id: number | undefined;
  name: string;
  /** An extension, a phone number, a dial code. */
  number: string;
  /** The missing or invalid field; empty where the row is not even an object. */
  field: string;
}

export type ParsedResponse<T extends Operation> =
  | { data: Result<T>; invalidRows: readonly InvalidRow[] }
  /** Path of the invalid value: `data.3.number`. */
  | { invalidPath: string };

/**
 * Parses a response by its operation's schema, a list row by row: an invalid row must not hide the
 * others.
 */
export function parseResponse<T extends Operation>(op: T, body: unknown): ParsedResponse<T> {
  const invalidRows: InvalidRow[] = [];
  let rest = op.paged === true && isJsonObject(body) ? normalizePage(body) : body;
  for (;;) {
    const parsed = z.safeParse(op.response, rest);
    if (parsed.success) return { data: parsed.data as Result<T>, invalidRows };
    const withArrays = restoreArrays(rest, parsed.error.issues);
    if (withArrays !== undefined) {
      rest = withArrays;
      continue;
    }
    const paths = parsed.error.issues.flatMap((issue) => issuePaths(issue));
    const invalidFields = findInvalidRows(op, paths);
    if (invalidFields.size === 0 || !isJsonObject(rest))
      return { invalidPath: paths[0]?.join(".") ?? "" };
    rest = withoutRows(rest, op.rows ?? "", invalidFields, invalidRows);
  }
}

/**
 * The response with arrays restored where PHP wrote an array with gaps as an object,
 * `{"0": …, "2": …}`; undefined where there are none.
 */
function restoreArrays(body: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const wanted = issues.filter(
    (issue) => issue.code === "invalid_type" && issue.expected === "array",
  );
  if (wanted.length === 0) return undefined;
  const copy: unknown = structuredClone(body);
  let found = false;
  for (const { path } of wanted) {
    const parent = path.slice(0, -1).reduce<unknown>((at, key) => asRecord(at)[key], copy);
    const last = path.at(-1) ?? "";
    const value = asRecord(parent)[last];
    if (!isJsonObject(value) || !Object.keys(value).every((key) => /^\d+$/.test(key))) continue;
    asRecord(parent)[last] = Object.values(value);
    found = true;
  }
  return found ? copy : undefined;
}

const asRecord = (value: unknown) => Object(value) as Record<PropertyKey, unknown>;

/** The invalid rows by key, each with its first invalid field. */
function findInvalidRows(
  { rows }: Operation,
  paths: readonly PropertyKey[][],
): Map<string, string> {
  const invalidFields = new Map<string, string>();
  for (const [first, key, ...field] of paths) {
    if (key === undefined || first !== rows || invalidFields.has(String(key))) continue;
    invalidFields.set(String(key), field.join("."));
  }
  return invalidFields;
}

/** The response without its invalid rows, which are added to `invalidRows`. */
function withoutRows(
  body: JsonObject,
  at: string,
  invalidFields: Map<string, string>,
  invalidRows: InvalidRow[],
): JsonObject {
  const rows = Object.entries(Object(body[at]) as object) as [string, unknown][];
  const kept = rows.filter(([key]) => !invalidFields.has(key));
  const isList = Array.isArray(body[at]);
  for (const [key, row] of rows) {
    const field = invalidFields.get(key);
    // The key of a map is the dial code.
    if (field !== undefined) invalidRows.push(toInvalidRow(row, field, isList ? "" : key));
  }
  return { ...body, [at]: isList ? kept.map(([, row]) => row) : Object.fromEntries(kept) };
}

const PAGING = ["current_page", "last_page", "per_page", "total"];

/**
 * A page in the format of Laravel's paginator, including a resource's, which puts the numbers under
 * `meta`. Drops invalid numbers: the rows decide. A simple paginator counts no pages, but its
 * `next_page_url` shows that there is another.
 */
function normalizePage(body: JsonObject): JsonObject {
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

/** The paths of an issue; in a union, those of the alternative that matched deepest. */
function issuePaths(issue: z.core.$ZodIssue): PropertyKey[][] {
  if (issue.code !== "invalid_union") return [issue.path];
  const inner = issue.errors.map((all) => all.flatMap((each) => issuePaths(each)));
  const [furthest = []] = inner.sort((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0));
  return furthest.length === 0 ? [issue.path] : furthest.map((path) => issue.path.concat(path));
}

/** Longer texts are cut off. */
const MAX_TEXT_LENGTH = 80;

function toInvalidRow(row: unknown, field: string, mapKey: string): InvalidRow {
  const object: JsonObject = isJsonObject(row) ? row : {};
  const text = (...keys: string[]) => {
    const texts = keys.map((key) => toText(object[key]));
    return (texts.find((known) => known !== "") ?? "").slice(0, MAX_TEXT_LENGTH);
  };
  return {
    id: z.safeParse(readId, object["id"]).data,
    name: text("name", "login", "description"),
    number: text("number", "phoneX", "code") || mapKey.slice(0, MAX_TEXT_LENGTH),
    field,
  };
}

function toText(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" && Number.isSafeInteger(value) ? String(value) : "";
}
