import dns from "node:dns";
import type { LookupFunction } from "node:net";
import { isLinkLocal } from "#api/linkLocal.ts";
import { withTimeout } from "#proxy/abort.ts";
import { dispatcherTo, type Network } from "#proxy/dispatcher.ts";
import { ATTEMPT_MS } from "./delivery.ts";

export interface Post {
  url: string;
  headers: Record<string, string>;
  body: string;
}

export interface Posted {
  status: number;
  /** The beginning of the response. */
  text: string;
  retryAfterMs: number | undefined;
}

/** Bytes of a response that are read; the rest is not waited for. */
const READ_BYTES = 4_096;
/** Milliseconds for the response's body, after its status is there. */
const BODY_MS = 2_000;

/**
 * Sends JSON to somebody else's server, by the network settings of the proxy. Follows no redirect, and
 * goes to no link-local address. Throws where there is no response in time.
 */
export async function post(
  { url, headers, body }: Post,
  network: Network,
  { timeoutMs = ATTEMPT_MS, signal }: { timeoutMs?: number; signal: AbortSignal },
): Promise<Posted> {
  const { origin, hostname, pathname, search } = new URL(url);
  if (isLinkLocal(hostname)) throw linkLocalError();
  const limits = { connectMs: timeoutMs, maxResponseBytes: -1, maxConnections: 1, lookup: resolve };
  const dispatcher = dispatcherTo(origin, false, limits, network);
  try {
    return await withTimeout(timeoutMs, signal, async (ending) => {
      const response = await dispatcher.request({
        origin,
        path: pathname + search,
        method: "POST",
        headers: { "content-type": "application/json", "user-agent": "Pult", ...headers },
        body,
        signal: ending,
      });
      const retryAfterMs = toMs(response.headers["retry-after"]);
      return { status: response.statusCode, text: await beginningOf(response.body), retryAfterMs };
    });
  } finally {
    // The response may still be under way: nobody waits for it.
    void dispatcher.destroy().catch(() => undefined);
  }
}

const linkLocalError = () => Object.assign(new Error("link-local"), { code: "LINK_LOCAL" });

/** As Node does, but to no address of the machine's own link. */
const resolve: LookupFunction = (host, options, done) => {
  dns.lookup(host, options, (error, found, family) => {
    const addresses = typeof found === "string" ? [found] : found?.map(({ address }) => address);
    if (error === null && addresses.some(isLinkLocal)) done(linkLocalError(), [], 0);
    else done(error, found, family);
  });
};

/** What arrives of the body in a moment: that it was accepted the status has said already. */
async function beginningOf(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  const read = async () => {
    let size = 0;
    for await (const chunk of body) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= READ_BYTES) return;
    }
  };
  await withTimeout(BODY_MS, new AbortController().signal, read).catch(() => undefined);
  return Buffer.concat(chunks).subarray(0, READ_BYTES).toString("utf8");
}

/** `Retry-After` as seconds or as a date. */
function toMs(header: string | string[] | undefined): number | undefined {
  if (typeof header !== "string") return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}

/** Why there was no response, as a word: an error's code, never its text, which may hold the address. */
export function failureOf(error: unknown): string {
  const { code, name } = Object(error) as { code?: unknown; name?: unknown };
  if (name === "TimeoutError") return "timeout";
  return typeof code === "string" ? code : "failed";
}
