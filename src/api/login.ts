import * as z from "zod/mini";
import { type Role, ROLES } from "./access.ts";
import { operation } from "./operation.ts";
import { plainText } from "./plainText.ts";

/** How people sign in: not at all, at Pult, at an OpenID Connect provider, or at a web server in front. */
export const LOGIN_KINDS = ["none", "local", "oidc", "header"] as const;
export type LoginKind = (typeof LOGIN_KINDS)[number];

/** What `GET /api/session` says of the sign-in. */
export interface SessionLogin {
  kind: LoginKind;
  /** Who is signed in; null for nobody. */
  user: SessionUser | null;
  /** There is nobody who could sign in yet: the server's administrator has to add somebody. */
  hasNoUsers?: boolean;
}

export interface SessionUser {
  /** What they sign in with, and what the journal calls them. */
  name: string;
  fullName: string;
  /** Null for somebody whom nobody has given a role: they may do nothing. */
  role: Role | null;
  hasTotp: boolean;
}

/** Shortest password, in characters. */
export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 128;

const source = "Pult";
const nothing = z.object({});
export const userName = z
  .string()
  .check(z.trim(), z.regex(/^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,63}$/u));
const fullName = plainText(z.trim(), z.minLength(1), z.maxLength(100));
/** Long enough to be anything: a wrong one is refused as wrong, not as too long. */
const typed = plainText(z.minLength(1), z.maxLength(1000));
const newPassword = plainText(z.minLength(MIN_PASSWORD), z.maxLength(MAX_PASSWORD));
const link = z.string().check(z.regex(/^[\w-]{20,100}$/));
const idParams = z.object({ id: z.string().check(z.regex(/^[\w-]{1,64}$/)) });
const role = z.enum(ROLES);
/** ISO 8601, in UTC. */
const moment = z.string();

/** `code` where the second factor comes next. */
const signedIn = z.object({ next: z.enum(["done", "code"]) });

/** Starts a session, or asks for the second factor first. */
export const signIn = operation({
  name: "signIn",
  own: true,
  method: "POST",
  path: "/sign-in",
  access: "anyone",
  summary: "Sign in with a password",
  source,
  body: z.object({ name: typed, password: typed }),
  response: signedIn,
});

export const signInWithCode = operation({
  name: "signInWithCode",
  own: true,
  method: "POST",
  path: "/sign-in/code",
  access: "anyone",
  summary: "The second step: a code of the authenticator app, or a recovery code",
  source,
  body: z.object({ code: typed, isRecovery: z.optional(z.boolean()) }),
  response: nothing,
});

/** The link is in the body: an address would stand in logs. */
export const readLink = operation({
  name: "readLink",
  own: true,
  method: "POST",
  path: "/sign-in/link",
  access: "anyone",
  summary: "Whom a single-use link is for",
  source,
  body: z.object({ link }),
  response: z.object({ name: z.string(), role: z.nullable(role), needsPassword: z.boolean() }),
});

export const redeemLink = operation({
  name: "redeemLink",
  own: true,
  method: "POST",
  path: "/sign-in/link/redeem",
  access: "anyone",
  summary: "Use up a single-use link: set the password, and sign in",
  source,
  body: z.object({ link, password: z.optional(newPassword) }),
  response: signedIn,
});

export const startOidc = operation({
  name: "startOidc",
  own: true,
  method: "POST",
  path: "/sign-in/oidc",
  access: "anyone",
  summary: "Where to sign in at the OpenID Connect provider",
  source,
  /** Path of the app's page to return to. */
  body: z.object({
    to: z.string().check(z.maxLength(2000), z.regex(/^\/(?![/\\])[\x21-\x7e]*$/)),
    /** The provider has to ask for the password again, also in a session of its own. */
    isVerification: z.optional(z.boolean()),
  }),
  response: z.object({ url: z.string() }),
});

export const signOut = operation({
  name: "signOut",
  own: true,
  method: "POST",
  path: "/sign-out",
  access: "anyone",
  summary: "End this session; the browser deletes what it stored",
  source,
  response: nothing,
});

/** Revealing a secret and managing users take a password typed in the last ten minutes. */
export const verifySession = operation({
  name: "verifySession",
  own: true,
  method: "POST",
  path: "/session/verify",
  access: "support",
  summary: "Type the password again",
  source,
  body: z.object({ password: typed }),
  response: nothing,
});

export const changePassword = operation({
  name: "changePassword",
  own: true,
  method: "POST",
  path: "/session/password",
  access: "support",
  summary: "Change one's own password; all other sessions end",
  source,
  body: z.object({ password: typed, newPassword }),
  response: nothing,
});

export const startTotp = operation({
  name: "startTotp",
  own: true,
  method: "POST",
  path: "/session/totp",
  access: "support",
  summary: "A secret for an authenticator app, with recovery codes; off until confirmed",
  source,
  body: z.object({ password: typed }),
  /** `otpauth://totp/…`, and codes that each work once. */
  response: z.object({ uri: z.string(), recoveryCodes: z.array(z.string()) }),
});

export const confirmTotp = operation({
  name: "confirmTotp",
  own: true,
  method: "POST",
  path: "/session/totp/confirm",
  access: "support",
  summary: "Turn the second factor on",
  source,
  body: z.object({ code: typed }),
  response: nothing,
});

export const stopTotp = operation({
  name: "stopTotp",
  own: true,
  method: "POST",
  path: "/session/totp/stop",
  access: "support",
  summary: "Turn the second factor off",
  source,
  body: z.object({ password: typed }),
  response: nothing,
});

const session = z.object({
  id: z.string(),
  startedAt: moment,
  /** When a person last did something in it. */
  usedAt: moment,
  /** IP address, and the browser's own name for itself; empty where unknown. */
  address: z.string(),
  browser: z.string(),
  /** It is the one that asks. */
  isCurrent: z.boolean(),
});
export type LoginSession = z.output<typeof session>;
const sessions = z.object({ items: z.array(session) });

export const listSessions = operation({
  name: "listSessions",
  own: true,
  method: "GET",
  path: "/sessions",
  access: "wall",
  summary: "One's own sessions",
  source,
  response: sessions,
});

export const endSession = operation({
  name: "endSession",
  own: true,
  method: "DELETE",
  path: "/sessions/{id}",
  access: "wall",
  summary: "End one of one's own sessions",
  source,
  params: idParams,
  response: nothing,
});

const user = z.object({
  id: z.string(),
  name: z.string(),
  fullName: z.string(),
  role: z.nullable(role),
  isDisabled: z.boolean(),
  hasTotp: z.boolean(),
  createdAt: moment,
  sessions: z.int(),
  /** When they last did something; null if there is no session. */
  usedAt: z.nullable(moment),
});
export type LoginUser = z.output<typeof user>;

export const listUsers = operation({
  name: "listUsers",
  own: true,
  method: "GET",
  path: "/users",
  access: "admin",
  summary: "Who may sign in",
  source,
  response: z.object({ items: z.array(user) }),
});

/** A link works once, and for half an hour. */
const newLink = z.object({ id: z.string(), link: z.string(), expiresAt: moment });

export const inviteUser = operation({
  name: "inviteUser",
  own: true,
  method: "POST",
  path: "/users",
  access: "admin",
  takesVerification: true,
  summary: "Add a user; the link lets them set their password",
  source,
  body: z.object({ name: userName, fullName: z.optional(fullName), role }),
  response: newLink,
});

export const updateUser = operation({
  name: "updateUser",
  own: true,
  method: "PATCH",
  path: "/users/{id}",
  access: "admin",
  takesVerification: true,
  summary: "Change a user's name or role, disable or enable them; a new role ends their sessions",
  source,
  params: idParams,
  body: z.object({
    fullName: z.optional(fullName),
    role: z.optional(role),
    isDisabled: z.optional(z.boolean()),
  }),
  response: nothing,
});

export const createUserLink = operation({
  name: "createUserLink",
  own: true,
  method: "POST",
  path: "/users/{id}/link",
  access: "admin",
  takesVerification: true,
  summary: "A new link, by which a user sets a new password, or a wall signs in",
  source,
  params: idParams,
  response: newLink,
});

export const stopUserTotp = operation({
  name: "stopUserTotp",
  own: true,
  method: "POST",
  path: "/users/{id}/totp/stop",
  access: "admin",
  takesVerification: true,
  summary: "Turn off the second factor of a user who has lost it",
  source,
  params: idParams,
  response: nothing,
});

export const listUserSessions = operation({
  name: "listUserSessions",
  own: true,
  method: "GET",
  path: "/users/{id}/sessions",
  access: "admin",
  summary: "A user's sessions",
  source,
  params: idParams,
  response: sessions,
});

export const endUserSession = operation({
  name: "endUserSession",
  own: true,
  method: "DELETE",
  path: "/users/{id}/sessions/{sid}",
  access: "admin",
  summary: "End a session of a user",
  source,
  params: z.object({ id: idParams.shape.id, sid: idParams.shape.id }),
  response: nothing,
});
