import { API_PREFIX, type Method, type Operation } from "./operation.ts";
import { operationList } from "./operations.ts";

export type Match =
  | { found: "operation"; operation: Operation; params: Record<string, string | number> }
  | { found: "path"; allow: readonly Method[] }
  | { found: "nothing" };

interface Route {
  operation: Operation;
  segments: readonly Segment[];
}

/** A literal word, or the name of a parameter in its place. */
type Segment = { word: string; key?: undefined } | { key: string; word?: undefined };

/** By the number of their segments: the proxy looks here for each call. */
const routes = new Map<number, Route[]>();
for (const operation of operationList) {
  const segments = segmentsOf(API_PREFIX + operation.path).map((text): Segment => {
    const key = /^\{(\w+)\}$/.exec(text)?.[1];
    return key === undefined ? { word: text } : { key };
  });
  const alike = routes.get(segments.length) ?? [];
  routes.set(segments.length, [...alike, { operation, segments }]);
}

/**
 * Which declared operation a request is for. `pathname` is the raw path without a query, taken
 * literally: an escaped, doubled or dotted segment matches nothing. `found: "path"` means that
 * the path exists, with other methods.
 */
export function matchOperation(method: string, pathname: string): Match {
  const given = segmentsOf(pathname);
  const allow: Method[] = [];
  for (const { operation, segments } of routes.get(given.length) ?? []) {
    const params = paramsOf(operation, segments, given);
    if (params === undefined) continue;
    if (operation.method === method) return { found: "operation", operation, params };
    allow.push(operation.method);
  }
  return allow.length > 0 ? { found: "path", allow } : { found: "nothing" };
}

function segmentsOf(path: string): string[] {
  return path.split("/");
}

/** The parameters of a path that fits, checked by the operation's own schema. */
function paramsOf(operation: Operation, segments: readonly Segment[], given: readonly string[]) {
  const params: Record<string, string | number> = {};
  for (let at = 0; at < segments.length; at++) {
    const { word, key } = segments[at] ?? {};
    const value = given[at] ?? "";
    if (key !== undefined) params[key] = /^[1-9]\d{0,15}$/.test(value) ? Number(value) : value;
    else if (word !== value) return undefined;
  }
  return fits(operation, params) ? params : undefined;
}

function fits(operation: Operation, params: Record<string, string | number>): boolean {
  if (operation.params === undefined) return true;
  const result = operation.params["~standard"].validate(params);
  return !(result instanceof Promise) && result.issues === undefined;
}
