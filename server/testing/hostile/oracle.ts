import { operationList } from "#api/operations.ts";
import type { Seen } from "#proxy/testing/upstream.ts";
import type { Hostile } from "./request.ts";

const SEGMENT: Record<string, string> = {
  type: "(?:ate|sipuri)",
  id: String.raw`[1-9]\d{0,15}`,
  sid: String.raw`[1-9]\d{0,15}`,
};
/** Every operation as a method and a path pattern. */
const OPERATIONS = operationList.map((op) => ({
  method: op.method,
  path: new RegExp(
    `^/api/v1${op.path.replaceAll(/\{(\w+)\}/g, (_, key: string) => SEGMENT[key] ?? "!")}$`,
  ),
  hasBody: op.method !== "GET" && op.body !== undefined,
  bodyFromQuery: op.method === "GET" && op.body !== undefined,
  isPaged: op.query !== undefined,
}));

/** Whether a request matches an operation, so that it may be forwarded if nothing else is wrong. */
export function isListed(sent: Hostile): boolean {
  return findOperation(sent.method, targetOf(sent).split("?")[0] ?? "") !== undefined;
}

function findOperation(requestMethod: string, requestPath: string) {
  return OPERATIONS.find(({ method, path }) => method === requestMethod && path.test(requestPath));
}

/** Strips spaces around the target. */
function targetOf({ target }: Hostile): string {
  return target.replaceAll(/^ +| +$/g, "");
}

/** Headers that the proxy adds; `host` is the upstream's own. */
export type OwnHeaders = Readonly<Record<string, string>>;

/**
 * Describes what is wrong with the upstream requests that a request caused; undefined if nothing.
 * Uses only the request's bytes and the list of operations, not the proxy's code.
 */
export function findFault(
  sent: Hostile,
  seen: readonly Seen[],
  own: OwnHeaders,
): string | undefined {
  const [path = "", ...rest] = targetOf(sent).split("?");
  const isRead = (one: Seen) => sent.method !== "GET" && isJournalRead(one, path);
  const [read, secondRead] = seen.filter(isRead);
  const [first, second] = seen.filter((one) => !isRead(one));
  if (second !== undefined || secondRead !== undefined) return "two requests came out of one";
  if (sent.forbidden !== "" && seen.length > 0) return `passed in spite of ${sent.forbidden}`;
  const readFault = read && findHeaderFault(read, own);
  if (readFault !== undefined) return `the journal's read: ${readFault}`;
  if (first === undefined) return undefined;
  const [upPath = "", upQuery = ""] = first.target.split("?");
  if (first.method !== sent.method) return `became ${first.method}`;
  if (upPath !== path) return `its path became ${upPath}`;
  const op = findOperation(first.method, upPath);
  if (op === undefined) return "is off the list";
  const sentQuery = new URLSearchParams(rest.join("?"));
  for (const [key, value] of new URLSearchParams(upQuery)) {
    const isDeclared = op.isPaged && (key === "page" || key === "limit");
    if (!isDeclared || !/^[1-9]\d*$/.test(value)) return `its query holds ${key}=${value}`;
    if (sentQuery.get(key) !== value) return `its query's ${key} became ${value}`;
  }
  const isBodySame = op.bodyFromQuery
    ? /^\{("logins":\[("[^"]*",?)*\]|"user_id":[1-9]\d*)\}$/.test(first.body)
    : first.body === (op.hasBody ? Buffer.from(sent.body, "latin1").toString() : "");
  if (!isBodySame) return `its body became ${first.body}`;
  return findHeaderFault(first, own);
}

/** The journal reads what a write changes: the account of its path, or one of three lists. */
function isJournalRead({ method, target, body }: Seen, writePath: string): boolean {
  const account = /^\/api\/v1\/sip\/\d+/.exec(writePath)?.[0];
  const read =
    account ?? writePath.match(/^\/api\/v1\/(number\/external|voicemail|direction)/)?.[0];
  return method === "GET" && target === read && body === "";
}

function findHeaderFault({ headers, body }: Seen, own: OwnHeaders): string | undefined {
  const { "accept-language": language, "content-length": length, ...others } = headers;
  if (language !== undefined && !/^[\w\-*,;=. ]{1,200}$/.test(String(language))) {
    return `its language became ${String(language)}`;
  }
  if (Number(length ?? 0) !== Buffer.byteLength(body)) return `its length became ${String(length)}`;
  const actual = toLines(others);
  const expected = toLines(own);
  return actual === expected ? undefined : `its headers became ${actual}`;
}

function toLines(headers: Seen["headers"]): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
  return lines.sort().join(", ");
}
