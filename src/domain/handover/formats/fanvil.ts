import type { Credentials } from "../credentials.ts";
import { findRefusal, type Made } from "../provisioning.ts";

const EXPIRES_S = 3600;
const TRANSPORT = { udp: 0, tcp: 1, tls: 3 };
/** With its line break the first line has 64 bytes in the files that phones export. */
const FIRST_LINE = 62;
const KEY = 19;

/**
 * A configuration file for Fanvil's X, V and H phones, firmware 2; see "Fanvil Auto Provision
 * Standard", https://www.fanvil.com. A phone does not apply a version again that it has: the version
 * is derived from the content.
 */
export function fanvil(credentials: Credentials): Made {
  const { name, extension, login, password, server, port, transport } = credentials;
  const refusal = findRefusal(credentials, { trims: true });
  if (refusal !== undefined) return refusal;
  const lines = Object.entries({
    "Enable Reg": 1,
    "Phone Number": login,
    "Display Name": name || extension,
    "Register Addr": server,
    "Register Port": port,
    "Register User": login,
    "Register Pswd": password,
    "Register TTL": EXPIRES_S,
    Transport: TRANSPORT[transport],
  }).map(([key, value]) => `${`SIP1 ${key}`.padEnd(KEY)}:${value}`);
  const first = `<<VOIP CONFIG FILE>>Version:2.${digest(lines.join("\n"))}`.padEnd(FIRST_LINE);
  const text = [first, "", "<SIP CONFIG MODULE>", ...lines, "", "<<END OF FILE>>", ""].join("\r\n");
  return { fileName: `fanvil-${extension}.cfg`, text };
}

/** Ten digits of a text (FNV-1a): no secret, and `crypto.subtle` is not there over plain http. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return String(hash).padStart(10, "0");
}
