import type { NetworkReason } from "#api/proxyProblem.ts";
import { ProxyError } from "./proxyError.ts";

/** By error code; the first match counts. */
const REASONS: readonly [RegExp, NetworkReason][] = [
  [/^PROXY_HTTP_407$/, "proxy-login"],
  [/^PROXY_HTTP_/, "proxy-refused"],
  [/^PROXY_/, "proxy-unreachable"],
  [/^(ENOTFOUND|EAI_\w+)$/, "name-unknown"],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/, "no-connection"],
  [/^(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/, "no-connection"],
  [/^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/, "certificate-expired"],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$|^HOSTNAME_MISMATCH$/, "certificate-name"],
  [/SELF_SIGNED|^UNABLE_TO_|^CERT_|^INVALID_CA$|^PATH_LENGTH_EXCEEDED$/, "certificate-untrusted"],
];

/** Classifies an error by its code alone: its message may quote a header. */
export function toProxyError(error: unknown): ProxyError {
  if (error instanceof ProxyError) return error;
  const cause = codeOf(error);
  const network = isSent(error) ? undefined : REASONS.find(([code]) => code.test(cause))?.[1];
  const details = { cause, network };
  if (/timeout|ETIMEDOUT/i.test(cause)) {
    return new ProxyError("upstream-timeout", "Plusofon did not answer in time.", details);
  }
  if (/^HPE_|^HTTPParserError$|EXCEEDED_MAX_SIZE/.test(cause)) {
    return unacceptable(cause);
  }
  return new ProxyError("upstream-unreachable", "Plusofon can't be reached.", details);
}

/** 502 for a response that can't be forwarded; `cause` is a code for the log. */
export function unacceptable(cause: string, headers: Record<string, string> = {}): ProxyError {
  const message = "Plusofon gave an answer that can't be passed on.";
  return new ProxyError("upstream-unacceptable", message, { cause, headers });
}

/** Whether the connection broke before any of the response arrived. */
export function isBroken(error: unknown): boolean {
  return /^(ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET)$/.test(codeOf(error));
}

/** An established connection can break with the same codes: then the request has been sent. */
function isSent(error: unknown): boolean {
  if (!(error instanceof Error) || !("syscall" in error)) return false;
  return error.syscall !== "connect" && error.syscall !== "getaddrinfo";
}

/** Errors without a code (undici's parser) are identified by their class. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const status = /^Proxy response \((\d{3})\)/.exec(error.message)?.[1];
  if (status !== undefined) return `PROXY_HTTP_${status}`;
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
