import type { Credentials } from "../credentials.ts";
import { findRefusal, type Made } from "../provisioning.ts";
import { element, xmlFile } from "#lib/xml.ts";

/** In minutes, unlike everywhere else. */
const EXPIRES_MIN = 60;
const TRANSPORT = { udp: 0, tcp: 1, tls: 2 };

/**
 * A configuration file for Grandstream's GXP, GRP and DP phones; see "SIP Device Provisioning Guide",
 * https://documentation.grandstream.com. Without `mac`: a phone refuses a file that has another's.
 */
export function grandstream(credentials: Credentials): Made {
  const { name, extension, login, password, server, port, transport } = credentials;
  const refusal = findRefusal(credentials);
  if (refusal !== undefined) return refusal;
  const values = {
    P271: 1,
    P270: name || extension,
    P47: server,
    P48: `${server}:${port}`,
    P35: login,
    P36: login,
    P34: password,
    P3: name || extension,
    P31: 1,
    P32: EXPIRES_MIN,
    P130: TRANSPORT[transport],
  };
  const text = xmlFile(
    '<gs_provision version="1">',
    '  <config version="1">',
    ...Object.entries(values).map(([key, value]) => `    ${element(key, value)}`),
    "  </config>",
    "</gs_provision>",
  );
  return { fileName: `grandstream-${extension}.xml`, text };
}
