import type { Generated, Kysely } from "kysely";
import type { Role } from "#api/access.ts";
import type { AlertLanguage } from "#api/alerts.ts";
import type { GapReason, WatchedKind, WatchedState } from "#api/history.ts";
import type { Transport } from "#api/handover.ts";
import type { JournalKind, JournalOutcome } from "#api/journal.ts";
import type { SwitchKind, SwitchReason, SwitchTrouble } from "#api/switches.ts";

export type Engine = "sqlite" | "postgres";

/** Moments are milliseconds since 1970; what has a shape of its own is JSON in a text. */
export interface Schema {
  journal: JournalTable;
  remembered: RememberedTable;
  remembered_open: RememberedOpenTable;
  watch_lease: WatchLeaseTable;
  watch_looks: WatchLooksTable;
  watch_states: WatchStatesTable;
  watch_changes: WatchChangesTable;
  watch_gaps: WatchGapsTable;
  alert_channels: AlertChannelsTable;
  alert_rules: AlertRulesTable;
  alert_states: AlertStatesTable;
  alert_pause: AlertPauseTable;
  alert_outbox: AlertOutboxTable;
  switches: SwitchesTable;
  handover_links: HandoverLinksTable;
  users: UsersTable;
  sessions: SessionsTable;
  accounts: AccountsTable;
  verifications: VerificationsTable;
  login_secret: { secret: string };
}

export type Db = Kysely<Schema>;

export interface JournalTable {
  id: Generated<number>;
  at: number;
  actor: string;
  operation: string;
  object_kind: JournalKind;
  object_id: string | null;
  object_number: string | null;
  object_name: string | null;
  /** JSON of the fields that were sent, without secrets. */
  fields: string;
  /** JSON of what they were before, as far as the provider returns it. */
  before: string | null;
  /** `begun` also after a crash in the middle of the write. */
  outcome: JournalOutcome;
  /** The provider's own words, or the proxy's, when it was not done. */
  message: string | null;
  request_id: string;
  /** Entries of one bulk change have the same. */
  batch: string | null;
  /** The entry that this write took back. */
  undoes: number | null;
  completed_at: number | null;
  /** Lower-case text for the search. */
  words: string;
}

export type MemoryKind = "scenario" | "forwarding";

interface RememberedKey {
  kind: MemoryKind;
  /** The account's id; of an external number its kind of connection. */
  parent: string;
  object_id: string;
}

/** What the provider does not return, as last saved through Pult. */
export interface RememberedTable extends RememberedKey {
  /** Of the journal. */
  entry: number;
  at: number;
  actor: string;
  /** JSON of the request's body; null for what is gone. */
  body: string | null;
}

/** The writes whose end is not known, each until a later one is done. */
export interface RememberedOpenTable extends RememberedKey {
  /** Of the journal. */
  entry: number;
}

/** One row: which instance watches, and until when if it does not say so again. */
interface WatchLeaseTable {
  id: 1;
  holder: string;
  until_at: number;
}

/** The last look that succeeded, of each kind. */
interface WatchLooksTable {
  kind: WatchedKind;
  /** 0 (`NEVER`) while none has succeeded. */
  looked_at: number;
  /** Since when looking fails; null while it does not. */
  failing_since: number | null;
}

/** What each object is now; that which is not listed at present has the state `absent`. */
export interface WatchStatesTable {
  kind: WatchedKind;
  object_id: number;
  state: WatchedState | "absent";
  /** The look that first found it. */
  since: number;
  /** 1 where the look right before found another state. */
  exact: number;
  before_state: WatchedState | null;
  /** The last look that found the state before; null where there was none. */
  before_at: number | null;
}

/** One row for each change of a state, at the look that found it. */
export interface WatchChangesTable {
  kind: WatchedKind;
  object_id: number;
  at: number;
  state: WatchedState | "absent";
}

/** Between these two looks nothing was seen of a kind. */
interface WatchGapsTable {
  kind: WatchedKind;
  from_at: number;
  to_at: number;
  reason: Exclude<GapReason, "absent">;
}

interface AlertChannelsTable {
  id: string;
  name: string;
  language: AlertLanguage;
  is_on: number;
  /** JSON of where it leads, with its secret. */
  target: string;
  created_at: number;
}

interface AlertRulesTable {
  id: string;
  /** JSON (`AlertRuleFields`). */
  fields: string;
  created_at: number;
}

/** What each rule has seen and told so far. */
interface AlertStatesTable {
  rule_id: string;
  /** JSON (`RuleState`). */
  state: string;
}

/** One row: until when all rules are paused. */
interface AlertPauseTable {
  id: 1;
  until_at: number | null;
}

/** What is to be sent, and was. */
export interface AlertOutboxTable {
  id: string;
  /** The same on all channels. */
  event_id: string;
  channel_id: string;
  rule_id: string;
  /** The time zone of the times in its text. */
  zone: string;
  /** JSON (`AlertMessage`). */
  message: string;
  created_at: number;
  attempts: number;
  /** When it is tried, or tried again; null for what was delivered, and for what was given up. */
  next_at: number | null;
  delivered_at: number | null;
  /** Why the last attempt failed. */
  error: string | null;
}

/** What is set until a moment, also for a while after that. */
export interface SwitchesTable {
  id: string;
  kind: SwitchKind;
  /** An account's id, a dial code, `ate/12`: each has one open switch at most. */
  object_id: string;
  number: string | null;
  name: string | null;
  /** JSON (`SwitchSubject`). */
  subject: string;
  until_at: number;
  created_at: number;
  actor: string;
  /** What the journal has after this entry was done after the switch was set. */
  since_entry: number;
  /** When it is carried out, or looked at again; null once it has ended. */
  next_at: number | null;
  attempts: number;
  /** 1 while an attempt is under way; after `next_at` that one is known to have died. */
  claimed: number;
  trouble: SwitchTrouble | null;
  ended_at: number | null;
  outcome: SwitchOutcome | null;
  /** The provider's own words. */
  message: string | null;
  /** 1 once somebody has hidden why it ended. */
  dismissed: number;
}

export type SwitchOutcome = "done" | "cancelled" | "replaced" | SwitchReason;

/** Links by which an account's credentials reach a phone once. None of them can be made from this. */
export interface HandoverLinksTable {
  /** SHA-256 of the token, in hexadecimal. */
  hash: string;
  /** Of the sandbox; null is the default one. */
  office: string | null;
  account_id: number;
  number: string | null;
  name: string | null;
  transport: Transport;
  port: number;
  /** Who made it. */
  actor: string;
  /** 1 for one that only a phone can open: it is on the page that a person has opened. */
  device_only: number;
  expires_at: number;
  /** When a person or a phone opened it first; null before that. */
  used_at: number | null;
  /** How often a phone has read its settings here. */
  device_reads: number;
}

/** As better-auth writes it: a text on SQLite, a Date from PostgreSQL. */
export type Moment = string | Date;

/** Written by better-auth, like the next three; the columns that our own queries read. */
interface UsersTable {
  id: string;
  /** The full name. */
  name: string;
  /** What they sign in with, in lower case. */
  username: string | null;
  role: Role | null;
  disabled: boolean | number | null;
  twoFactorEnabled: boolean | number | null;
  /** Seconds since 1970: when an OpenID Connect provider asked for the password; 0 if it does not say. */
  authTime: number | null;
  createdAt: Moment;
  /** Milliseconds since 1970: when they first set a password; null before that. */
  activated_at: number | null;
}

interface SessionsTable {
  id: string;
  userId: string;
  /** A hash of it (`server/login/hashedSessions.ts`). */
  token: string;
  createdAt: Moment;
  expiresAt: Moment;
  ipAddress: string | null;
  userAgent: string | null;
  /** Milliseconds since 1970: when a person last did something; null before that. */
  used_at: number | null;
  /** When they last typed the password again. */
  verified_at: number | null;
}

interface AccountsTable {
  userId: string;
  /** `credential` for a password of Pult's own. */
  providerId: string;
}

interface VerificationsTable {
  /** For a link, whose it is (`server/login/users.ts`). */
  value: string;
}
