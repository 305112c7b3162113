import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { rootCertificates } from "node:tls";
import type { Network } from "#proxy/dispatcher.ts";
import { SettingsError } from "./settingsError.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** What `networkOf` reads. */
export const NETWORK_NAMES = [
  "PLUSOFON_CA_FILE",
  "NODE_EXTRA_CA_CERTS",
  "HTTPS_PROXY",
  "https_proxy",
  "NO_PROXY",
  "no_proxy",
];

/**
 * The way to the provider, by the names that other programs go by too; the small letters win, as
 * with them. Throws `SettingsError` for a proxy or a file of authorities that can't be used.
 */
export function networkOf(env: Env): Network {
  const set = (name: string) => env[name]?.trim() || undefined;
  const proxy = set("https_proxy") ?? set("HTTPS_PROXY");
  return {
    proxy: proxy === undefined ? undefined : proxyAddress(proxy),
    noProxy: set("no_proxy") ?? set("NO_PROXY"),
    ca: authorities(set("PLUSOFON_CA_FILE"), set("NODE_EXTRA_CA_CERTS")),
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

/** Node's own authorities and those of the files; undefined leaves it to Node. */
function authorities(file: string | undefined, extra: string | undefined): string[] | undefined {
  if (file === undefined && extra === undefined) return undefined;
  const own = file === undefined ? [] : certificatesIn(file);
  if (own === undefined) {
    throw new SettingsError(
      "PLUSOFON_CA_FILE has to name a file of certificates (PEM or DER) that this user can read.",
    );
  }
  // Node reads it by itself, and warns where it can't, as long as nothing else is named.
  const others = extra === undefined ? [] : (certificatesIn(extra) ?? []);
  return [...rootCertificates, ...own, ...others];
}

/** As PEM; undefined when the file can't be read or holds none. */
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
