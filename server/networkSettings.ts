import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { rootCertificates } from "node:tls";
import type { Network } from "#proxy/dispatcher.ts";
import { SettingsError } from "./settingsError.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** The environment variables that `readNetwork` reads. */
export const NETWORK_NAMES = [
  "PLUSOFON_CA_FILE",
  "NODE_EXTRA_CA_CERTS",
  "HTTPS_PROXY",
  "https_proxy",
  "NO_PROXY",
  "no_proxy",
];

/**
 * Reads the outbound network settings from the variables that other programs use too; lower-case
 * names take precedence, as is usual. Throws `SettingsError` for an unusable proxy or certificate
 * file.
 */
export function readNetwork(env: Env): Network {
  const read = (name: string) => env[name]?.trim() || undefined;
  const proxy = read("https_proxy") ?? read("HTTPS_PROXY");
  return {
    proxy: proxy === undefined ? undefined : proxyAddress(proxy),
    noProxy: read("no_proxy") ?? read("NO_PROXY"),
    ca: authorities(read("PLUSOFON_CA_FILE"), read("NODE_EXTRA_CA_CERTS")),
  };
}

function proxyAddress(value: string): string {
  const address = value.includes("://") ? value : `http://${value}`;
  if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) {
    const { username, password } = new URL(address);
    if (isDecodable(username) && isDecodable(password)) return address;
  }
  throw new SettingsError(
    "HTTPS_PROXY has to be the address of an HTTP proxy, http://name:port or http://user:password@name:port, with special signs of the password as in a URL (%40 for @).",
  );
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Node's default certificate authorities and those of the files; undefined means Node's default.
 */
function authorities(file: string | undefined, extra: string | undefined): string[] | undefined {
  if (file === undefined && extra === undefined) return undefined;
  const configured = file === undefined ? [] : certificatesIn(file);
  if (configured === undefined) {
    throw new SettingsError(
      "PLUSOFON_CA_FILE has to name a file of certificates (PEM or DER) that this user can read.",
    );
  }
  // Node reports an unreadable NODE_EXTRA_CA_CERTS itself.
  const extraCertificates = extra === undefined ? [] : (certificatesIn(extra) ?? []);
  return [...rootCertificates, ...configured, ...extraCertificates];
}

/** The certificates as PEM; undefined if the file can't be read or holds none. */
function certificatesIn(file: string): string[] | undefined {
  try {
    const bytes = readFileSync(file);
    const blocks = bytes
      .toString("latin1")
      .match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
    return (blocks ?? [bytes]).map((one) => new X509Certificate(one).toString());
  } catch {
    return undefined;
  }
}
