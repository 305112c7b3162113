import { readFileSync } from "node:fs";
import { type Role, ROLES } from "#api/access.ts";
import { LOGIN_KINDS, type LoginKind } from "#api/login.ts";
import { isLoopback } from "#proxy/loopback.ts";
import { SettingsError } from "../settingsError.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** Whose members have which role, by the names of their groups. */
export type RoleGroups = Readonly<Record<Role, readonly string[]>>;

/** How people sign in, from the environment. */
export type LoginSettings =
  | { kind: "none" }
  | { kind: "local"; publicUrl: string | undefined }
  | {
      kind: "oidc";
      publicUrl: string;
      issuer: string;
      clientId: string;
      /** A secret. */
      clientSecret: string;
      /** The claim that holds a user's groups. */
      groupsClaim: string;
      groups: RoleGroups;
    }
  | {
      kind: "header";
      /** Names of the headers, in lower case. */
      userHeader: string;
      groupsHeader: string;
      /** A secret that only the web server in front knows: without it anybody on this machine could claim to be anybody. */
      secret: string;
      groups: RoleGroups;
    };

/** The environment variables that `readLogin` reads. */
export const LOGIN_NAMES = [
  "LOGIN",
  "PUBLIC_URL",
  "OIDC_ISSUER",
  "OIDC_CLIENT_ID",
  "OIDC_CLIENT_SECRET_FILE",
  "OIDC_GROUPS",
  "FRONT_USER",
  "FRONT_GROUPS",
  "FRONT_SECRET_FILE",
  "ADMIN_GROUPS",
  "SUPPORT_GROUPS",
  "WALL_GROUPS",
];

/** The header by which the web server in front proves that it is the one. */
export const FRONT_SECRET_HEADER = "x-pult-front";

/**
 * Reads how people sign in. Throws `SettingsError` for a value that can't be used, and where a
 * server with the provider's token would be open to its network without anybody having said so.
 */
export function readLogin(env: Env, { host, hasToken }: { host: string; hasToken: boolean }) {
  const kind = readKind(env, host, hasToken);
  return LOGINS[kind](env);
}

const LOGINS: Record<LoginKind, (env: Env) => LoginSettings> = {
  none: () => ({ kind: "none" }),
  local: (env) => ({ kind: "local", publicUrl: publicUrl(env) }),
  oidc: (env) => ({
    kind: "oidc",
    publicUrl: publicUrl(env) ?? missing("PUBLIC_URL", "LOGIN=oidc"),
    issuer: httpUrl("OIDC_ISSUER", required(env, "OIDC_ISSUER", "LOGIN=oidc")),
    clientId: required(env, "OIDC_CLIENT_ID", "LOGIN=oidc"),
    clientSecret: secretFile(env, "OIDC_CLIENT_SECRET_FILE", "LOGIN=oidc"),
    groupsClaim: read(env, "OIDC_GROUPS") ?? "groups",
    groups: roleGroups(env),
  }),
  header: (env) => ({
    kind: "header",
    userHeader: headerName(env, "FRONT_USER", "remote-user"),
    groupsHeader: headerName(env, "FRONT_GROUPS", "remote-groups"),
    secret: secretFile(env, "FRONT_SECRET_FILE", "LOGIN=header"),
    groups: roleGroups(env),
  }),
};

function readKind(env: Env, host: string, hasToken: boolean): LoginKind {
  const value = read(env, "LOGIN");
  if (value === undefined) {
    if (isLoopback(host) || !hasToken) return "none";
    throw new SettingsError(
      `PULT_HOST is ${host}, so that others can reach Pult: set LOGIN to local (people and passwords ` +
        "in Pult), oidc, header (a web server in front signs them in) or none (everybody who can reach it may do everything).",
    );
  }
  const kind = LOGIN_KINDS.find((one) => one === value);
  if (kind === undefined) throw new SettingsError("LOGIN has to be none, local, oidc or header.");
  return kind;
}

function roleGroups(env: Env): RoleGroups {
  const names = { admin: "ADMIN_GROUPS", support: "SUPPORT_GROUPS", wall: "WALL_GROUPS" } as const;
  const groups = (role: Role) => splitList(read(env, names[role]) ?? "");
  const all: RoleGroups = {
    admin: groups("admin"),
    support: groups("support"),
    wall: groups("wall"),
  };
  if (all.admin.length === 0) {
    throw new SettingsError("ADMIN_GROUPS has to name the groups of those who may do everything.");
  }
  return all;
}

/** The most powerful role of a person's groups; undefined if none of them has one. */
export function roleInGroups(groups: readonly string[], roles: RoleGroups): Role | undefined {
  return ROLES.find((role) => roles[role].some((group) => groups.includes(group)));
}

/** Names separated by commas. */
export function splitList(text: string): string[] {
  return text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

const read = (env: Env, name: string) => env[name]?.trim() || undefined;

function required(env: Env, name: string, reason: string): string {
  return read(env, name) ?? missing(name, reason);
}

function missing(name: string, reason: string): never {
  throw new SettingsError(`${name} has to be set for ${reason}.`);
}

/** Pult's address in a browser; undefined where nobody said. Throws `SettingsError`. */
export function publicUrl(env: Env): string | undefined {
  const value = read(env, "PUBLIC_URL");
  return value === undefined ? undefined : httpUrl("PUBLIC_URL", value);
}

/** Without a trailing slash; http only for this very machine. */
export function httpUrl(name: string, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isSafe =
    url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
  if (!isSafe || url.search !== "" || url.hash !== "" || url.username !== "") {
    throw new SettingsError(
      `${name} has to be an https:// address, as in a browser's address bar.`,
    );
  }
  return url.href.replace(/\/+$/, "");
}

function headerName(env: Env, name: string, byDefault: string): string {
  const value = (read(env, name) ?? byDefault).toLowerCase();
  if (/^[a-z][a-z\d-]*$/.test(value)) return value;
  throw new SettingsError(`${name} has to be the name of a header, such as Remote-User.`);
}

function secretFile(env: Env, name: string, reason: string): string {
  const file = required(env, name, reason);
  try {
    const secret = readFileSync(file, "utf8").trim();
    if (/^[\x21-\x7e]{16,}$/.test(secret)) return secret;
  } catch {
    // Falls through to the error below, which does not tell why the file can't be read.
  }
  throw new SettingsError(
    `${name} has to name a file that holds a secret alone, of at least 16 characters.`,
  );
}
