/**
 * The proxy's own error responses carry one of these in `proxy`, so that the client can distinguish
 * "the proxy can't reach the provider" from the provider's own errors.
 */
export const PROXY_PROBLEMS = [
  "unknown-path",
  "wrong-method",
  "bad-request",
  "unknown-address",
  "body-too-large",
  "overloaded",
  "upstream-unreachable",
  "upstream-timeout",
  "upstream-unacceptable",
  "store-failed",
  "sign-in-required",
  "role-required",
  "verification-required",
  "wrong-credentials",
  "weak-password",
  "link-invalid",
  "last-admin",
  "name-taken",
  "switch-changed",
  "switch-over",
  "no-users",
  "too-many-calls",
] as const;
export type ProxyProblem = (typeof PROXY_PROBLEMS)[number];

/**
 * Why the provider can't be reached, where the cause lies between this server and the provider.
 * With each of them the request was not sent.
 */
export const NETWORK_REASONS = [
  "name-unknown",
  "no-connection",
  "certificate-untrusted",
  "certificate-expired",
  "certificate-name",
  "proxy-login",
  "proxy-refused",
  "proxy-unreachable",
] as const;
export type NetworkReason = (typeof NETWORK_REASONS)[number];

/** Why Pult's own store does not work. A write that it can't record was not sent. */
export const STORE_PROBLEMS = [
  "newer",
  "full",
  "read-only",
  "corrupt",
  "busy",
  "unreachable",
  "failed",
] as const;
export type StoreProblem = (typeof STORE_PROBLEMS)[number];

export interface ProxyProblemBody {
  message: string;
  code: number;
  proxy: ProxyProblem;
  reason?: NetworkReason | undefined;
  store?: StoreProblem | undefined;
}

/** The network reason in the proxy's own error body, if there is one. */
export function readNetworkReason(body: unknown): NetworkReason | undefined {
  if (typeof body !== "object" || body === null || !("reason" in body)) return undefined;
  return NETWORK_REASONS.find((reason) => reason === body.reason);
}

/** The store's problem in the proxy's own error body, if there is one. */
export function readStoreProblem(body: unknown): StoreProblem | undefined {
  if (typeof body !== "object" || body === null || !("store" in body)) return undefined;
  return STORE_PROBLEMS.find((problem) => problem === body.store);
}

/** The problem in the proxy's own error body; undefined for any other body. */
export function readProxyProblem(body: unknown): ProxyProblem | undefined {
  if (typeof body !== "object" || body === null || !("proxy" in body)) return undefined;
  return PROXY_PROBLEMS.find((problem) => problem === body.proxy);
}
