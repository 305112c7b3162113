import { basePath } from "#paths";
import * as z from "zod/mini";
import { isInUse } from "./activity.ts";
import { ApiError } from "./errors.ts";
import { startDeadline } from "./deadline.ts";
import { toApiError, isLoginResponse } from "./failure.ts";
import { findHiddenFailure } from "./hiddenFailure.ts";
import type { Operation, Request as OperationRequest, Result } from "./operation.ts";
import { label, buildPath } from "./operation.ts";
import { ACTIVE_HEADER, ENTRY_HEADER, OWN_HEADER, REVEAL_HEADER } from "./ownHeader.ts";
import { type InvalidRow, parseResponse } from "./parseResponse.ts";
import { bodyToQuery, type QueryValue } from "./queryBody.ts";

/** How long to wait for a response, in milliseconds. */
export const TIMEOUT_MS = 15_000;

export interface CallOptions {
  signal?: AbortSignal | undefined;
  /** Milliseconds; `TIMEOUT_MS` by default. */
  timeout?: number;
  /**
   * For an operation whose responses are shared: the greatest acceptable age in whole seconds,
   * exclusive. 0 demands a new response. By default the operation's own `shareMs` applies.
   */
  maxAge?: number | undefined;
  /**
   * Requests the secret that the operation `reveals`. Only when the user wants to see or copy it.
   */
  reveal?: true;
  /** Further headers of our own, such as `journalHeaders`. */
  headers?: Record<string, string>;
}

export interface ApiResponse<T extends Operation> {
  data: Result<T>;
  /** Rows of a list that can't be read; `data` leaves them out. */
  invalidRows: readonly InvalidRow[];
  /** Id of what was created, from the last segment of `Location` (trap 8, docs/plusofon-api.md). */
  createdId: number | undefined;
  /** Whole seconds since the proxy requested it; 0 unless it was shared (see `maxAge`). */
  age: number;
  /** Of a write: its entry in the journal. */
  entry: number | undefined;
}

interface AnyRequest {
  params?: Record<string, unknown>;
  query?: Record<string, QueryValue>;
  body?: unknown;
}

/**
 * Calls one operation through the proxy and returns its response, parsed by the operation's schema.
 *
 * Throws `ApiError` for any failure of the call; zod's own error, before anything is sent, when the
 * request breaks a limit; and the signal's reason when the caller aborts. Never retries.
 */
export async function call<T extends Operation>(
  op: T,
  request: OperationRequest<T>,
  options: CallOptions = {},
): Promise<ApiResponse<T>> {
  const { url, init } = buildRequest(op, request, options);
  const deadline = startDeadline(options.timeout ?? TIMEOUT_MS, options.signal);
  try {
    // Our server never redirects: a redirect comes from a reverse proxy's login.
    const response = await fetch(basePath + url, {
      ...init,
      redirect: "manual",
      signal: deadline.signal,
    });
    const text = await response.text();
    return {
      ...readResponse(op, response, text),
      createdId: readCreatedId(op, response),
      age: toNumber(response.headers.get("Age")) ?? 0,
      entry: toNumber(response.headers.get(ENTRY_HEADER)),
    };
  } catch (error) {
    if (error instanceof ApiError) throw error;
    options.signal?.throwIfAborted();
    const kind = deadline.hasTimedOut() ? "timeout" : "offline";
    throw new ApiError(kind, { operation: label(op) }, { cause: error });
  } finally {
    deadline.clear();
  }
}

/** The HTTP request for an operation. Sends only the fields that the body's schema knows. */
export function buildRequest<T extends Operation>(
  op: T,
  request: OperationRequest<T>,
  { maxAge, reveal, headers: further }: Omit<CallOptions, "signal" | "timeout"> = {},
) {
  const { params, query, body } = request as AnyRequest;
  const path = buildPath(op, parsePart(op.params, params));
  const search = bodyToQuery(parsePart(op.query, query ?? {}) ?? {});
  const headers: Record<string, string> = { Accept: "application/json", ...OWN_HEADER, ...further };
  if (isInUse()) headers[ACTIVE_HEADER] = "1";
  if (maxAge !== undefined) {
    headers["Cache-Control"] = maxAge >= 1 ? `max-age=${Math.floor(maxAge)}` : "no-cache";
  }
  if (reveal && op.reveals !== undefined) headers[REVEAL_HEADER] = op.reveals;
  const init: RequestInit = { method: op.method, headers };
  if (op.body !== undefined) {
    const sent = parsePart(op.body, body) ?? {};
    if (op.method === "GET")
      for (const [key, value] of bodyToQuery(sent)) search.append(key, value);
    else init.body = JSON.stringify(sent);
    headers["Content-Type"] = "application/json";
  }
  const queryString = search.toString();
  return { url: queryString === "" ? path : `${path}?${queryString}`, init };
}

/** A part of the request, parsed by its schema; undefined when the operation has no such part. */
function parsePart(schema: z.core.$ZodType | undefined, part: unknown) {
  if (schema === undefined) return undefined;
  return z.parse(schema as z.core.$ZodType<Record<string, QueryValue>>, part);
}

function readResponse<T extends Operation>(
  op: T,
  response: Response,
  text: string,
): Pick<ApiResponse<T>, "data" | "invalidRows"> {
  const body = parseJson(text);
  const { status } = response;
  if (isLoginResponse(response, text)) {
    throw new ApiError("refused", { operation: label(op), status, refusedReason: "login" });
  }
  if (!response.ok) throw toApiError(op, response, body);
  const isEmpty = text.trim() === "";
  if (isEmpty && isDoneByStatus(op, response)) return { data: {} as Result<T>, invalidRows: [] };
  if (body !== undefined || (isEmpty && op.method !== "GET")) {
    const hidden = findHiddenFailure(op, status, body);
    if (hidden !== undefined) throw hidden;
  }
  const answer = parseResponse(op, body);
  if ("data" in answer) return answer;
  throw new ApiError("unintelligible", {
    operation: label(op),
    status,
    responsePath: answer.invalidPath,
  });
}

/** Two statuses confirm a write without a body: 204, and 201 with the new item's `Location`. */
function isDoneByStatus(op: Operation, response: Response): boolean {
  if (op.method === "GET") return false;
  return (
    response.status === 204 ||
    (response.status === 201 && readCreatedId(op, response) !== undefined)
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toNumber(text: string | null): number | undefined {
  return /^\d+$/.test(text ?? "") ? Number(text) : undefined;
}

function readCreatedId(op: Operation, response: Response): number | undefined {
  if (op.location !== true) return undefined;
  const path = (response.headers.get("Location") ?? "").split(/[?#]/)[0] ?? "";
  const last = path.replace(/\/+$/, "").split("/").at(-1) ?? "";
  return toNumber(last);
}
