import { listSipStatuses } from "#api/sip.ts";
import { samples } from "#api/samples/index.ts";
import { ProxyError } from "../proxyError.ts";
import { createSharing } from "../sharing.ts";
import { promised } from "../taker.ts";
import type { Answer, Outgoing, Upstream } from "../upstream.ts";

/** A request that waits for the test to answer it. */
export interface HeldRequest {
  outgoing: Outgoing;
  /** `open` until it is answered, fails, or is let go by the proxy. */
  state: "open" | "over" | "let go";
  /** Answers; 200 with a page of statuses whose one name is `text`, unless told. */
  answer(text?: string, status?: number): void;
  fail(): void;
}

/** The body of a page whose one name is `text`. */
export function page(text: string): Buffer {
  const { response } = samples.listSipStatuses;
  return Buffer.from(JSON.stringify({ ...response, data: [{ id: 1, name: text, on_line: true }] }));
}

/** A sharing proxy before an upstream that answers when told, with a clock that stands. */
export function heldSharing() {
  const held: HeldRequest[] = [];
  const clock = { now: 0 };
  const upstream: Upstream = (outgoing, signal, taker) => {
    const request: HeldRequest = {
      outgoing,
      state: "open",
      answer: (text = "", status = 200) => {
        request.state = "over";
        taker.take({ status, headers: {}, body: page(text) });
      },
      fail: () => {
        request.state = "over";
        taker.fail(new ProxyError("upstream-unreachable", "down"));
      },
    };
    held.push(request);
    signal.addEventListener("abort", () => {
      request.state = "let go";
      taker.fail(new ProxyError("upstream-unreachable", "let go"));
    });
  };
  const sharing = createSharing(upstream, () => clock.now);
  const look = ({ key = "1", acceptMs = 4_000, signal = new AbortController().signal } = {}) =>
    sharing.share(listSipStatuses, statuses(key), acceptMs, signal);
  const pass = (outgoing: Outgoing) =>
    promised<Answer>((taker) => sharing.pass(outgoing, new AbortController().signal, taker));
  return { held, clock, pass, look };
}

/** What goes up for one list of statuses; lists differ by `key`. */
export function statuses(key = "1"): Outgoing {
  return { method: "GET", target: `/sip/statuses?page=${key}`, headers: {}, body: undefined };
}

/** Lets everything that waits for a settled promise go on. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
