import { Agent } from "undici";
import type { Method } from "#api/operation.ts";
import { Refusal } from "./refusal.ts";

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

export interface Outgoing {
  method: Method;
  /** Path and query, sent literally. */
  target: string;
  headers: Record<string, string>;
  body: Buffer | undefined;
}

export interface Answer {
  status: number;
  headers: Record<string, string | undefined>;
  body: Buffer;
}

export type Upstream = (request: Outgoing, signal: AbortSignal) => Promise<Answer>;

/**
 * Gives the one function that talks to the provider (or the sandbox) at `url`. It follows no
 * redirect and repeats nothing; throws `Refusal` (502, 504) when there is no acceptable answer.
 */
export function createUpstream(url: string, limits: Limits = LIMITS): Upstream {
  const { origin, pathname } = new URL(url);
  const prefix = pathname.replace(/\/+$/, "");
  const agent = new Agent({
    connect: { timeout: limits.connectMs },
    headersTimeout: limits.totalMs,
    bodyTimeout: limits.totalMs,
    maxResponseSize: limits.answerBytes,
  });
  return async ({ target, method, headers, body = null }, signal) => {
    const timeout = AbortSignal.timeout(limits.totalMs);
    const either = AbortSignal.any([signal, timeout]);
    const path = prefix + target;
    try {
      // undici.request sends a body with GET too, with its Content-Length; fetch refuses to.
      const answer = await agent.request({ origin, path, method, headers, body, signal: either });
      const bytes = Buffer.from(await answer.body.arrayBuffer());
      return accepted(answer.statusCode, answer.headers, bytes);
    } catch (error) {
      throw refusalOf(error, timeout.aborted);
    }
  };
}

type RawHeaders = Record<string, string | string[] | undefined>;

function accepted(status: number, raw: RawHeaders, body: Buffer): Answer {
  const flat = Object.entries(raw).map(([name, value]) => [name, [value].flat()[0]]);
  const headers = Object.fromEntries(flat) as Answer["headers"];
  const isRedirect = status >= 300 && status < 400;
  // Nothing was asked to be compressed, and the header that says so is not passed on.
  const isEncoded = (headers["content-encoding"] ?? "identity") !== "identity";
  if (isRedirect || isEncoded || status < 200 || status > 599) throw unacceptable(String(status));
  return { status, headers, body };
}

function unacceptable(cause: string): Refusal {
  return new Refusal("upstream-unacceptable", "Plusofon gave an answer that can't be passed on.", {
    cause,
  });
}

/** Sorts an error by its code alone: an error's text may quote a header. */
function refusalOf(error: unknown, timedOut: boolean): Refusal {
  if (error instanceof Refusal) return error;
  const cause = codeOf(error);
  if (timedOut || /TIMEOUT|ETIMEDOUT/.test(cause)) {
    return new Refusal("upstream-timeout", "Plusofon did not answer in time.", { cause });
  }
  if (/^HPE_|^HTTPParserError$|EXCEEDED_MAX_SIZE/.test(cause)) return unacceptable(cause);
  return new Refusal("upstream-unreachable", "Plusofon can't be reached.", { cause });
}

/** Its class names an error that has no code (undici's parser has none). */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
