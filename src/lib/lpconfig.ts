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
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<config xmlns="http://www.linphone.org/xsds/lpconfig.xsd">',
    ...Object.entries(sections).map(([section, entries]) => toSection(section, entries)),
    "</config>",
    "",
  ].join("\n");
}

function toSection(name: string, entries: Readonly<Record<string, string>>): string {
  const lines = Object.entries(entries).map(
    ([key, value]) => `    <entry name="${key}" overwrite="true">${escapeXml(value)}</entry>`,
  );
  return [`  <section name="${name}">`, ...lines, "  </section>"].join("\n");
}

/** A name before an address, as SIP quotes it (RFC 3261, quoted-string), on one line. */
function quoted(name: string): string {
  const line = name.replaceAll(NOT_XML, "").replaceAll(/[\t\n\r]+/g, " ");
  return `"${line.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

/** What XML 1.0 can't hold, not even escaped: control characters and halves of a pair. */
const NOT_XML =
  // oxlint-disable-next-line no-control-regex -- these are what it looks for
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  // A reader would make other blanks of them.
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

function escapeXml(value: string): string {
  if (value.search(NOT_XML) !== -1) throw new Error("XML can't hold this value.");
  return value.replaceAll(/[&<>"'\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign);
}
