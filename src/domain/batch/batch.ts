import type { Request } from "#api/operation.ts";
import type { followExternalNumber } from "#api/forwarding.ts";
import type { createSipAccount, updateSipAccount } from "#api/sipChanges.ts";
import type { createScenario } from "#api/sipScenarios.ts";

/**
 * One write of a batch. It is kept in this browser until the batch is closed, so it holds no
 * secret: a new password is made up when it is sent.
 */
export type Step =
  | { kind: "createAccount"; body: Request<typeof createSipAccount>["body"] }
  | { kind: "updateAccount"; id: number; body: AccountChange }
  | { kind: "newPassword"; id: number }
  | { kind: "deleteAccount"; id: number }
  | { kind: "createScenario"; id: number; body: ScenarioBody }
  | { kind: "replaceScenario"; id: number; sid: number; body: ScenarioBody }
  /** Without `sid` the one of that name. */
  | { kind: "activateScenario"; id: number; name: string; sid?: number }
  | { kind: "deleteScenario"; id: number; sid: number; name: string }
  /** Takes back an entry of the journal. */
  | { kind: "undo"; entry: number }
  | { kind: "setForwarding"; body: Request<typeof followExternalNumber>["body"] };

export type AccountChange = Omit<Request<typeof updateSipAccount>["body"], "password">;
export type ScenarioBody = Request<typeof createScenario>["body"];

/**
 * - `open`: not sent yet, or refused for now
 * - `sending`: under way since `at`; after a reload its outcome is as unknown as that of `unknown`
 * - `unknown`: the answer was lost, and looking it up failed too
 */
export type RowStatus = "open" | "sending" | "done" | "failed" | "unknown";

/** Values by the names of the request's fields. */
export type Values = Readonly<Record<string, unknown>>;

export interface BatchRow {
  /** Its place in the batch. */
  id: number;
  /** Whom it is about: how people know the account, or the number. */
  number: string;
  name: string;
  step: Step;
  /** What the step changes, as it was when the batch was made. */
  before?: Values | undefined;
  /** The line of the file that it comes from. */
  line?: number | undefined;
  /** The journal's entry that it takes back. */
  undoes?: number | undefined;
  status: RowStatus;
  /** Milliseconds since 1970: when it was sent. */
  at?: number | undefined;
  /** Why it failed or is unknown, in words. */
  reason?: string | undefined;
  /** Of what it created. */
  createdId?: number | undefined;
}

export type NewRow = Pick<BatchRow, "number" | "name" | "step" | "before" | "line" | "undoes">;

/** What a batch is for, which its page says in words. */
export const PURPOSES = [
  "create",
  "edit",
  "delete",
  "import",
  "leave",
  "takeOver",
  "suspend",
  "resume",
  "undo",
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Writes that belong together: the journal shows them as one, by the same id. */
export interface Batch {
  id: string;
  purpose: Purpose;
  /** Milliseconds since 1970. */
  createdAt: number;
  /** Whom it is about, where that is one person. */
  about?: string | undefined;
  /** The list that it comes from: for the file of its results. */
  list?: SourceList | undefined;
  /** Its steps stand in an order: after a failure the rest is not sent. */
  inOrder?: boolean | undefined;
}

/** A list as it was read, with what became of the lines of which nothing was sent. */
export interface SourceList {
  header: readonly string[] | undefined;
  lines: readonly { line: number; cells: readonly string[]; note: string | undefined }[];
}

export type RowCounts = Record<RowStatus, number>;

export function countRows(rows: readonly Pick<BatchRow, "status">[]): RowCounts {
  const counts: RowCounts = { open: 0, sending: 0, done: 0, failed: 0, unknown: 0 };
  for (const { status } of rows) counts[status] += 1;
  return counts;
}
