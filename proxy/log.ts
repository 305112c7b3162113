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

/** Writes entries as lines of JSON, each at once. `now` gives the time in milliseconds. */
export function createLog(level: LogLevel, write: (line: string) => void, now = Date.now): Log {
  return (entry) => {
    if (isWanted(entry, level)) write(lineOf(entry, now()));
  };
}

/**
 * As `createLog`, but notes entries and makes and writes their lines in one go: for each by itself
 * that takes as long as half of what the proxy does for a call. `end` writes what waits, and is
 * called before the process ends.
 */
export function createGatheringLog(
  level: LogLevel,
  write: (lines: string) => void,
  now = Date.now,
): { log: Log; end: () => void } {
  let waiting: [LogEntry, number][] = [];
  let timer: NodeJS.Timeout | undefined;
  const end = () => {
    clearTimeout(timer);
    timer = undefined;
    const entries = waiting;
    waiting = [];
    if (entries.length > 0) write(entries.map(([entry, time]) => lineOf(entry, time)).join("\n"));
  };
  const log: Log = (entry) => {
    if (!isWanted(entry, level)) return;
    waiting.push([entry, now()]);
    timer ??= setTimeout(end, WAIT_MS).unref();
  };
  return { log, end };
}

function isWanted(entry: LogEntry, level: LogLevel): boolean {
  return level === "all" || (level === "problems" && entry.level !== "info");
}

function lineOf(entry: LogEntry, time: number): string {
  // JSON escapes every line break: a line stays one.
  return JSON.stringify({ time: new Date(time).toISOString(), ...entry });
}
