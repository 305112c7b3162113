/** How much is logged: each request, those with a problem, or nothing. */
export const LOG_LEVELS = ["all", "problems", "off"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What one line tells. Only words of our own and numbers: nothing that a request said. */
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

/** Milliseconds that a line may wait for others, so that they are written together. */
const WAIT_MS = 100;

/**
 * Gathers lines and writes them in one go: to write each by itself takes as long as half of what
 * the proxy does for a call. `end` writes what waits, and is called before the process ends.
 */
export function gatheredLines(write: (lines: string) => void): {
  write: (line: string) => void;
  end: () => void;
} {
  let waiting: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  const end = () => {
    clearTimeout(timer);
    timer = undefined;
    const lines = waiting;
    waiting = [];
    if (lines.length > 0) write(lines.join("\n"));
  };
  return {
    write: (line) => {
      waiting.push(line);
      timer ??= setTimeout(end, WAIT_MS).unref();
    },
    end,
  };
}

/** Writes entries as lines of JSON. `now` gives the time in milliseconds. */
export function createLog(level: LogLevel, write: (line: string) => void, now = Date.now): Log {
  if (level === "off") return () => undefined;
  return (entry) => {
    if (level === "problems" && entry.level === "info") return;
    // JSON escapes every line break: a line stays one.
    write(JSON.stringify({ time: new Date(now()).toISOString(), ...entry }));
  };
}
