import { listSipStatuses } from "#api/sip.ts";
import { samples } from "#api/samples/index.ts";
import { isSuccess } from "../isSuccess.ts";
import { ProxyError } from "../proxyError.ts";
import { createSharing } from "../sharing.ts";
import type { Upstream, UpstreamRequest } from "../upstream.ts";

/** A request that waits for the test to answer it. */
export interface HeldRequest {
  request: UpstreamRequest;
  /** `open` until it is answered, fails, or is aborted by the proxy. */
  state: "open" | "over" | "aborted";
  /** Answers; 200 with a page of statuses whose one name is `text`, unless told. */
  answer: (text?: string, status?: number) => void;
  fail: () => void;
}

/** The body of a page whose one name is `text`. */
export function page(text: string): Buffer {
  const { response } = samples.listSipStatuses;
  return Buffer.from(JSON.stringify({ ...response, data: [{ id: 1, name: text, on_line: true }] }));
}

/** An upstream whose requests wait in `held` until the test answers them. */
export function heldUpstream() {
  const held: HeldRequest[] = [];
  const upstream: Upstream = (request, signal) =>
    new Promise((resolve, reject) => {
      const one: HeldRequest = {
        request,
        state: "open",
        answer: (text = "", status = 200) => {
          one.state = "over";
          resolve({ status, headers: {}, body: page(text) });
        },
        fail: () => {
          one.state = "over";
          reject(new ProxyError("upstream-unreachable", "down"));
        },
      };
      held.push(one);
      signal.addEventListener("abort", () => {
        one.state = "aborted";
        reject(new ProxyError("upstream-unreachable", "aborted"));
      });
    });
  return { held, upstream };
}

/** Viewers who share the answers of a held upstream, with a clock that stands. */
export function heldSharing() {
  const { held, upstream } = heldUpstream();
  const clock = { now: 0 };
  const { share, invalidate } = createSharing(() => clock.now);
  const view = ({ key = "1", acceptMs = 4_000, signal = new AbortController().signal } = {}) =>
    share({
      key,
      acceptMs,
      signal,
      load: async (aborts) => {
        const response = await upstream(statuses(key), aborts);
        return { response, isGood: isSuccess(listSipStatuses, response) };
      },
    });
  return { held, clock, view, invalidate };
}

/** What goes up for one list of statuses; lists differ by `key`. */
export function statuses(key = "1"): UpstreamRequest {
  return { method: "GET", target: `/sip/statuses?page=${key}`, headers: {}, body: undefined };
}

/** Lets everything that waits for a settled promise go on. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
