import { type Dispatcher, Pool } from "undici";
import type { Method } from "#api/operation.ts";
import { Deadlines } from "./deadlines.ts";
import { joined, type Leaving } from "./incoming.ts";
import { Refusal } from "./refusal.ts";
import type { Taker } from "./taker.ts";

/** Limits of one upstream request. */
export interface Limits {
  /** Milliseconds to connect. */
  connectMs: number;
  /** Milliseconds until the whole answer is there, connecting included. */
  totalMs: number;
  /** Bytes of an answer's body. */
  answerBytes: number;
}
export const LIMITS: Limits = {
  connectMs: 5_000,
  // Less than the browser's own patience, so that it hears the proxy's reason.
  totalMs: 12_000,
  answerBytes: 20_000_000,
};

/** Connections to the upstream; each carries one request at a time. */
export const MAX_UPSTREAM_CONNECTIONS = 32;

export interface Outgoing {
  method: Method;
  /** Path and query, sent literally. */
  target: string;
  headers: Record<string, string>;
  body: Buffer | undefined;
}

type ReadHeader = "content-type" | "content-encoding" | "location" | "retry-after";

export interface Answer {
  status: number;
  /** Those that the proxy looks at. */
  headers: Partial<Record<ReadHeader, string | undefined>>;
  body: Buffer;
}

/** Fails with `Refusal` (502, 504) when there is no acceptable answer. */
export type Upstream = (request: Outgoing, signal: Leaving, taker: Taker<Answer>) => void;

/**
 * Gives the one function that talks to the provider (or the sandbox) at `url`. It follows no
 * redirect and repeats nothing.
 */
export function createUpstream(url: string, limits: Limits = LIMITS): Upstream {
  const { origin, pathname } = new URL(url);
  const prefix = pathname.replace(/\/+$/, "");
  const pool = new Pool(origin, {
    connections: MAX_UPSTREAM_CONNECTIONS,
    connect: { timeout: limits.connectMs },
    // The time for the whole answer is counted here.
    headersTimeout: 0,
    bodyTimeout: 0,
    maxResponseSize: limits.answerBytes,
    // A second request on a connection before the first is answered may share its fate.
    pipelining: 1,
  });
  const deadlines = new Deadlines<Collector>(limits.totalMs, (late) => late.giveUp("TIMEOUT"));
  return ({ target, method, headers, body = null }, signal, taker) => {
    // undici sends a body with GET too, with its Content-Length; fetch refuses to.
    const options = { path: prefix + target, method, headers, body };
    pool.dispatch(options, new Collector(taker, signal, deadlines));
  };
}

/**
 * Gathers one answer. The bare handler: undici's promises, its stream of the body and two
 * composed signals cost more than all that the proxy does itself.
 */
class Collector implements Dispatcher.DispatchHandler {
  private readonly chunks: Buffer[] = [];
  private status = 0;
  private headers: Answer["headers"] = {};
  private controller: Dispatcher.DispatchController | undefined;
  private isOver = false;
  private readonly leave = () => this.giveUp("left");
  private readonly taker: Taker<Answer>;
  private readonly signal: Leaving;
  private readonly deadlines: Deadlines<Collector>;

  constructor(taker: Taker<Answer>, signal: Leaving, deadlines: Deadlines<Collector>) {
    this.taker = taker;
    this.signal = signal;
    this.deadlines = deadlines;
    deadlines.add(this);
    signal.addEventListener("abort", this.leave);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.isOver || this.signal.aborted) controller.abort(new GivenUp("left"));
  }

  onResponseStart(_: unknown, status: number, raw: RawHeaders): void {
    // "Early hints" and the like are no answer yet.
    if (status < 200) return;
    this.status = status;
    this.headers = {
      "content-type": first(raw["content-type"]),
      "content-encoding": first(raw["content-encoding"]),
      location: first(raw["location"]),
      "retry-after": first(raw["retry-after"]),
    };
    const unwanted = unwantedOf(status, this.headers);
    if (unwanted !== undefined) this.giveUp(unwanted);
  }

  onResponseData(_: unknown, chunk: Buffer): void {
    this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.isOver) return;
    this.end();
    this.taker.take({ status: this.status, headers: this.headers, body: joined(this.chunks) });
  }

  onResponseError(_: unknown, error: Error): void {
    if (this.isOver) return;
    this.end();
    this.taker.fail(refusalOf(error));
  }

  giveUp(code: string): void {
    const reason = new GivenUp(code);
    this.onResponseError(undefined, reason);
    this.controller?.abort(reason);
  }

  private end(): void {
    this.isOver = true;
    this.deadlines.delete(this);
    this.signal.removeEventListener("abort", this.leave);
  }
}

type RawHeaders = Record<string, string | string[] | undefined>;

/** Why the proxy itself ends a request; `code` is for the log. */
class GivenUp extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** Code of an answer that is not passed on: a redirect, or one packed though nobody asked. */
function unwantedOf(status: number, headers: Answer["headers"]): string | undefined {
  const isEncoded = (headers["content-encoding"] ?? "identity") !== "identity";
  return isEncoded || (status >= 300 && status < 400) || status > 599
    ? `HTTP_${status}`
    : undefined;
}

/** Sorts an error by its code alone: an error's text may quote a header. */
function refusalOf(error: unknown): Refusal {
  const cause = codeOf(error);
  if (/TIMEOUT|ETIMEDOUT/.test(cause)) {
    return new Refusal("upstream-timeout", "Plusofon did not answer in time.", { cause });
  }
  if (/^HTTP_|^HPE_|^HTTPParserError$|EXCEEDED_MAX_SIZE/.test(cause)) {
    const words = "Plusofon gave an answer that can't be passed on.";
    return new Refusal("upstream-unacceptable", words, { cause });
  }
  return new Refusal("upstream-unreachable", "Plusofon can't be reached.", { cause });
}

/** Its class names an error that has no code (undici's parser has none). */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
