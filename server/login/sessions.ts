import type { CompiledQuery } from "kysely";
import type { Role } from "#api/access.ts";
import type { LoginSession } from "#api/login.ts";
import type { Db, Moment } from "#server/store/schema.ts";
import { hashToken } from "./hashedSessions.ts";

/** Milliseconds without use after which a session ends; not that of a wall. */
const IDLE_MS = 30 * 60_000;
/** A use is noted at most once in this many milliseconds. */
const NOTE_MS = 60_000;
/** Milliseconds that a wall's session lasts. */
const WALL_MS = 30 * 24 * 60 * 60_000;

/** A session with its user. */
export interface Session {
  id: string;
  userId: string;
  name: string;
  fullName: string;
  role: Role | null;
  hasTotp: boolean;
  /** When its password was typed last; milliseconds since 1970, as all moments here. */
  verifiedAt: number;
  usedAt: number;
}

/** Milliseconds since 1970 of what better-auth wrote. */
export const toMs = (moment: Moment): number => new Date(moment).getTime();

/**
 * The query of each call, compiled once: that takes longer than running it. The parameter is the
 * hash of the token.
 */
const queries = new WeakMap<Db, CompiledQuery<SessionRow>>();
type SessionRow = Awaited<ReturnType<ReturnType<typeof selectSession>["execute"]>>[number];

function selectSession(db: Db, hash: string) {
  return db
    .selectFrom("sessions")
    .innerJoin("users", "users.id", "sessions.userId")
    .select([
      "sessions.id",
      "sessions.userId",
      "sessions.createdAt",
      "sessions.expiresAt",
      "sessions.used_at",
      "sessions.verified_at",
      "users.name as fullName",
      "users.username",
      "users.role",
      "users.disabled",
      "users.twoFactorEnabled",
    ])
    .where("sessions.token", "=", hash);
}

/** The session of a token, unless it is over or its user disabled. */
export async function findSession(
  db: Db,
  token: string,
  now: number,
): Promise<Session | undefined> {
  const hash = hashToken(token);
  const query = queries.get(db) ?? selectSession(db, hash).compile();
  queries.set(db, query);
  const { rows } = await db.executeQuery<SessionRow>({ ...query, parameters: [hash] });
  const [row] = rows;
  if (row === undefined || row.disabled) return undefined;
  const startedAt = toMs(row.createdAt);
  const usedAt = row.used_at ?? startedAt;
  const isIdle = row.role !== "wall" && now - usedAt > IDLE_MS;
  if (isIdle || toMs(row.expiresAt) <= now) return undefined;
  return {
    id: row.id,
    userId: row.userId,
    name: row.username ?? row.fullName,
    fullName: row.fullName,
    role: row.role,
    hasTotp: Boolean(row.twoFactorEnabled),
    verifiedAt: row.verified_at ?? startedAt,
    usedAt,
  };
}

/** Notes that a person is using the session. */
export async function noteUse(db: Db, { id, usedAt }: Session, now: number): Promise<void> {
  if (now - usedAt < NOTE_MS) return;
  await db.updateTable("sessions").set({ used_at: now }).where("id", "=", id).execute();
}

/** Notes that the session's user has just typed their password. */
export async function noteVerified(db: Db, id: string, now: number): Promise<void> {
  const moments = { verified_at: now, used_at: now };
  await db.updateTable("sessions").set(moments).where("id", "=", id).execute();
}

/** Lets the newest session of a wall last as long as a wall hangs. */
export async function extendForWall(
  db: Db,
  token: string,
  now: number,
  iso: boolean,
): Promise<Date> {
  const end = new Date(now + WALL_MS);
  await db
    .updateTable("sessions")
    .set({ expiresAt: iso ? end.toISOString() : end })
    .where("token", "=", hashToken(token))
    .execute();
  return end;
}

/** Notes from where a session was started. */
export async function noteAddress(db: Db, token: string, address: string): Promise<void> {
  const sessions = db.updateTable("sessions").set({ ipAddress: address });
  await sessions.where("token", "=", hashToken(token)).execute();
}

/** Whether a session is past its end, or has not been used for too long. */
export function isOver(
  session: {
    createdAt: Moment;
    expiresAt: Moment;
    used_at: number | null;
    role: Role | null;
  },
  now: number,
): boolean {
  const { createdAt, expiresAt, used_at: usedAt, role } = session;
  const isIdle = role !== "wall" && now - (usedAt ?? toMs(createdAt)) > IDLE_MS;
  return isIdle || toMs(expiresAt) <= now;
}

/** A user's sessions that are not over, the last used first; `currentId` is the asking one. */
export async function listSessionsOf(
  db: Db,
  userId: string,
  now: number,
  currentId?: string,
): Promise<LoginSession[]> {
  const rows = await db
    .selectFrom("sessions")
    .innerJoin("users", "users.id", "sessions.userId")
    .select(["sessions.id", "sessions.createdAt", "sessions.expiresAt", "sessions.used_at"])
    .select(["sessions.ipAddress", "sessions.userAgent", "users.role"])
    .where("sessions.userId", "=", userId)
    .execute();
  return rows
    .filter((row) => !isOver(row, now))
    .map(({ id, createdAt, used_at: at, ipAddress, userAgent }): LoginSession => ({
      id,
      startedAt: new Date(createdAt).toISOString(),
      usedAt: new Date(at ?? toMs(createdAt)).toISOString(),
      address: ipAddress ?? "",
      browser: userAgent ?? "",
      isCurrent: id === currentId,
    }))
    .toSorted((a, b) => b.usedAt.localeCompare(a.usedAt));
}

/**
 * Notes when an OpenID Connect provider asked the user of a new session for their password: a
 * sign-in that it let pass without asking proves nothing. Where it does not say, the sign-in counts.
 */
export async function noteAuthTime(db: Db, token: string): Promise<void> {
  const hash = hashToken(token);
  const user = await db
    .selectFrom("sessions")
    .innerJoin("users", "users.id", "sessions.userId")
    .select("users.authTime")
    .where("sessions.token", "=", hash)
    .executeTakeFirst();
  if (!user?.authTime) return;
  const moment = { verified_at: user.authTime * 1000 };
  await db.updateTable("sessions").set(moment).where("token", "=", hash).execute();
}

/** Ends the session of a token. */
export async function endSession(db: Db, token: string): Promise<void> {
  await db.deleteFrom("sessions").where("token", "=", hashToken(token)).execute();
}

/** Ends a user's sessions: all, one of them, or all but one. */
export async function endSessions(
  db: Db,
  userId: string,
  which: { id?: string; except?: string } = {},
): Promise<void> {
  let end = db.deleteFrom("sessions").where("userId", "=", userId);
  if (which.id !== undefined) end = end.where("id", "=", which.id);
  if (which.except !== undefined) end = end.where("id", "!=", which.except);
  await end.execute();
}

/** Deletes the sessions that are over. */
export async function deleteExpired(db: Db, now: number, iso: boolean): Promise<void> {
  const end = new Date(now);
  await db
    .deleteFrom("sessions")
    .where("expiresAt", "<", iso ? end.toISOString() : end)
    .execute();
}
