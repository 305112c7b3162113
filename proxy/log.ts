/** How much is logged: each request, those with a problem, or nothing. */
export const LOG_LEVELS = ["all", "problems", "off"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** One line of the log. Holds only our own words and numbers, never anything from a request. */
export interface LogEntry {
  /** `warn`: refused or failed; `error`: a fault of this server. */
  level: "info" | "warn" | "error";
  /** `listening`, `stopping`, `stopped`; requests have an operation instead. */
  event?: string;
  /** The request's id, as in the response's `X-Request-Id`. */
  id?: string;
  /** `GET /sip/{id}`: the template, never the path. */
  operation?: string;
  status?: number;
  /** Milliseconds from the first byte of the request to the last of the response. */
  ms?: number;
  /** Duration of the upstream request, in milliseconds. */
  upstreamMs?: number | undefined;
  /** Why the request failed: the proxy's name for the problem, and an error code. */
  problem?: string | undefined;
  reason?: string | undefined;
  warning?: string;
  url?: string;
  mode?: string;
  signal?: string;
  /** Requests in flight. */
  underWay?: number;
}

export type Log = (entry: LogEntry) => void;

/** Writes entries as lines of JSON. `now` returns the time in milliseconds. */
export function createLog(level: LogLevel, write: (line: string) => void, now = Date.now): Log {
  return (entry) => {
    if (level === "off" || (level === "problems" && entry.level === "info")) return;
    // JSON escapes line breaks, so that an entry stays on one line.
    write(JSON.stringify({ time: new Date(now()).toISOString(), ...entry }));
  };
}
