import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import * as z from "zod/mini";
import { readEnvFile, textOf } from "./envFile.ts";
import { LOG_LEVELS, type LogLevel } from "#proxy/log.ts";
import type { Network } from "#proxy/dispatcher.ts";
import { isLoopback } from "#proxy/loopback.ts";
import { NETWORK_NAMES, networkOf } from "./networkSettings.ts";
import { SettingsError } from "./settingsError.ts";

/** What the server is told by its environment. */
export interface Settings {
  /** Bearer token of the provider, a secret; without one the sandbox answers. */
  token: string | undefined;
  client: string;
  /** Base address of the provider's API, without a trailing slash. */
  url: string;
  host: string;
  /** Names in lower case under which Pult is reached, besides this machine's own. */
  allowedHosts: readonly string[];
  /** Path under which a web server in front shows Pult, `/pult`; empty without one. */
  basePath: string;
  /** 0: any free port. */
  port: number;
  /** How much is logged; undefined: by where it goes. */
  log: LogLevel | undefined;
  /** The way to the provider; without a token there is none. */
  network: Network;
  sandbox: { accounts: number; seed: number };
}

type Env = Readonly<Record<string, string | undefined>>;

const headerValue = z.string().check(z.regex(/^[\x21-\x7e]+$/));
const whole = (min: number, max: number) =>
  z.pipe(
    z.string().check(z.regex(/^\d{1,9}$/)),
    z.pipe(z.transform(Number), z.int().check(z.gte(min), z.lte(max))),
  );

/** What the server answers itself can't be told from a path that is to be taken away. */
const NOT_OURS = /^(?!\/?(api|assets|healthz|__sandbox)(\/|$))/;

const RULES = {
  PLUSOFON_TOKEN: {
    schema: z.optional(headerValue.check(z.regex(/^[^"'`]*$/))),
    says: "has to be the token alone: no spaces, line breaks or quotation marks, no word Bearer",
  },
  PLUSOFON_CLIENT: {
    schema: z._default(headerValue, "10553"),
    says: "has to be a number such as 10553",
  },
  PLUSOFON_URL: {
    schema: z._default(z.string().check(z.refine(isSafeUrl)), "https://restapi.plusofon.ru"),
    says: "has to be an https:// address (http:// only for this very machine)",
  },
  PULT_HOST: {
    schema: z._default(z.string().check(z.regex(/^[\w.:-]+$/)), "127.0.0.1"),
    says: "has to be a host name or an IP address",
  },
  ALLOWED_HOSTS: {
    schema: z._default(
      z.string().check(z.refine((value) => value.split(",").every(isHost))),
      "localhost",
    ),
    says: "has to be host names separated by commas",
  },
  BASE_PATH: {
    schema: z._default(
      z.string().check(z.regex(/^\/?([\w~-][\w.~-]*(\/[\w~-][\w.~-]*)*)?\/?$/), z.regex(NOT_OURS)),
      "",
    ),
    says: "has to be a path such as /pult, of Latin letters; not /api and not /assets",
  },
  PORT: { schema: z._default(whole(0, 65_535), 8080), says: "has to be a number from 0 to 65535" },
  PULT_LOG: {
    schema: z.optional(z.enum(LOG_LEVELS)),
    says: "has to be all, problems or off",
  },
  SANDBOX_ACCOUNTS: {
    schema: z._default(whole(0, 20_000), 24),
    says: "has to be a number from 0 to 20000",
  },
  SANDBOX_SEED: {
    schema: z._default(whole(0, 999_999_999), 1),
    says: "has to be a whole number, 0 or more",
  },
} as const;
type Name = keyof typeof RULES;

/** Every variable that is read, for whoever lists them. */
export const SETTING_NAMES: readonly string[] = [
  ...Object.keys(RULES),
  "PLUSOFON_TOKEN_FILE",
  ...NETWORK_NAMES,
];

/**
 * Short names that count in a `.env` file alone: in the environment, shells and other programs
 * use them for something else.
 */
const SHORT_NAMES = { HOST: "PULT_HOST", LOG: "PULT_LOG" } as const;
/** What a `.env` file may set; the last is for `npm run sandbox`. */
const FILE_NAMES = [...SETTING_NAMES, ...Object.keys(SHORT_NAMES), "SANDBOX_PORT"];

/**
 * Reads the settings out of an environment; empty counts as not set. Throws `SettingsError`
 * naming the first variable that can't be used.
 */
export function readSettings(env: Env): Settings {
  const read = <N extends Name>(name: N): z.output<(typeof RULES)[N]["schema"]> => {
    const { schema, says } = RULES[name];
    const value = env[name]?.trim();
    const result = z.safeParse(schema, value === "" ? undefined : value);
    if (!result.success) throw new SettingsError(`${name} ${says}.`);
    return result.data as z.output<(typeof RULES)[N]["schema"]>;
  };
  const token = read("PLUSOFON_TOKEN");
  return {
    token,
    client: read("PLUSOFON_CLIENT"),
    url: read("PLUSOFON_URL").replace(/\/+$/, ""),
    host: read("PULT_HOST"),
    allowedHosts: read("ALLOWED_HOSTS")
      .split(",")
      .map((one) => asciiHost(one.trim()).toLowerCase()),
    basePath: read("BASE_PATH")
      .replace(/^\/*(?=[^/])/, "/")
      .replace(/\/$/, ""),
    port: read("PORT"),
    log: read("PULT_LOG"),
    // A shell's proxy is nothing to the sandbox, and must not keep it from starting.
    network: token === undefined ? {} : networkOf(env),
    sandbox: { accounts: read("SANDBOX_ACCOUNTS"), seed: read("SANDBOX_SEED") },
  };
}

/** The environment over a `.env` file, which may be missing; throws `SettingsError` as that does. */
export function withEnvFile(file = ".env", env: Env = process.env): Env {
  const inFile = readEnvFile(file, FILE_NAMES);
  for (const [short, name] of Object.entries(SHORT_NAMES)) {
    if (inFile[short] !== undefined) inFile[name] ??= inFile[short];
    delete inFile[short];
  }
  return { ...inFile, ...env };
}

/**
 * The environment over a `.env` file. The token may stand in a file of its own, which
 * PLUSOFON_TOKEN_FILE names; throws `SettingsError` when either can't be read.
 */
export function environment(file = ".env", env: Env = process.env): Env {
  const all = withEnvFile(file, env);
  const tokenFile = all.PLUSOFON_TOKEN_FILE?.trim() ?? "";
  return tokenFile === "" ? all : { ...all, PLUSOFON_TOKEN: tokenOf(tokenFile, all) };
}

function tokenOf(file: string, env: Env): string {
  if ((env.PLUSOFON_TOKEN ?? "").trim() !== "") {
    throw new SettingsError("PLUSOFON_TOKEN has to be empty when PLUSOFON_TOKEN_FILE is set.");
  }
  try {
    const token = textOf(readFileSync(file), file).trim();
    // A whole line of a .env is no token.
    if (token !== "" && !/^[A-Z_]+=/.test(token)) return token;
  } catch {
    // Said below: why it can't be read is for the one who looks at the file.
  }
  // Never the sandbox instead: somebody meant their own telephony.
  throw new SettingsError("PLUSOFON_TOKEN_FILE has to name a file that holds the token alone.");
}

/** A host name or an address, with a port or without; Cyrillic ones too. */
function isHost(text: string): boolean {
  const host = asciiHost(text.trim());
  return /^[\w.-]+(:\d{1,5})?$/.test(host) || isIP(host.replace(/^\[|\](:\d{1,5})?$/g, "")) === 6;
}

/** As browsers write it in their headers: `xn--…` for a Cyrillic name. */
function asciiHost(host: string): string {
  const isForeign = /^[\p{L}\p{N}.:-]*[^\p{ASCII}][\p{L}\p{N}.:-]*$/u.test(host);
  return isForeign && URL.canParse(`http://${host}`) ? new URL(`http://${host}`).host : host;
}

function isSafeUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  if (url.username !== "" || url.password !== "" || /[?#]/.test(value)) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
}
