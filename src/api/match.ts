import { API_PREFIX, type Method, type Operation } from "./operation.ts";
import { operationList } from "./operations.ts";

export type Match =
  | { found: "operation"; operation: Operation; params: Record<string, string | number> }
  | { found: "path"; allow: readonly Method[] }
  | { found: "nothing" };

interface Route {
  operation: Operation;
  segments: readonly string[];
}

const routes: readonly Route[] = operationList.map((operation) => ({
  operation,
  segments: segmentsOf(API_PREFIX + operation.path),
}));

/**
 * Which declared operation a request is for. `pathname` is the raw path without a query, taken
 * literally: an escaped, doubled or dotted segment matches nothing. `found: "path"` means that
 * the path exists, with other methods.
 */
export function matchOperation(method: string, pathname: string): Match {
  const given = segmentsOf(pathname);
  const allow: Method[] = [];
  for (const { operation, segments } of routes) {
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
function paramsOf(operation: Operation, segments: readonly string[], given: readonly string[]) {
  if (segments.length !== given.length) return undefined;
  const params: Record<string, string | number> = {};
  for (const [index, segment] of segments.entries()) {
    const value = given[index] ?? "";
    const key = /^\{(\w+)\}$/.exec(segment)?.[1];
    if (key === undefined) {
      if (segment !== value) return undefined;
    } else {
      params[key] = /^[1-9]\d{0,15}$/.test(value) ? Number(value) : value;
    }
  }
  return fits(operation, params) ? params : undefined;
}

function fits(operation: Operation, params: Record<string, string | number>): boolean {
  if (operation.params === undefined) return true;
  const result = operation.params["~standard"].validate(params);
  return !(result instanceof Promise) && result.issues === undefined;
}
