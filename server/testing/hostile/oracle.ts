import { operationList } from "#api/operations.ts";
import type { Seen } from "#proxy/testing/upstream.ts";
import type { Hostile } from "./request.ts";

const SEGMENT: Record<string, string> = {
  type: "(?:ate|sipuri)",
  id: String.raw`[1-9]\d{0,15}`,
  sid: String.raw`[1-9]\d{0,15}`,
};
/** Every operation by the way in which it is asked for. */
const LIST = operationList.map((op) => ({
  method: op.method,
  path: new RegExp(
    `^/api/v1${op.path.replaceAll(/\{(\w+)\}/g, (_, key: string) => SEGMENT[key] ?? "!")}$`,
  ),
  hasBody: op.method !== "GET" && op.body !== undefined,
  bodyFromQuery: op.method === "GET" && op.body !== undefined,
  isPaged: op.query !== undefined,
}));

/** Whether a request names an operation of the list, so that it may pass if nothing else is wrong. */
export function isListed(sent: Hostile): boolean {
  return listed(sent.method, targetOf(sent).split("?")[0] ?? "") !== undefined;
}

function listed(verb: string, where: string) {
  return LIST.find(({ method, path }) => method === verb && path.test(where));
}

/** Spaces around the target are none of it. */
function targetOf({ target }: Hostile): string {
  return target.replaceAll(/^ +| +$/g, "");
}

/** What the proxy adds; its value of `host` is the upstream's own. */
export type Own = Readonly<Record<string, string>>;

/**
 * What is wrong with what the upstream saw of a request, in words; undefined if nothing. Knows
 * only the request's bytes and the list of operations, nothing of how the proxy decides.
 */
export function faultOf(sent: Hostile, seen: readonly Seen[], own: Own): string | undefined {
  const [first, second] = seen;
  if (second !== undefined) return "two requests came out of one";
  if (first === undefined) return undefined;
  if (sent.forbidden !== "") return `passed in spite of ${sent.forbidden}`;
  const [path = "", ...rest] = targetOf(sent).split("?");
  const [upPath = "", upQuery = ""] = first.target.split("?");
  if (first.method !== sent.method) return `became ${first.method}`;
  if (upPath !== path) return `its path became ${upPath}`;
  const op = listed(first.method, upPath);
  if (op === undefined) return "is off the list";
  const asked = new URLSearchParams(rest.join("?"));
  for (const [key, value] of new URLSearchParams(upQuery)) {
    const isDeclared = op.isPaged && (key === "page" || key === "limit");
    if (!isDeclared || !/^[1-9]\d*$/.test(value)) return `its query holds ${key}=${value}`;
    if (asked.get(key) !== value) return `its query's ${key} became ${value}`;
  }
  const isSame = op.bodyFromQuery
    ? /^\{("logins":\[("[^"]*",?)*\]|"user_id":[1-9]\d*)\}$/.test(first.body)
    : first.body === (op.hasBody ? Buffer.from(sent.body, "latin1").toString() : "");
  if (!isSame) return `its body became ${first.body}`;
  return faultOfHeaders(first, own);
}

function faultOfHeaders({ headers, body }: Seen, own: Own): string | undefined {
  const { "accept-language": language, "content-length": length, ...others } = headers;
  if (language !== undefined && !/^[\w\-*,;=. ]{1,200}$/.test(String(language))) {
    return `its language became ${String(language)}`;
  }
  if (Number(length ?? 0) !== Buffer.byteLength(body)) return `its length became ${String(length)}`;
  const got = linesOf(others);
  const wanted = linesOf(own);
  return got === wanted ? undefined : `its headers became ${got}`;
}

function linesOf(headers: Seen["headers"]): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
  return lines.sort().join(", ");
}
