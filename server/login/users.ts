import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Role } from "#api/access.ts";
import type { LoginUser } from "#api/login.ts";
import { ProxyError } from "#proxy/proxyError.ts";
import type { Db } from "#server/store/schema.ts";
import { OIDC_PROVIDER } from "./auth.ts";
import type { LoginDb } from "./runtime.ts";
import { endSessions, isOver, toMs } from "./sessions.ts";

/** Milliseconds within which a link has to be used. */
const LINK_MS = 30 * 60_000;

/** The hash of a password that nobody knows; made once, since that takes a tenth of a second. */
let nobodysPassword: Promise<string> | undefined;

export interface NewUser {
  name: string;
  fullName?: string | undefined;
  role: Role;
}

/** Adds a user, who can sign in once they have set a password. Throws `ProxyError`. */
export async function addUser({ db, auth }: LoginDb, user: NewUser): Promise<string> {
  const username = user.name.toLowerCase();
  if ((await findUserByName(db, username)) !== undefined) {
    throw new ProxyError("name-taken", "There is a user of this name.");
  }
  const { internalAdapter, password } = await auth.$context;
  const { id } = await internalAdapter.createUser(
    {
      name: user.fullName ?? user.name,
      username,
      role: user.role,
      // The library wants an address; nobody writes to it.
      email: `${randomBytes(8).toString("hex")}@pult.invalid`,
      emailVerified: false,
    },
    { method: "admin" },
  );
  // With it a sign-in takes as long as that of everybody else.
  nobodysPassword ??= password.hash(randomBytes(32).toString("hex"));
  await internalAdapter.createAccount({
    userId: id,
    providerId: "credential",
    accountId: id,
    password: await nobodysPassword,
  });
  return id;
}

export interface Link {
  /** A secret; it stands in the address after the `#`, which no log sees. */
  link: string;
  /** ISO 8601. */
  expiresAt: string;
}

/** A link that works once; only its hash is kept. An earlier one of the same user is void. */
export async function createLink(
  { auth, db }: LoginDb,
  userId: string,
  now: number,
): Promise<Link> {
  const { internalAdapter } = await auth.$context;
  await deleteLinks(db, valueOf(userId));
  const link = randomBytes(24).toString("base64url");
  const expiresAt = new Date(now + LINK_MS);
  await internalAdapter.createVerificationValue({
    identifier: identify(link),
    value: valueOf(userId),
    expiresAt,
  });
  return { link, expiresAt: expiresAt.toISOString() };
}

/** Whom a link is for; undefined for one that was used, is too old, or never was. */
export async function readLinkUser({ db, auth }: LoginDb, link: string, now: number) {
  const { internalAdapter } = await auth.$context;
  const found = await internalAdapter.findVerificationValue(identify(link));
  if (!found?.value.startsWith(LINK) || toMs(found.expiresAt) <= now) return undefined;
  return findUser(db, found.value.slice(LINK.length));
}

/** Uses a link up: of several that use it at once, one gets true. Others of its user are void, too. */
export async function consumeLink({ auth, db }: LoginDb, link: string): Promise<boolean> {
  const { internalAdapter } = await auth.$context;
  const consumed = await internalAdapter.consumeVerificationValue(identify(link));
  if (consumed === null) return false;
  await deleteLinks(db, consumed.value);
  return true;
}

async function deleteLinks(db: Db, value: string): Promise<void> {
  await db.deleteFrom("verifications").where("value", "=", value).execute();
}

/** Notes that a user has set a password: from now on they can sign in. */
export async function noteActivated(db: Db, id: string, now: number): Promise<void> {
  await db.updateTable("users").set({ activated_at: now }).where("id", "=", id).execute();
}

/** Tells links from the other values that better-auth keeps in the same table. */
const LINK = "link-";
const identify = (link: string) => `${LINK}${link}`;
const valueOf = (userId: string) => `${LINK}${userId}`;

/** Turns a user's second factor off: they have lost it, and can't. */
export async function stopTotp({ auth }: LoginDb, id: string): Promise<void> {
  const { adapter, internalAdapter } = await auth.$context;
  await adapter.deleteMany({ model: "twoFactor", where: [{ field: "userId", value: id }] });
  await internalAdapter.updateUser(id, { twoFactorEnabled: false });
}

const COLUMNS = [
  "id",
  "name as fullName",
  "username",
  "role",
  "disabled",
  "twoFactorEnabled",
  "createdAt",
] as const;

export async function findUser(db: Db, id: string) {
  const users = db.selectFrom("users").select(COLUMNS);
  return users.where("id", "=", id).executeTakeFirst();
}

export async function findUserByName(db: Db, name: string) {
  const users = db.selectFrom("users").select(COLUMNS);
  return users.where("username", "=", name.trim().toLowerCase()).executeTakeFirst();
}

export async function hasUsers(db: Db): Promise<boolean> {
  return (await db.selectFrom("users").select("id").limit(1).executeTakeFirst()) !== undefined;
}

/** All users by name, with the number of their sessions. */
export async function readUsers(db: Db, now: number): Promise<LoginUser[]> {
  const users = await db.selectFrom("users").select(COLUMNS).orderBy("username").execute();
  const sessions = await db
    .selectFrom("sessions")
    .innerJoin("users", "users.id", "sessions.userId")
    .select(["userId", "sessions.createdAt", "used_at", "expiresAt", "role"])
    .execute()
    .then((all) => all.filter((session) => !isOver(session, now)));
  return users.map((user) => {
    const own = sessions.filter(({ userId }) => userId === user.id);
    const used = own.map(({ used_at: at, createdAt }) => at ?? toMs(createdAt));
    return {
      id: user.id,
      name: user.username ?? user.fullName,
      fullName: user.fullName,
      role: user.role,
      isDisabled: Boolean(user.disabled),
      hasTotp: Boolean(user.twoFactorEnabled),
      createdAt: new Date(user.createdAt).toISOString(),
      sessions: own.length,
      usedAt: used.length === 0 ? null : new Date(Math.max(...used)).toISOString(),
    };
  });
}

export interface UserChange {
  fullName?: string | undefined;
  role?: Role | undefined;
  isDisabled?: boolean | undefined;
}

/**
 * Changes a user; with another role, or disabled, all their sessions end and their link is void.
 * Throws `ProxyError` where nobody would be left who may do it.
 */
export async function changeUser(
  { db, iso }: Pick<LoginDb, "db" | "iso">,
  id: string,
  change: UserChange,
): Promise<void> {
  const { fullName, role, isDisabled } = change;
  await db.transaction().execute(async (trx) => {
    const admins = await lockAdmins(trx, iso);
    const user = await findUser(trx, id);
    if (user === undefined) throw new ProxyError("unknown-path", "There is no such user.");
    const losesAdmin =
      user.role === "admin" && ((role ?? "admin") !== "admin" || isDisabled === true);
    if (losesAdmin && !isAnotherLeft(admins, id)) {
      throw new ProxyError("last-admin", "This is the only administrator who can sign in.");
    }
    const values = {
      ...(fullName === undefined ? {} : { name: fullName }),
      ...(role === undefined ? {} : { role }),
    };
    if (Object.keys(values).length > 0) {
      await trx.updateTable("users").set(values).where("id", "=", id).execute();
    }
    if (isDisabled !== undefined) {
      await trx
        .updateTable("users")
        .set({ disabled: isDisabled ? sql<boolean>`true` : sql<boolean>`false` })
        .where("id", "=", id)
        .execute();
    }
    if (isDisabled === true || (role !== undefined && role !== user.role)) {
      await endSessions(trx, id);
      await deleteLinks(trx, valueOf(id));
    }
  });
}

interface Admin {
  id: string;
  isDisabled: boolean;
  /** They have set a password, or come from an OpenID Connect provider. */
  isActive: boolean;
}

/**
 * The administrators, whom nobody else can change before the transaction's end: of two who demote each
 * other at the same moment, one fails. SQLite has one writer at a time anyway.
 */
async function lockAdmins(db: Db, iso: boolean): Promise<Admin[]> {
  const admins = db
    .selectFrom("users")
    .select(["id", "disabled", "activated_at"])
    .where("role", "=", "admin")
    .orderBy("id");
  const rows = await (iso ? admins : admins.forUpdate()).execute();
  const ofProvider = await db
    .selectFrom("accounts")
    .select("userId")
    .where("providerId", "=", OIDC_PROVIDER)
    .execute();
  const provided = new Set(ofProvider.map(({ userId }) => userId));
  return rows.map(({ id, disabled, activated_at: at }) => ({
    id,
    isDisabled: Boolean(disabled),
    isActive: at !== null || provided.has(id),
  }));
}

/** Whether there is another one who can take this one's place: one who can't sign in yet only for such. */
function isAnotherLeft(admins: readonly Admin[], id: string): boolean {
  const isActive = admins.find((one) => one.id === id)?.isActive === true;
  return admins.some((one) => one.id !== id && !one.isDisabled && (one.isActive || !isActive));
}
