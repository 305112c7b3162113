import type { Credentials } from "../credentials.ts";
import { findRefusal, type Made } from "../provisioning.ts";
import { element, xmlFile } from "#lib/xml.ts";

const EXPIRES_S = 3600;

/**
 * A settings file for Snom's D3, D7 and D8 phones, firmware 10; see "XML Configuration Files" of the
 * Snom Service Hub, https://service.snom.com. The transport is the suffix of `user_outbound` alone.
 */
export function snom(credentials: Credentials): Made {
  const { name, extension, login, password, server, port, transport } = credentials;
  const refusal = findRefusal(credentials);
  if (refusal !== undefined) return refusal;
  const values = {
    user_active: "on",
    user_realname: name || extension,
    user_name: login,
    user_pname: login,
    user_pass: password,
    user_host: server,
    user_outbound: `${server}:${port};transport=${transport}`,
    user_expiry: EXPIRES_S,
  };
  const text = xmlFile(
    "<settings>",
    "  <phone-settings>",
    ...Object.entries(values).map(([key, value]) => `    ${element(key, value, 'idx="1"')}`),
    "  </phone-settings>",
    "</settings>",
  );
  return { fileName: `snom-${extension}.xml`, text };
}
