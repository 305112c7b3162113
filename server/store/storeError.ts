import type { StoreProblem } from "#api/proxyProblem.ts";
import { ProxyError } from "#proxy/proxyError.ts";

/** The store can't do what it was asked for. The message is one sentence for an administrator. */
export class StoreError extends Error {
  readonly problem: StoreProblem;

  constructor(problem: StoreProblem, options?: ErrorOptions) {
    super(MESSAGES[problem], options);
    this.name = "StoreError";
    this.problem = problem;
  }
}

const MESSAGES: Record<StoreProblem, string> = {
  newer: "The store was written by a newer Pult: start that version, or restore a backup.",
  full: "The store is full: free space on its disk.",
  "read-only": "The store is read-only: let Pult's user write to its folder.",
  corrupt: "The store is damaged: restore a backup.",
  busy: "The store is locked by another program.",
  unreachable: "The store's database server does not answer: check DATABASE_URL and the server.",
  failed: "The store failed.",
};

/**
 * The result codes of SQLite (sqlite.org/rescode.html), and the error codes of PostgreSQL
 * (Appendix A of its manual) and of Node's sockets; the first match counts.
 */
const PROBLEMS: readonly [RegExp, StoreProblem][] = [
  [/^(SQLITE_FULL|53100|ENOSPC)/, "full"],
  [/^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|25006|EACCES|EROFS|EPERM|ENOTDIR)/, "read-only"],
  [/^(SQLITE_CORRUPT|SQLITE_NOTADB|SQLITE_IOERR|EIO|XX00[12])/, "corrupt"],
  [/^(SQLITE_BUSY|SQLITE_LOCKED|55P03|40P01)/, "busy"],
  [/^(08|28|3D000|53300|57P|E(CONN|HOST|NET|AI_|TIMEDOUT|PIPE|NOTFOUND|DNS))/, "unreachable"],
];

/** Classifies an error of either engine. Its own text stays in `cause`: it may hold values. */
export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  const text = String(message);
  // libsql gives no code when it can't open a file, and pg none when a connection ends or times out.
  const given = typeof code === "string" && code !== "" ? code : uncoded(text);
  const problem = PROBLEMS.find(([codes]) => codes.test(given))?.[1] ?? "failed";
  return new StoreError(problem, { cause: error });
}

function uncoded(text: string): string {
  if (/Unable to open connection/.test(text)) return "SQLITE_CANTOPEN";
  return /connection (terminated|timeout)|timeout exceeded|Connection ended/i.test(text)
    ? "08"
    : "";
}

/** For a `catch`: what the store can't do is the answer 503. */
export function throwProxyError(error: unknown): never {
  throw error instanceof StoreError ? toProxyError(error) : error;
}

/** 503: what needs the store is not done. */
export function toProxyError({ problem, message }: StoreError): ProxyError {
  return new ProxyError("store-failed", message, { cause: `STORE_${problem}`, store: problem });
}
