import { element, isXmlText, withoutNotXml, xmlFile } from "./xml.ts";

/** Seconds for which a phone registers, before it does so again. */
const REG_EXPIRES = 3600;

interface Credentials {
  name: string;
  server: string;
  login: string;
  password: string;
  transport: "udp" | "tcp" | "tls";
  port: number;
}

/**
 * An account as Linphone's "remote provisioning" reads it (Belledonne's wiki, Lib/Features/Remote
 * Provisioning, and "Provisioning configuration keys" in liblinphone's reference). Throws for a value
 * that XML can't hold.
 */
export function toLpconfig(credentials: Credentials): string {
  const { name, server, login, password, transport, port } = credentials;
  const identity = `<sip:${encodeURIComponent(login)}@${server}>`;
  const sections = {
    // Linphone would else ask for it again at each start, and find nothing.
    misc: { transient_provisioning: "1" },
    sip: { default_proxy: "0" },
    proxy_0: {
      reg_proxy: `<sip:${server}:${port};transport=${transport}>`,
      reg_identity: name === "" ? identity : `${quoted(name)} ${identity}`,
      reg_sendregister: "1",
      reg_expires: String(REG_EXPIRES),
    },
    auth_info_0: { username: login, userid: login, passwd: password },
  };
  return xmlFile(
    '<config xmlns="http://www.linphone.org/xsds/lpconfig.xsd">',
    ...Object.entries(sections).map(([section, entries]) => toSection(section, entries)),
    "</config>",
  );
}

function toSection(name: string, entries: Readonly<Record<string, string>>): string {
  const lines = Object.entries(entries).map(([key, value]) => {
    if (!isXmlText(value)) throw new Error("XML can't hold this value.");
    return `    ${element("entry", value, `name="${key}" overwrite="true"`)}`;
  });
  return [`  <section name="${name}">`, ...lines, "  </section>"].join("\n");
}

/** A name before an address, as SIP quotes it (RFC 3261, quoted-string), on one line. */
function quoted(name: string): string {
  const line = withoutNotXml(name).replaceAll(/[\t\n\r]+/g, " ");
  return `"${line.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
