import type {
  NetworkReason,
  ProxyProblem,
  ProxyProblemBody,
  StoreProblem,
} from "#api/proxyProblem.ts";

const STATUS: Record<ProxyProblem, number> = {
  "unknown-path": 404,
  "wrong-method": 405,
  "bad-request": 400,
  "unknown-address": 403,
  "body-too-large": 413,
  overloaded: 503,
  "store-failed": 503,
  "sign-in-required": 401,
  "role-required": 403,
  "verification-required": 403,
  "wrong-credentials": 401,
  "weak-password": 422,
  "link-invalid": 410,
  "last-admin": 409,
  "name-taken": 409,
  "switch-changed": 409,
  "switch-over": 409,
  "no-users": 503,
  "too-many-calls": 429,
  "upstream-unreachable": 502,
  "upstream-unacceptable": 502,
  "upstream-timeout": 504,
};

interface ErrorDetails {
  status?: number;
  headers?: Record<string, string>;
  /** An error code for the log (`ECONNREFUSED`); never an error's message. */
  cause?: string | undefined;
  network?: NetworkReason | undefined;
  store?: StoreProblem | undefined;
}

/** An error that the proxy responds with itself. The browser shows its message. */
export class ProxyError extends Error {
  readonly problem: ProxyProblem;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly reason: string | undefined;
  readonly network: NetworkReason | undefined;
  readonly store: StoreProblem | undefined;

  constructor(problem: ProxyProblem, message: string, details: ErrorDetails = {}) {
    super(message);
    this.name = "ProxyError";
    this.problem = problem;
    this.status = details.status ?? STATUS[problem];
    this.headers = details.headers ?? {};
    this.reason = details.cause;
    this.network = details.network;
    this.store = details.store;
  }

  /** The JSON response, as `ProxyProblemBody`; never cached. */
  toResponse(): Response {
    const { message, status: code, problem: proxy, network: reason, store } = this;
    const body: ProxyProblemBody = { message, code, proxy, reason, store };
    const headers = { "cache-control": "no-store", ...this.headers };
    return Response.json(body, { status: code, headers });
  }
}

/** 405, with the methods that the path allows. */
export function wrongMethod(allow: readonly string[]): ProxyError {
  const headers = { allow: allow.join(", ") };
  return new ProxyError("wrong-method", "This path has no such method.", { headers });
}
