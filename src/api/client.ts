import { basePath } from "#paths";
import * as z from "zod/mini";
import { ApiError } from "./errors.ts";
import { deadlineOf } from "./deadline.ts";
import { failureOf, isLogin } from "./failure.ts";
import { hiddenFailureOf } from "./hiddenFailure.ts";
import type { Operation, Request as OperationRequest, Result } from "./operation.ts";
import { label, pathOf } from "./operation.ts";
import { OWN_HEADER, REVEAL_HEADER } from "./ownHeader.ts";
import { type InvalidRow, readAnswer } from "./readAnswer.ts";
import { bodyToQuery, type QueryValue } from "./queryBody.ts";

/** How long to wait for an answer, in milliseconds. */
export const TIMEOUT_MS = 15_000;

export interface CallOptions {
  signal?: AbortSignal | undefined;
  /** Milliseconds; `TIMEOUT_MS` unless told. */
  timeout?: number;
  /**
   * Of an operation whose answers are shared: accepts one of less than so many whole seconds.
   * 0 wants a new one. Without it the operation's own `shareMs` counts.
   */
  maxAge?: number | undefined;
  /** Asks for the secret that the operation `reveals`. Only when a person wants to see or copy it. */
  reveal?: true;
}

export interface Answer<T extends Operation> {
  data: Result<T>;
  /** Rows of a list that can't be read; the data is without them. */
  invalidRows: readonly InvalidRow[];
  /** Id of what was created, from the last segment of `Location` (trap 8). */
  createdId: number | undefined;
  /** Whole seconds since the proxy asked for it; 0 unless it was shared (see `maxAge`). */
  age: number;
}

interface AnyRequest {
  params?: Record<string, unknown>;
  query?: Record<string, QueryValue>;
  body?: unknown;
}

/**
 * Calls one operation through the proxy and gives its answer, read by the operation's schema.
 *
 * Throws `ApiError` for whatever goes wrong on the way; zod's own error, before anything is
 * sent, when the request breaks a limit; and the signal's own reason when the caller aborts.
 * Never repeats a request by itself.
 */
export async function call<T extends Operation>(
  op: T,
  request: OperationRequest<T>,
  options: CallOptions = {},
): Promise<Answer<T>> {
  const { url, init } = requestOf(op, request, options);
  const deadline = deadlineOf(options.timeout ?? TIMEOUT_MS, options.signal);
  try {
    // Our server redirects nothing: what leads elsewhere is a login in front of it.
    const response = await fetch(basePath + url, {
      ...init,
      redirect: "manual",
      signal: deadline.signal,
    });
    const text = await response.text();
    return {
      ...read(op, response, text),
      createdId: createdIdOf(op, response),
      age: ageOf(response),
    };
  } catch (error) {
    if (error instanceof ApiError) throw error;
    options.signal?.throwIfAborted();
    const kind = deadline.isOver() ? "timeout" : "offline";
    throw new ApiError(kind, { operation: label(op) }, { cause: error });
  } finally {
    deadline.end();
  }
}

/** The HTTP request for an operation. Sends the body's own fields only, by its schema. */
export function requestOf<T extends Operation>(
  op: T,
  request: OperationRequest<T>,
  { maxAge, reveal }: Pick<CallOptions, "maxAge" | "reveal"> = {},
) {
  const { params, query, body } = request as AnyRequest;
  const path = pathOf(op, checked(op.params, params));
  const search = bodyToQuery(checked(op.query, query ?? {}) ?? {});
  const headers: Record<string, string> = { Accept: "application/json", ...OWN_HEADER };
  if (maxAge !== undefined) {
    headers["Cache-Control"] = maxAge >= 1 ? `max-age=${Math.floor(maxAge)}` : "no-cache";
  }
  if (reveal && op.reveals !== undefined) headers[REVEAL_HEADER] = op.reveals;
  const init: RequestInit = { method: op.method, headers };
  if (op.body !== undefined) {
    const sent = checked(op.body, body) ?? {};
    if (op.method === "GET")
      for (const [key, value] of bodyToQuery(sent)) search.append(key, value);
    else init.body = JSON.stringify(sent);
    headers["Content-Type"] = "application/json";
  }
  const asked = search.toString();
  return { url: asked === "" ? path : `${path}?${asked}`, init };
}

/** A part of the request as its schema leaves it; undefined when the operation takes no such part. */
function checked(schema: z.core.$ZodType | undefined, part: unknown) {
  if (schema === undefined) return undefined;
  return z.parse(schema as z.core.$ZodType<Record<string, QueryValue>>, part);
}

function read<T extends Operation>(
  op: T,
  response: Response,
  text: string,
): Pick<Answer<T>, "data" | "invalidRows"> {
  const body = parseJson(text);
  const { status } = response;
  if (isLogin(response, text)) {
    throw new ApiError("refused", { operation: label(op), status, refusal: "login" });
  }
  if (!response.ok) throw failureOf(op, response, body);
  const isEmpty = text.trim() === "";
  if (isEmpty && isDoneByStatus(op, response)) return { data: {} as Result<T>, invalidRows: [] };
  if (body !== undefined || (isEmpty && op.method !== "GET")) {
    const hidden = hiddenFailureOf(op, status, body);
    if (hidden !== undefined) throw hidden;
  }
  const answer = readAnswer(op, body);
  if ("data" in answer) return answer;
  throw new ApiError("unintelligible", {
    operation: label(op),
    status,
    answerPath: answer.wrongAt,
  });
}

/** Two statuses say without a body that a write was done: 204, and 201 that names what is new. */
function isDoneByStatus(op: Operation, response: Response): boolean {
  if (op.method === "GET") return false;
  return (
    response.status === 204 || (response.status === 201 && createdIdOf(op, response) !== undefined)
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function ageOf(response: Response): number {
  const age = response.headers.get("Age") ?? "";
  return /^\d+$/.test(age) ? Number(age) : 0;
}

function createdIdOf(op: Operation, response: Response): number | undefined {
  if (op.location !== true) return undefined;
  const path = (response.headers.get("Location") ?? "").split(/[?#]/)[0] ?? "";
  const last = path.replace(/\/+$/, "").split("/").at(-1) ?? "";
  return /^\d+$/.test(last) ? Number(last) : undefined;
}
