import { type Method, type Operation, prefix } from "./operation.ts";
import { operationList } from "./operations.ts";

export type Match =
  | { found: "operation"; operation: Operation; params: Record<string, string | number> }
  | { found: "path"; allow: readonly Method[] }
  | { found: "nothing" };

interface Route {
  operation: Operation;
  segments: readonly Segment[];
}

/** A literal segment, or the name of the parameter in its position. */
type Segment = { literal: string; key?: undefined } | { key: string; literal?: undefined };

/**
 * Finds which operation a request is for. `pathname` is the raw path without a query, taken
 * literally: an escaped, doubled or dotted segment matches nothing. `found: "path"` means that
 * the path exists, with other methods.
 */
export type MatchOperation = (method: string, pathname: string) => Match;

export function createMatcher(operations: readonly Operation[]): MatchOperation {
  const routes = toRoutes(operations);
  return (method, pathname) => {
    const given = splitPath(pathname);
    const allow: Method[] = [];
    for (const { operation, segments } of routes.get(given.length) ?? []) {
      const params = matchParams(operation, segments, given);
      if (params === undefined) continue;
      if (operation.method === method) return { found: "operation", operation, params };
      allow.push(operation.method);
    }
    return allow.length > 0 ? { found: "path", allow } : { found: "nothing" };
  };
}

/** By number of segments: the proxy looks routes up for every call. */
function toRoutes(operations: readonly Operation[]): Map<number, Route[]> {
  const routes = new Map<number, Route[]>();
  for (const operation of operations) {
    const segments = splitPath(prefix(operation) + operation.path).map((text): Segment => {
      const key = /^\{(\w+)\}$/.exec(text)?.[1];
      return key === undefined ? { literal: text } : { key };
    });
    const sameLength = routes.get(segments.length) ?? [];
    routes.set(segments.length, [...sameLength, { operation, segments }]);
  }
  return routes;
}

/** Of the provider's operations. */
export const matchOperation = createMatcher(operationList);

function splitPath(path: string): string[] {
  return path.split("/");
}

/** The parameters of a matching path, validated by the operation's schema. */
function matchParams(operation: Operation, segments: readonly Segment[], given: readonly string[]) {
  const texts: Record<string, string> = {};
  for (let at = 0; at < segments.length; at++) {
    const { literal, key } = segments[at] ?? {};
    const value = given[at] ?? "";
    if (key !== undefined) texts[key] = value;
    else if (literal !== value) return undefined;
  }
  const entries = Object.entries(texts).map(
    ([key, value]) => [key, /^[1-9]\d{0,15}$/.test(value) ? Number(value) : value] as const,
  );
  // The ids of Pult's own users are texts, even if they look like a number.
  return [Object.fromEntries(entries), texts].find((params) => isValid(operation, params));
}

function isValid(operation: Operation, params: Record<string, string | number>): boolean {
  if (operation.params === undefined) return true;
  const result = operation.params["~standard"].validate(params);
  return !(result instanceof Promise) && result.issues === undefined;
}
