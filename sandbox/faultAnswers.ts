import { HttpResponse } from "msw";
import { STATUS_CODES } from "node:http";
import type { Operation } from "#api/operation.ts";
import type { Fault } from "./faults.ts";
import { HIDDEN_ERRORS, type HiddenError, isHiddenError } from "./hiddenErrors.ts";
import { asPage, asPart, gzipped, withOddRow } from "./listFaults.ts";
import { pause } from "./pause.ts";
import { shapeOf } from "./validation/schema.ts";

/** What a fault works with. */
export interface FaultContext {
  op: Operation;
  /** Performs the operation and gives its true answer, of a list also another page's. */
  perform: (page?: number) => Promise<Response>;
  /** The page of a list that is asked for. */
  page: number;
  now: () => number;
  /** Ends a wait: the client went away, or the office was reset. */
  signals: readonly AbortSignal[];
}

/**
 * Answers with a fault. A write is performed only by latency and by `after`; any other fault
 * leaves the office as it was.
 */
export async function faultAnswer(fault: Fault, context: FaultContext): Promise<Response> {
  const { op, perform, signals, page } = context;
  const [kind, detail = "", variant] = fault.fault.split(":");
  const performed = fault.after === true ? await perform() : undefined;
  if (kind === "latency") {
    return (await pause(signals, Number(detail))) === "over" ? perform() : HttpResponse.error();
  }
  if (kind === "html") return HttpResponse.html(htmlPage("Plusofon: технические работы"));
  if (kind === "success-false") return unsuccessful(fault);
  if (kind === "status") return statusAnswer(Number(detail), fault, op, variant === "no-access");
  if (kind === "truncate") {
    return truncated(performed ?? (op.method === "GET" ? await perform() : successful()));
  }
  if (kind === "error-200" && isHiddenError(detail)) return hiddenError(detail, fault);
  if (kind === "odd-row") return withOddRow(await perform(), op.rows, detail);
  if (kind === "partial") return asPart(await perform(1));
  if (kind === "page-ignored") return asPage(await perform(1), page);
  if (kind === "gzip") return gzipped(await perform());
  if (kind === "rate") return limited(fault, context, Number(detail));
  if (kind === "clock-off") return byWrongClock(fault, context, Number(detail));
  if (kind === "hang") await pause(signals);
  return HttpResponse.error();
}

const successful = () => HttpResponse.json({ success: true });

function unsuccessful({ message = "The operation failed", fields }: Fault): Response {
  const errors = fields === undefined ? {} : { errors: fields };
  return HttpResponse.json({ success: false, message, ...errors });
}

function hiddenError(name: HiddenError, { message = "The operation failed" }: Fault): Response {
  const body = HIDDEN_ERRORS[name](message);
  return body === undefined ? new HttpResponse("") : HttpResponse.json(body);
}

/** When the minute of each fault's limit began, and how many requests came in it. */
const minutes = new WeakMap<Fault, { since: number; count: number }>();
const MINUTE_MS = 60_000;

/** Answers so many requests a minute, and of the others how long to wait. */
async function limited(fault: Fault, context: FaultContext, most: number): Promise<Response> {
  const { op, perform, now } = context;
  const minute = minutes.get(fault);
  const current = minute !== undefined && now() - minute.since < MINUTE_MS;
  const { since, count } = current ? minute : { since: now(), count: 0 };
  minutes.set(fault, { since, count: count + 1 });
  if (count < most) return perform();
  const retryAfter = Math.ceil((since + MINUTE_MS - now()) / 1000);
  return statusAnswer(429, { ...fault, retryAfter }, op, false);
}

/** Says when to come again as a date, by a clock that is so many seconds ahead. */
async function byWrongClock(fault: Fault, { op, now }: FaultContext, ahead: number) {
  const answer = statusAnswer(429, fault, op, false);
  const { status, headers } = answer;
  const clock = now() + ahead * 1000;
  const wait = Number(headers.get("Retry-After"));
  headers.set("Date", new Date(clock).toUTCString());
  headers.set("Retry-After", new Date(clock + wait * 1000).toUTCString());
  return new HttpResponse(await answer.text(), { status, headers });
}

async function truncated(whole: Response): Promise<Response> {
  const text = await whole.text();
  const { status } = whole;
  const headers = { "Content-Type": "application/json" };
  return new HttpResponse(text.slice(0, Math.floor(text.length / 2)), { status, headers });
}

function htmlPage(title: string): string {
  return `<html>\n<head><title>${title}</title></head>\n<body>\n<center><h1>${title}</h1></center>\n<hr><center>nginx</center>\n</body>\n</html>\n`;
}

function statusAnswer(status: number, fault: Fault, op: Operation, noAccess: boolean): Response {
  const statusText = STATUS_CODES[status] ?? "Error";
  const wait = fault.retryAfter ?? (status === 429 ? 2 : undefined);
  const headers: Record<string, string> = wait === undefined ? {} : { "Retry-After": String(wait) };
  if (status >= 502 && status <= 504 && fault.message === undefined) {
    return HttpResponse.html(htmlPage(`${status} ${statusText}`), { status, headers });
  }
  const said = noAccess ? { message: "No access", code: 500 } : bodyOf(status, statusText);
  const errors = fault.fields ?? (status === 422 ? firstField(op) : undefined);
  const body = {
    ...said,
    ...(fault.message === undefined ? {} : { message: fault.message }),
    ...(errors === undefined ? {} : { errors }),
  };
  return HttpResponse.json(body, { status, headers });
}

/** What the provider, or its framework, says with a status. */
function bodyOf(status: number, statusText: string): { message: string; code?: number } {
  if (status === 400) return { message: "Wrong parameter", code: 400 };
  if (status === 401) return { message: "Unauthenticated." };
  if (status === 403) return { message: "This action is unauthorized." };
  if (status === 404) return { message: "Not found", code: 404 };
  if (status === 422) return { message: "The given data was invalid." };
  if (status === 429) return { message: "Too Many Attempts." };
  if (status === 500) return { message: "Server Error" };
  return { message: statusText };
}

/** A reason on the first field that the operation's body has. */
function firstField(op: Operation): Record<string, string[]> {
  const field = op.body === undefined ? undefined : Object.keys(shapeOf(op.body))[0];
  if (field === undefined) return {};
  return { [field]: [`The ${field.replaceAll("_", " ")} is invalid.`] };
}
