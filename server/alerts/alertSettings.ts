import { readFileSync } from "node:fs";
import { isMailAddress } from "#api/mailAddress.ts";
import { httpUrl, publicUrl } from "../login/loginSettings.ts";
import { SettingsError } from "../settingsError.ts";
import type { SmtpSettings } from "./channels/email.ts";
import type { AlertSettings } from "./channels/send.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** The environment variables that `readAlertSettings` reads. */
export const ALERT_NAMES = [
  "SMTP_URL",
  "SMTP_USER",
  "SMTP_PASSWORD_FILE",
  "SMTP_FROM",
  "TELEGRAM_URL",
];

/** Reads by what alerts leave. `ca` are the trusted authorities. Throws `SettingsError`. */
export function readAlertSettings(env: Env, ca: string[] | undefined): AlertSettings {
  const telegram = read(env, "TELEGRAM_URL");
  return {
    smtp: readSmtp(env, ca),
    telegramUrl:
      telegram === undefined ? "https://api.telegram.org" : httpUrl("TELEGRAM_URL", telegram),
    publicUrl: publicUrl(env),
  };
}

const PORTS = { "smtp:": 25, "smtps:": 465 } as const;

function readSmtp(env: Env, ca: string[] | undefined): SmtpSettings | undefined {
  const value = read(env, "SMTP_URL");
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const protocol = url?.protocol;
  const isSmtp = protocol === "smtp:" || protocol === "smtps:";
  // A password has its own file: an address stands in logs and in the list of processes.
  const isPlain = url?.username === "" && url.password === "" && /^\/?$/.test(url.pathname);
  if (!isSmtp || !isPlain || url.hostname === "") {
    throw new SettingsError(
      "SMTP_URL has to be the address of a mail server alone, smtp://name:587 or smtps://name.",
    );
  }
  const user = read(env, "SMTP_USER");
  const file = read(env, "SMTP_PASSWORD_FILE");
  if ((user === undefined) !== (file === undefined)) {
    throw new SettingsError("SMTP_USER and SMTP_PASSWORD_FILE have to be set together.");
  }
  const host = url.hostname.replaceAll(/^\[|\]$/g, "");
  return {
    host,
    port: url.port === "" ? PORTS[protocol] : Number(url.port),
    secure: protocol === "smtps:",
    user,
    password: file === undefined ? undefined : password(file),
    from: sender(env),
    ca,
  };
}

function sender(env: Env): string {
  const from = read(env, "SMTP_FROM");
  const address = /<([^<>]+)>$/.exec(from ?? "")?.[1] ?? from ?? "";
  if (from !== undefined && isMailAddress(address) && !/[\r\n]/.test(from)) return from;
  throw new SettingsError(
    "SMTP_FROM has to be the address that alerts come from, pult@example.com or Pult <pult@example.com>.",
  );
}

function password(file: string): string {
  try {
    const text = readFileSync(file, "utf8").replace(/\r?\n$/, "");
    if (text !== "" && !/[\r\n]/.test(text)) return text;
  } catch {
    // Falls through to the error below, which does not tell why the file can't be read.
  }
  throw new SettingsError("SMTP_PASSWORD_FILE has to name a file that holds the password alone.");
}

const read = (env: Env, name: string) => env[name]?.trim() || undefined;
