import type { Credentials } from "../credentials.ts";
import { displayLabel, findRefusal, type Made } from "../provisioning.ts";

const EXPIRES_S = 3600;
const TRANSPORT = { udp: 0, tcp: 1, tls: 2 };

/**
 * A configuration file for Yealink's SIP-T2, T3, T4 and T5 phones, firmware V80 and later, see
 * "Yealink SIP IP Phones Auto Provisioning Guide", https://support.yealink.com. Without its first line,
 * to the letter, a phone ignores it and says nothing.
 */
export function yealink(credentials: Credentials): Made {
  const { name, extension, login, password, server, port, transport } = credentials;
  const refusal = findRefusal(credentials, { trims: true });
  if (refusal !== undefined) return refusal;
  const lines = Object.entries({
    enable: 1,
    label: displayLabel(credentials),
    display_name: name || extension,
    auth_name: login,
    user_name: login,
    password,
    "sip_server.1.address": server,
    "sip_server.1.port": port,
    "sip_server.1.transport_type": TRANSPORT[transport],
    "sip_server.1.expires": EXPIRES_S,
  }).map(([key, value]) => `account.1.${key} = ${value}`);
  const text = ["#!version:1.0.0.1", ...lines, ""].join("\n");
  return { fileName: `yealink-${extension}.cfg`, text };
}
