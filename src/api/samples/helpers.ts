import type { Method, Operation, Request as ApiRequest, Result, Wire } from "../operation.ts";

/** The address that the documents show in every example. */
export const DOCUMENTED_BASE = "https://restapi.plusofon.ru/api/v1";

/** The example request, verbatim, with `{token}` and without the other headers. */
export interface DocumentedRequest {
  method: Method;
  url: string;
  body?: Readonly<Record<string, unknown>>;
}

/** What the documents show of one operation, and how the contract parses it. */
export interface Sample<T extends Operation> {
  operation: T;
  documented: DocumentedRequest;
  /** Fields of the documented body that break the documents' own limits. */
  breaks?: readonly string[];
  /** The documented request, or the nearest one within the documented types and limits. */
  request: ApiRequest<T>;
  /** The documented response, as on the wire. */
  response: Wire<T>;
  /** What `call` resolves with for it. */
  result: Result<T>;
}

/** A sample whose operation is unknown to the compiler, for tables of all of them. */
export interface AnySample {
  operation: Operation;
  documented: DocumentedRequest;
  breaks?: readonly string[];
  request: object;
  response: unknown;
  result: unknown;
}

/** Checks a sample against its own operation's types. */
export function sample<const T extends Operation>(given: Sample<T>): Sample<T> {
  return given;
}

/** The response to every successful write. */
export const doneResponse = { success: true };

/** A list of one page, in the documented format: `path` is `/number`. */
export function onePage<Item>(path: string, data: Item[]) {
  const url = `http://localhost/api/v1${path}`;
  return {
    current_page: 1,
    data,
    first_page_url: `${url}?page=1`,
    from: 1,
    last_page: 1,
    last_page_url: `${url}?page=1`,
    next_page_url: null,
    path: url,
    per_page: 15,
    prev_page_url: null,
    to: data.length,
    total: data.length,
    success: true,
  };
}

/** What the contract keeps of a page: its items and the numbers that paging needs. */
export function readPage<Item>(data: Item[]) {
  return { data, current_page: 1, last_page: 1, per_page: 15, total: data.length };
}
