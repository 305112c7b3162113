import type { NetworkReason, ProxyProblem, ProxyProblemBody } from "#api/proxyProblem.ts";
import { jsonReply, type Reply } from "./reply.ts";

const STATUS: Record<ProxyProblem, number> = {
  "unknown-path": 404,
  "wrong-method": 405,
  "bad-request": 400,
  "unknown-address": 403,
  "body-too-large": 413,
  overloaded: 503,
  "upstream-unreachable": 502,
  "upstream-unacceptable": 502,
  "upstream-timeout": 504,
};

interface RefusalDetails {
  status?: number;
  headers?: Record<string, string>;
  /** A machine's error code for the log (`ECONNREFUSED`); never an error's text. */
  cause?: string | undefined;
  network?: NetworkReason | undefined;
}

/** A request that the proxy answers itself, and why. Its message is shown to the browser. */
export class ProxyError extends Error {
  readonly problem: ProxyProblem;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly reason: string | undefined;
  readonly network: NetworkReason | undefined;

  constructor(problem: ProxyProblem, message: string, details: RefusalDetails = {}) {
    super(message);
    this.name = "ProxyError";
    this.problem = problem;
    this.status = details.status ?? STATUS[problem];
    this.headers = details.headers ?? {};
    this.reason = details.cause;
    this.network = details.network;
  }

  /** The JSON answer of `ProxyProblemBody`'s shape. */
  toReply(): Reply {
    const { message, status: code, problem: proxy, network: reason } = this;
    const body: ProxyProblemBody = { message, code, proxy, reason };
    return jsonReply(body, code, this.headers);
  }

  /** The same for those who speak in web standards. */
  toResponse(): Response {
    const { status, headers, body } = this.toReply();
    return new Response(new Uint8Array(body), { status, headers });
  }
}
