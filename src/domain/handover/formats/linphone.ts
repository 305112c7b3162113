import { type Credentials, hostText } from "../credentials.ts";
import { findRefusal, type Made } from "../provisioning.ts";
import { escapeXml, xmlFile } from "./xml.ts";

const EXPIRES_S = 3600;

/**
 * The remote provisioning of Linphone (lpconfig XML), as a file for its desktop app; see Belledonne's
 * "Remote Provisioning", https://wiki.linphone.org/xwiki/wiki/public/view/Lib/Features/Remote%20Provisioning/.
 */
export function linphone(credentials: Credentials): Made {
  const { name, extension, login, password, server, transport } = credentials;
  const refusal = findRefusal(credentials);
  if (refusal !== undefined) return refusal;
  const identity = `<sip:${escapeSipUser(login)}@${server}>`;
  const text = xmlFile(
    '<config xmlns="http://www.linphone.org/xsds/lpconfig.xsd">',
    ...section("proxy_0", {
      reg_identity: name === "" ? identity : `${quote(name)} ${identity}`,
      reg_proxy: `<sip:${hostText(credentials)};transport=${transport}>`,
      reg_sendregister: "1",
      reg_expires: String(EXPIRES_S),
    }),
    ...section("auth_info_0", { username: login, userid: login, passwd: password }),
    ...section("sip", { default_proxy: "0" }),
    "</config>",
  );
  return { fileName: `linphone-${extension}.xml`, text };
}

function section(name: string, entries: Record<string, string>): string[] {
  const lines = Object.entries(entries).map(
    ([key, value]) => `    <entry name="${key}" overwrite="true">${escapeXml(value)}</entry>`,
  );
  return [`  <section name="${name}">`, ...lines, "  </section>"];
}

/** A display name as a quoted string (RFC 3261, 25.1). */
const quote = (text: string) => `"${text.replaceAll(/[\\"]/g, String.raw`\$&`)}"`;

/** The user of a SIP address: what is not allowed there is escaped (RFC 3261, 25.1). */
export function escapeSipUser(user: string): string {
  return encodeURIComponent(user).replaceAll(/%(26|3D|2B|24|2C|3B|3F|2F)/g, decodeURIComponent);
}
