/**
 * Answers that the proxy makes itself carry one of these in `proxy`, so that the client can
 * tell "the proxy can't reach the provider" from what the provider says.
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
] as const;
export type ProxyProblem = (typeof PROXY_PROBLEMS)[number];

export interface ProxyProblemBody {
  message: string;
  code: number;
  proxy: ProxyProblem;
}

/** The proxy's own problem in a parsed body, if it is one. */
export function readProxyProblem(body: unknown): ProxyProblem | undefined {
  if (typeof body !== "object" || body === null || !("proxy" in body)) return undefined;
  return PROXY_PROBLEMS.find((problem) => problem === body.proxy);
}
