import { HttpResponse } from "msw";
import { STATUS_CODES } from "node:http";
import type { Operation } from "#api/operation.ts";
import type { Fault, FaultKind } from "./faults.ts";
import { HIDDEN_ERRORS, type HiddenError, isHiddenError } from "./hiddenErrors.ts";
import { withPageNumber, asPartialList, gzipped, withInvalidRow } from "./listFaults.ts";
import { pause } from "./pause.ts";
import { getShape } from "./validation/schema.ts";

/** What a fault response is created from. */
export interface FaultContext {
  op: Operation;
  /** Performs the operation and returns its real response; of a list, optionally another page. */
  perform: (page?: number) => Promise<Response>;
  /** The requested page of a list. */
  page: number;
  now: () => number;
  /** Ends a wait: the client disconnected, or the office was reset. */
  signals: readonly AbortSignal[];
}

interface FaultRequest extends FaultContext {
  fault: Fault;
  /** The parts after the kind's name: of `status:500:no-access`, `500` and `no-access`. */
  detail: string;
  variant: string | undefined;
  /** The real response, if the operation was performed before its response is lost. */
  performed: Response | undefined;
}

/** The response of each kind of fault. */
const RESPONSES: Readonly<
  Record<FaultKind, (request: FaultRequest) => Response | Promise<Response>>
> = {
  latency: async ({ signals, detail, perform }) =>
    (await pause(signals, Number(detail))) === "elapsed" ? perform() : HttpResponse.error(),
  status: ({ fault, op, detail, variant }) =>
    statusResponse(Number(detail), fault, op, variant === "no-access"),
  drop: () => HttpResponse.error(),
  hang: async ({ signals }) => {
    await pause(signals);
    return HttpResponse.error();
  },
  html: () => HttpResponse.html(htmlPage("Plusofon: технические работы")),
  truncate: async ({ op, perform, performed }) =>
    truncated(performed ?? (op.method === "GET" ? await perform() : successResponse())),
  "success-false": ({ fault }) => failureResponse(fault),
  "error-200": ({ fault, detail }) =>
    isHiddenError(detail) ? hiddenErrorResponse(detail, fault) : HttpResponse.error(),
  "odd-row": async ({ op, detail, perform }) => withInvalidRow(await perform(), op.rows, detail),
  partial: async ({ perform }) => asPartialList(await perform(1)),
  "page-ignored": async ({ page, perform }) => withPageNumber(await perform(1), page),
  rate: ({ fault, detail, ...context }) => rateLimited(fault, context, Number(detail)),
  gzip: async ({ perform }) => gzipped(await perform()),
  "clock-off": ({ fault, detail, ...context }) => withWrongClock(fault, context, Number(detail)),
};

/**
 * Responds with a fault. A write is performed only by `latency` and by `after`; any other fault
 * leaves the office unchanged.
 */
export async function faultResponse(fault: Fault, context: FaultContext): Promise<Response> {
  const [kind, detail = "", variant] = fault.fault.split(":");
  const performed = fault.after === true ? await context.perform() : undefined;
  // The schema of faults allows no other kind.
  return RESPONSES[kind as FaultKind]({ ...context, fault, detail, variant, performed });
}

const successResponse = () => HttpResponse.json({ success: true });

function failureResponse({ message = "The operation failed", fields }: Fault): Response {
  const errors = fields === undefined ? {} : { errors: fields };
  return HttpResponse.json({ success: false, message, ...errors });
}

function hiddenErrorResponse(
  name: HiddenError,
  { message = "The operation failed" }: Fault,
): Response {
  const body = HIDDEN_ERRORS[name](message);
  return body === undefined ? new HttpResponse("") : HttpResponse.json(body);
}

/** The current minute of each rate limit: its start and the requests so far. */
const minutes = new WeakMap<Fault, { since: number; count: number }>();
const MINUTE_MS = 60_000;

/**
 * Performs up to `maxRequests` requests a minute and responds to the others with 429 and
 * Retry-After.
 */
async function rateLimited(
  fault: Fault,
  context: FaultContext,
  maxRequests: number,
): Promise<Response> {
  const { op, perform, now } = context;
  const minute = minutes.get(fault);
  const current = minute !== undefined && now() - minute.since < MINUTE_MS;
  const { since, count } = current ? minute : { since: now(), count: 0 };
  minutes.set(fault, { since, count: count + 1 });
  if (count < maxRequests) return perform();
  const retryAfter = Math.ceil((since + MINUTE_MS - now()) / 1000);
  return statusResponse(429, { ...fault, retryAfter }, op, false);
}

/** Responds with Retry-After as a date, by a clock that is `ahead` seconds fast. */
async function withWrongClock(fault: Fault, { op, now }: FaultContext, ahead: number) {
  const response = statusResponse(429, fault, op, false);
  const { status, headers } = response;
  const clock = now() + ahead * 1000;
  const wait = Number(headers.get("Retry-After"));
  headers.set("Date", new Date(clock).toUTCString());
  headers.set("Retry-After", new Date(clock + wait * 1000).toUTCString());
  return new HttpResponse(await response.text(), { status, headers });
}

async function truncated(response: Response): Promise<Response> {
  const text = await response.text();
  const { status } = response;
  const headers = { "Content-Type": "application/json" };
  return new HttpResponse(text.slice(0, Math.floor(text.length / 2)), { status, headers });
}

function htmlPage(title: string): string {
  return `<html>\n<head><title>${title}</title></head>\n<body>\n<center><h1>${title}</h1></center>\n<hr><center>nginx</center>\n</body>\n</html>\n`;
}

function statusResponse(status: number, fault: Fault, op: Operation, noAccess: boolean): Response {
  const statusText = STATUS_CODES[status] ?? "Error";
  const wait = fault.retryAfter ?? (status === 429 ? 2 : undefined);
  const headers: Record<string, string> = wait === undefined ? {} : { "Retry-After": String(wait) };
  if (status >= 502 && status <= 504 && fault.message === undefined) {
    return HttpResponse.html(htmlPage(`${status} ${statusText}`), { status, headers });
  }
  const content = noAccess ? { message: "No access", code: 500 } : defaultBody(status, statusText);
  const errors = fault.fields ?? (status === 422 ? firstField(op) : undefined);
  const body = {
    ...content,
    ...(fault.message === undefined ? {} : { message: fault.message }),
    ...(errors === undefined ? {} : { errors }),
  };
  return HttpResponse.json(body, { status, headers });
}

/** The body that the provider or its framework sends with a status. */
function defaultBody(status: number, statusText: string): { message: string; code?: number } {
  if (status === 400) return { message: "Wrong parameter", code: 400 };
  if (status === 401) return { message: "Unauthenticated." };
  if (status === 403) return { message: "This action is unauthorized." };
  if (status === 404) return { message: "Not found", code: 404 };
  if (status === 422) return { message: "The given data was invalid." };
  if (status === 429) return { message: "Too Many Attempts." };
  if (status === 500) return { message: "Server Error" };
  return { message: statusText };
}

/** A validation error on the first field of the operation's body. */
function firstField(op: Operation): Record<string, string[]> {
  const field = op.body === undefined ? undefined : Object.keys(getShape(op.body))[0];
  if (field === undefined) return {};
  return { [field]: [`The ${field.replaceAll("_", " ")} is invalid.`] };
}
