import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { join } from "node:path";
import * as z from "zod/mini";
import { readEnvFile, decodeText } from "./envFile.ts";
import { LOG_LEVELS, type LogLevel } from "#proxy/log.ts";
import type { Network } from "#proxy/dispatcher.ts";
import { isLoopback } from "#proxy/loopback.ts";
import { LOGIN_NAMES, type LoginSettings, readLogin } from "./login/loginSettings.ts";
import { ALERT_NAMES, readAlertSettings } from "./alerts/alertSettings.ts";
import type { AlertSettings } from "./alerts/channels/send.ts";
import { NETWORK_NAMES, readNetwork } from "./networkSettings.ts";
import type { StoreLocation } from "./store/store.ts";
import { SettingsError } from "./settingsError.ts";

/** The server's settings, from environment variables. */
export interface Settings {
  /** Bearer token of the provider, a secret; without one the sandbox is used. */
  token: string | undefined;
  client: string;
  /** Base address of the provider's API, without a trailing slash. */
  url: string;
  host: string;
  /** Host names in lower case that are accepted besides loopback ones. */
  allowedHosts: readonly string[];
  /** Path at which a reverse proxy serves Pult, `/pult`; empty without one. */
  basePath: string;
  /** 0 means any free port. */
  port: number;
  /** How much is logged; if undefined, it depends on where the output goes. */
  log: LogLevel | undefined;
  /** Outbound network settings; empty without a token. */
  network: Network;
  login: LoginSettings;
  /** Where what Pult remembers is kept; the address of a database server is a secret. */
  store: StoreLocation;
  /**
   * Milliseconds between two looks at who is registered; infinite in tests that count what reaches
   * the provider: then nothing is watched.
   */
  watchEveryMs: number;
  /** By what alerts leave; the password of the mail server is a secret. */
  alerts: AlertSettings;
  sandbox: { accounts: number; seed: number };
}

type Env = Readonly<Record<string, string | undefined>>;

const headerValue = z.string().check(z.regex(/^[\x21-\x7e]+$/));
const integer = (min: number, max: number) =>
  z.pipe(
    z.string().check(z.regex(/^\d{1,9}$/)),
    z.pipe(z.transform(Number), z.int().check(z.gte(min), z.lte(max))),
  );

/** Excludes the server's own paths, which could not be told from a base path to strip. */
const NOT_RESERVED = /^(?!\/?(api|assets|handover|healthz|__sandbox)(\/|$))/;

const RULES = {
  PLUSOFON_TOKEN: {
    schema: z.optional(headerValue.check(z.regex(/^[^"'`]*$/))),
    hint: "has to be the token alone: no spaces, line breaks or quotation marks, no word Bearer",
  },
  PLUSOFON_CLIENT: {
    schema: z._default(headerValue, "10553"),
    hint: "has to be a number such as 10553",
  },
  PLUSOFON_URL: {
    schema: z._default(z.string().check(z.refine(isSafeUrl)), "https://restapi.plusofon.ru"),
    hint: "has to be an https:// address (http:// only for this very machine)",
  },
  PULT_HOST: {
    schema: z._default(z.string().check(z.regex(/^[\w.:-]+$/)), "127.0.0.1"),
    hint: "has to be a host name or an IP address",
  },
  ALLOWED_HOSTS: {
    schema: z._default(
      z.string().check(z.refine((value) => value.split(",").every(isHost))),
      "localhost",
    ),
    hint: "has to be host names separated by commas",
  },
  BASE_PATH: {
    schema: z._default(
      z
        .string()
        .check(z.regex(/^\/?([\w~-][\w.~-]*(\/[\w~-][\w.~-]*)*)?\/?$/), z.regex(NOT_RESERVED)),
      "",
    ),
    hint: "has to be a path such as /pult, of Latin letters; not /api and not /assets",
  },
  PORT: {
    schema: z._default(integer(0, 65_535), 8080),
    hint: "has to be a number from 0 to 65535",
  },
  PULT_LOG: {
    schema: z.optional(z.enum(LOG_LEVELS)),
    hint: "has to be all, problems or off",
  },
  DATA_DIR: {
    schema: z._default(z.string(), "data"),
    hint: "has to be a folder",
  },
  DATABASE_URL: {
    schema: z.optional(z.string().check(z.refine(isPostgresUrl))),
    hint: "has to be the address of a PostgreSQL database, postgres://user:password@host/name",
  },
  WATCH_EVERY: {
    schema: z._default(integer(1, 3600), 30),
    hint: "has to be a number of seconds from 1 to 3600",
  },
  SANDBOX_ACCOUNTS: {
    schema: z._default(integer(0, 20_000), 24),
    hint: "has to be a number from 0 to 20000",
  },
  SANDBOX_SEED: {
    schema: z._default(integer(0, 999_999_999), 1),
    hint: "has to be a whole number, 0 or more",
  },
} as const;
type Name = keyof typeof RULES;

/** All environment variables that are read. */
export const SETTING_NAMES: readonly string[] = [
  ...Object.keys(RULES),
  "PLUSOFON_TOKEN_FILE",
  ...NETWORK_NAMES,
  ...LOGIN_NAMES,
  ...ALERT_NAMES,
];

/**
 * Short names that are read from a `.env` file only: in the environment, shells and other programs
 * use them for something else.
 */
const SHORT_NAMES = { HOST: "PULT_HOST", LOG: "PULT_LOG" } as const;
/** Names allowed in a `.env` file; the last one is for `npm run sandbox`. */
const FILE_NAMES = [...SETTING_NAMES, ...Object.keys(SHORT_NAMES), "SANDBOX_PORT"];

/**
 * Reads the settings from an environment; an empty value counts as not set. Throws `SettingsError`
 * naming the first invalid variable.
 */
export function readSettings(env: Env): Settings {
  const read = <N extends Name>(name: N): z.output<(typeof RULES)[N]["schema"]> => {
    const { schema, hint } = RULES[name];
    const value = env[name]?.trim();
    const result = z.safeParse(schema, value === "" ? undefined : value);
    if (!result.success) throw new SettingsError(`${name} ${hint}.`);
    return result.data as z.output<(typeof RULES)[N]["schema"]>;
  };
  const token = read("PLUSOFON_TOKEN");
  // The sandbox needs no proxy, and a wrong one in the shell must not keep it from starting.
  const network = token === undefined ? {} : readNetwork(env);
  return {
    token,
    client: read("PLUSOFON_CLIENT"),
    url: read("PLUSOFON_URL").replace(/\/+$/, ""),
    host: read("PULT_HOST"),
    allowedHosts: read("ALLOWED_HOSTS")
      .split(",")
      .map((one) => toAsciiHost(one.trim()).toLowerCase()),
    basePath: read("BASE_PATH")
      .replace(/^\/*(?=[^/])/, "/")
      .replace(/\/$/, ""),
    port: read("PORT"),
    log: read("PULT_LOG"),
    network,
    login: readLogin(env, { host: read("PULT_HOST"), hasToken: token !== undefined }),
    store: storeLocation(read("DATA_DIR"), read("DATABASE_URL")),
    watchEveryMs: read("WATCH_EVERY") * 1000,
    alerts: readAlertSettings(env, network.ca),
    sandbox: { accounts: read("SANDBOX_ACCOUNTS"), seed: read("SANDBOX_SEED") },
  };
}

/**
 * The environment merged over a `.env` file, which may be missing; throws `SettingsError` if it
 * can't be parsed.
 */
export function withEnvFile(file = ".env", env: Env = process.env): Env {
  const fileEntries = readEnvFile(file, FILE_NAMES);
  for (const [short, name] of Object.entries(SHORT_NAMES)) {
    if (fileEntries[short] !== undefined) fileEntries[name] ??= fileEntries[short];
    delete fileEntries[short];
  }
  return { ...fileEntries, ...env };
}

/**
 * The environment merged over a `.env` file. The token may be in a separate file, named by
 * PLUSOFON_TOKEN_FILE; throws `SettingsError` if either can't be read.
 */
export function environment(file = ".env", env: Env = process.env): Env {
  const all = withEnvFile(file, env);
  const tokenFile = all.PLUSOFON_TOKEN_FILE?.trim() ?? "";
  return tokenFile === "" ? all : { ...all, PLUSOFON_TOKEN: readTokenFile(tokenFile, all) };
}

function readTokenFile(file: string, env: Env): string {
  if ((env.PLUSOFON_TOKEN ?? "").trim() !== "") {
    throw new SettingsError("PLUSOFON_TOKEN has to be empty when PLUSOFON_TOKEN_FILE is set.");
  }
  try {
    const token = decodeText(readFileSync(file), file).trim();
    // A whole line of a .env file is not a token.
    if (token !== "" && !/^[A-Z_]+=/.test(token)) return token;
  } catch {
    // Falls through to the error below, which does not tell why the file can't be read.
  }
  // Never fall back to the sandbox: the user meant their own telephony.
  throw new SettingsError("PLUSOFON_TOKEN_FILE has to name a file that holds the token alone.");
}

/** Whether it is a host name or an IP address, with or without a port; Cyrillic names too. */
function isHost(text: string): boolean {
  const host = toAsciiHost(text.trim());
  return /^[\w.-]+(:\d{1,5})?$/.test(host) || isIP(host.replace(/^\[|\](:\d{1,5})?$/g, "")) === 6;
}

/** As browsers send it: `xn--…` for a Cyrillic name. */
function toAsciiHost(host: string): string {
  const isNonAscii = /^[\p{L}\p{N}.:-]*[^\p{ASCII}][\p{L}\p{N}.:-]*$/u.test(host);
  return isNonAscii && URL.canParse(`http://${host}`) ? new URL(`http://${host}`).host : host;
}

function storeLocation(dir: string, url: string | undefined): StoreLocation {
  return url === undefined ? { file: join(dir, "pult.db") } : { url };
}

function isPostgresUrl(value: string): boolean {
  return /^postgres(ql)?:$/.test(URL.canParse(value) ? new URL(value).protocol : "");
}

function isSafeUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  if (url.username !== "" || url.password !== "" || /[?#]/.test(value)) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
}
