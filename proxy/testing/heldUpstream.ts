import { listSipStatuses } from "#api/sip.ts";
import { samples } from "#api/samples/index.ts";
import { isSuccess } from "../isSuccess.ts";
import { ProxyError } from "../proxyError.ts";
import { createSharing } from "../sharing.ts";
import type { Upstream, UpstreamRequest } from "../upstream.ts";

/** An upstream request that waits for the test to respond. */
export interface HeldRequest {
  request: UpstreamRequest;
  /** `open` until it gets a response, fails, or is aborted by the proxy. */
  state: "open" | "done" | "aborted";
  /** Responds, by default 200, with a page of statuses whose only name is `text`. */
  respond: (text?: string, status?: number) => void;
  fail: () => void;
}

/** The body of a page whose only name is `text`. */
export function page(text: string): Buffer {
  const { response } = samples.listSipStatuses;
  return Buffer.from(JSON.stringify({ ...response, data: [{ id: 1, name: text, on_line: true }] }));
}

/** An upstream whose requests stay open in `held` until the test responds. */
export function heldUpstream() {
  const held: HeldRequest[] = [];
  const upstream: Upstream = (request, signal) =>
    new Promise((resolve, reject) => {
      const heldRequest: HeldRequest = {
        request,
        state: "open",
        respond: (text = "", status = 200) => {
          heldRequest.state = "done";
          resolve({ status, headers: {}, body: page(text) });
        },
        fail: () => {
          heldRequest.state = "done";
          reject(new ProxyError("upstream-unreachable", "down"));
        },
      };
      held.push(heldRequest);
      signal.addEventListener("abort", () => {
        heldRequest.state = "aborted";
        reject(new ProxyError("upstream-unreachable", "aborted"));
      });
    });
  return { held, upstream };
}

/** Sharing of a held upstream's responses, with a clock that stands still. */
export function heldSharing() {
  const { held, upstream } = heldUpstream();
  const clock = { now: 0 };
  const { share, invalidate } = createSharing(() => clock.now);
  const getShared = ({ key = "1", maxAgeMs = 4_000, signal = new AbortController().signal } = {}) =>
    share({
      key,
      maxAgeMs,
      signal,
      load: async (loadSignal) => {
        const response = await upstream(statusesRequest(key), loadSignal);
        return { response, isCacheable: isSuccess(listSipStatuses, response) };
      },
    });
  return { held, clock, getShared, invalidate };
}

/** An upstream request for one list of statuses; `key` selects the list. */
export function statusesRequest(key = "1"): UpstreamRequest {
  return {
    method: "GET",
    target: `/sip/statuses?page=${key}`,
    headers: {},
    body: undefined,
  };
}

/** Waits until the callbacks of settled promises have run. */
export const flushPromises = () => new Promise<void>((resolve) => setImmediate(resolve));
