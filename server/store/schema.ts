import type { Generated, Kysely } from "kysely";
import type { Role } from "#api/access.ts";
import type { JournalKind, JournalOutcome } from "#api/journal.ts";

export type Engine = "sqlite" | "postgres";

/** Moments are milliseconds since 1970; what has a shape of its own is JSON in a text. */
export interface Schema {
  journal: JournalTable;
  remembered: RememberedTable;
  remembered_open: RememberedOpenTable;
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
