import { createHash, timingSafeEqual } from "node:crypto";
import { ACTIVE_HEADER } from "#api/ownHeader.ts";
import type { SessionUser } from "#api/login.ts";
import type { Role } from "#api/access.ts";
import type { ProxyContext, User } from "#proxy/env.ts";
import { readSessionToken } from "./cookies.ts";
import {
  FRONT_SECRET_HEADER,
  type LoginSettings,
  roleInGroups,
  splitList,
} from "./loginSettings.ts";
import type { LoginRuntime } from "./runtime.ts";
import { findSession, noteUse } from "./sessions.ts";

/** Who sent a request; the role is null for somebody whom nobody has given one. */
export interface Identity extends Omit<User, "role">, SessionUser {
  role: Role | null;
}

/** Finds out who sent a request; undefined for nobody. Throws `StoreError`. */
export type Identify = (c: ProxyContext) => Promise<Identity | undefined>;

/** By the cookie of a session. */
export function bySession({ store, settings, now }: LoginRuntime): Identify {
  return async (c) => {
    const token = readSessionToken(c, settings.publicUrl);
    if (token === undefined) return undefined;
    return store.use(async (db) => {
      const session = await findSession(db, token, now());
      if (session === undefined) return undefined;
      // A store that is full still says who somebody is.
      if (isUse(c)) await noteUse(db, session, now()).catch(() => undefined);
      const { id, userId, verifiedAt, name, fullName, role, hasTotp } = session;
      return { id: userId, name, fullName, role, hasTotp, session: { id, verifiedAt } };
    });
  };
}

/** A person does it, not a page that polls. */
function isUse({ env: { incoming } }: ProxyContext): boolean {
  return incoming.method !== "GET" || incoming.headers[ACTIVE_HEADER.toLowerCase()] === "1";
}

/**
 * By the headers of a web server in front, which has signed the person in. They count only with the
 * secret that it shares with Pult, and once each: of two, one may be the browser's own.
 */
export function byFront(settings: Extract<LoginSettings, { kind: "header" }>): Identify {
  const { userHeader, groupsHeader, secret, groups } = settings;
  return async ({ env: { incoming } }) => {
    const one = (name: string) => {
      const values = incoming.headersDistinct[name] ?? [];
      return values.length === 1 ? values[0]?.trim() : undefined;
    };
    if (!isSame(one(FRONT_SECRET_HEADER) ?? "", secret)) return undefined;
    const name = one(userHeader);
    if (name === undefined || name === "") return undefined;
    const role = roleInGroups(splitList(one(groupsHeader) ?? ""), groups) ?? null;
    return { id: name, name, fullName: name, role, hasTotp: false, session: undefined };
  };
}

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Compares in constant time. */
function isSame(given: string, secret: string): boolean {
  return timingSafeEqual(digest(given), digest(secret));
}
