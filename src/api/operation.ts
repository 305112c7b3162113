import type * as z from "zod/mini";
import type { Access } from "./access.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Schema = z.core.$ZodType;

/** The prefix of every path of the provider's API. */
export const API_PREFIX = "/api/v1";
/** The prefix of Pult's own operations. */
export const OWN_PREFIX = "/api/pult";

/**
 * One operation of the provider's API, declared once. The client, the forms, the proxy, the
 * sandbox and the OpenAPI document all read this declaration; there is no second list.
 */
export interface Operation {
  /** Unique name; the OpenAPI operationId. */
  readonly name: string;
  readonly method: Method;
  /** Answered by Pult's own server (`server/ownRoutes.ts`), under `OWN_PREFIX`. */
  readonly own?: true;
  /** Path under the prefix, parameters in braces: `/sip/{id}`. */
  readonly path: `/${string}`;
  /** Who may call it; to reveal a secret takes an admin in any case. */
  readonly access: Access;
  readonly summary: string;
  /** Which of the provider's documents describes it. */
  readonly source: string;
  readonly params?: Schema;
  readonly query?: Schema;
  /**
   * JSON body. On a GET (the provider documents two) the browser sends it as a query, because
   * `fetch` rejects such a body, and the proxy turns it back (see `queryBody.ts`).
   */
  readonly body?: Schema;
  readonly response: Schema;
  /** The response gives the new item's id in its `Location` header, not in its body. */
  readonly location?: true;
  /** The key of the response that holds the rows of a list. */
  readonly rows?: string;
  /** Responses are pages in Laravel's format (see `pager.ts`). */
  readonly paged?: true;
  /**
   * Responses may be shared between viewers (see `pace.ts`): the proxy then has one request in
   * flight at a time and reuses a response younger than this many milliseconds, unless the viewer
   * sets `maxAge`. The response must not depend on the user or the language.
   */
  readonly shareMs?: number;
  /**
   * Field of the response that is a secret: the proxy leaves it out unless `REVEAL_HEADER` names
   * it. A response with it is never shared.
   */
  readonly reveals?: "password";
  /** Takes a password typed in the last ten minutes, as revealing a secret does. */
  readonly takesVerification?: true;
  /** Leads to a secret: counted with those that a person reveals in an hour. */
  readonly countsAsReveal?: true;
}

type Part<T extends Operation, K extends "params" | "query" | "body"> = T[K] extends Schema
  ? z.input<T[K]>
  : undefined;

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: T[K];
};

/** What a caller passes to an operation: path parameters, query and body, each by its schema. */
export type Request<T extends Operation> = Defined<{
  params: Part<T, "params">;
  query: T["query"] extends Schema ? z.input<T["query"]> | undefined : undefined;
  body: Part<T, "body">;
}>;

/** The parsed response of an operation (one type per field, see `fields.ts`). */
export type Result<T extends Operation> = z.output<T["response"]>;

/** The response on the wire, as the documents show it. */
export type Wire<T extends Operation> = z.input<T["response"]>;

/** Keeps the literal type of a declaration while checking it against `Operation`. */
export function operation<const T extends Operation>(declaration: T): T {
  return declaration;
}

/** `GET /sip/{id}`: the name of an operation for people, faults and logs. */
export function label(op: Operation): string {
  return `${op.method} ${op.path}`;
}

/**
 * Fills the parameters of an operation's path: `/sip/{id}` and `{id: 25}` give
 * `/api/v1/sip/25`. Throws when a parameter is missing.
 */
export function buildPath(op: Operation, params: Record<string, unknown> = {}): string {
  const filled = op.path.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = params[key];
    if (typeof value !== "string" && typeof value !== "number") {
      throw new Error(`${label(op)}: path parameter "${key}" is missing`);
    }
    return encodeURIComponent(value);
  });
  return prefix(op) + filled;
}

/** What all paths of the provider's operations, or of Pult's own, start with. */
export function prefix(op: Operation): string {
  return op.own === true ? OWN_PREFIX : API_PREFIX;
}
