import * as fc from "fast-check";
import type { Operation } from "#api/operation.ts";
import { operationList } from "#api/operations.ts";
import { CANARY, type Framed, framing } from "./framing.ts";
import { headerTricks, type Tricks } from "./headers.ts";
import { target } from "./target.ts";

/** A request as written to the socket, and the most that may come of it. */
export interface Hostile {
  method: string;
  target: string;
  /** Everything written to the socket. */
  bytes: string;
  /** Why it must not reach the upstream, whatever its method and target; "" if it may. */
  forbidden: string;
  /** Its body according to HTTP, if that is unambiguous. */
  body: string;
  /** Whether it is truncated, so that nothing can follow on its connection. */
  isCut: boolean;
}

const ODD_METHODS = [
  "get",
  "Get",
  "gET",
  "delete",
  "patch",
  "HEAD",
  "OPTIONS",
  "TRACE",
  "CONNECT",
  "POST",
  "PROPFIND",
  "PURGE",
  "M-SEARCH",
  "LINK",
  "QUERY",
  "PRI",
  "FOO",
  "",
  "GET\t",
  "G ET",
  "GET\0",
  "GET,DELETE",
  "\u00c7ET",
];

/** A valid request of a declared operation, usually altered in some way. */
export function hostileRequest(host: string): fc.Arbitrary<Hostile> {
  const tricks = headerTricks(host);
  return fc.oneof(...operationList.map((op) => requestOf(op, host, tricks)));
}

const version = fc.oneof(
  { weight: 40, arbitrary: fc.constant("HTTP/1.1") },
  {
    weight: 1,
    arbitrary: fc.constantFrom("HTTP/1.0", "HTTP/2.0", "HTTP/0.9", "HTTP/1.1 ", "http/1.1"),
  },
);

function requestOf(op: Operation, host: string, tricks: fc.Arbitrary<Tricks>) {
  const method = fc.oneof(
    { weight: 9, arbitrary: fc.constant<string>(op.method) },
    { weight: 2, arbitrary: fc.constantFrom<string>("GET", "POST", "PUT", "PATCH", "DELETE") },
    { weight: 2, arbitrary: fc.constantFrom(...ODD_METHODS) },
  );
  const canary = `${CANARY} HTTP/1.1\r\nHost: ${host}\r\nX-Pult: 1\r\n\r\n`;
  return fc
    .tuple(method, target(op, host), tricks, framing(hasBody(op), canary), version)
    .map(([verb, path, { lines, forbidden }, framed, httpVersion]): Hostile => {
      const head = [`${verb} ${path} ${httpVersion}`, ...lines, ...framed.lines].join("\r\n");
      return {
        method: verb,
        target: path,
        bytes: `${head}\r\n\r\n${framed.bytes}`,
        forbidden: forbidden || framed.forbidden || refusedBody(op, verb, framed),
        body: framed.body,
        isCut: framed.isCut,
      };
    });
}

function hasBody(op: Operation): boolean {
  return op.body !== undefined && op.method !== "GET";
}

/** Why a body must be rejected, if the operation reads one. */
function refusedBody(op: Operation, method: string, { badBody }: Framed): string {
  return hasBody(op) && method === op.method ? badBody : "";
}
