/** How much is logged: each request, those with a problem, or nothing. */
export const LOG_LEVELS = ["all", "problems", "off"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What one line says. Only words of our own and numbers: nothing that a request said. */
export interface LogEntry {
  /** `warn` is what was refused or failed; `error` is a fault of this server. */
  level: "info" | "warn" | "error";
  /** `listening`, `stopping`, `stopped`; of a request there is its operation instead. */
  event?: string;
  /** Of the request, as its answer's `X-Request-Id` says. */
  id?: string;
  /** `GET /sip/{id}`: the template, never the path. */
  operation?: string;
  status?: number;
  /** Milliseconds from the request's first to the answer's last byte. */
  ms?: number;
  /** Milliseconds of these that the upstream took. */
  upstreamMs?: number | undefined;
  /** Why there is no good answer: the proxy's own word for it, and an error's code. */
  problem?: string | undefined;
  reason?: string | undefined;
  warning?: string;
  url?: string;
  mode?: string;
  signal?: string;
  /** Requests not yet answered. */
  underWay?: number;
}

export type Log = (entry: LogEntry) => void;

/** Writes entries as lines of JSON. `now` gives the time in milliseconds. */
export function createLog(level: LogLevel, write: (line: string) => void, now = Date.now): Log {
  return (entry) => {
    if (level === "off" || (level === "problems" && entry.level === "info")) return;
    // JSON escapes every line break: a line stays one.
    write(JSON.stringify({ time: new Date(now()).toISOString(), ...entry }));
  };
}
