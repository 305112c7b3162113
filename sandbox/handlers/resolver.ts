import type * as z from "zod/mini";
import type { Operation, Wire } from "#api/operation.ts";
import type { OperationName, Operations } from "#api/operations.ts";
import type { Office } from "../office.ts";

type Part<T extends Operation, K extends "params" | "query" | "body"> = T[K] extends z.core.$ZodType
  ? z.output<T[K]>
  : undefined;

/** The validated request, and the office that it is for. */
export interface Context<T extends Operation> {
  office: Office;
  params: Part<T, "params">;
  query: Part<T, "query">;
  body: Part<T, "body">;
  /** The request's path, for the URLs of a page and for `Location`. */
  path: string;
}

export interface OperationResult<Data> {
  data: Data;
  /** 200 by default. */
  status?: 201;
  /** Path of the created resource; the header has the host `localhost`, as the provider's does. */
  location?: string;
}

/** Performs one operation and returns wire data, or throws a `Problem`. */
export type Resolver<T extends Operation> = (context: Context<T>) => OperationResult<Wire<T>>;

/** One resolver for every operation of the contract: a missing one is a type error. */
export type Handlers = { [K in OperationName]: Resolver<Operations[K]> };

/** Wire data with the `success` that most responses have. */
export function withSuccess<Data extends object>(
  data: Data,
): OperationResult<Data & { success: true }> {
  return { data: { ...data, success: true } };
}

/** The response to a successful change. */
export function changed(): OperationResult<{ success: true }> {
  return { data: { success: true } };
}

/** The response to a creation; some operations return the new resource's path in `Location`. */
export function created(location?: string): OperationResult<{ success: true }> {
  return { ...changed(), status: 201, ...(location === undefined ? {} : { location }) };
}
