import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Credentials } from "../credentials.ts";
import { encodeFile } from "../encode.ts";
import { type Made, type Provisioning, isRefusal } from "../provisioning.ts";
import { acrobits } from "./acrobits.ts";
import { ciscoSpa } from "./ciscoSpa.ts";
import { fanvil } from "./fanvil.ts";
import { grandstream } from "./grandstream.ts";
import { grandstreamWave, MAX_CODE_BYTES } from "./grandstreamWave.ts";
import { linphone } from "./linphone.ts";
import { microsip, microsipSection } from "./microsip.ts";
import { snom } from "./snom.ts";
import { yealink } from "./yealink.ts";
import { parseXml, readEntries, readIni, readLines, readXml } from "../testing/readFormats.ts";

const ACCOUNT: Credentials = {
  name: "Ресепшен",
  extension: 214,
  login: "21212068297436",
  password: "75Q5Y6gc",
  server: "104563.voice.example",
  port: 5060,
  transport: "udp",
};

/** The values that a device would read back, whatever the format calls them. */
interface Read {
  name?: string | undefined;
  login: (string | undefined)[];
  password: string | undefined;
  server: string | undefined;
}

function made(result: Made): Provisioning {
  if (isRefusal(result)) throw new Error(`refused: ${result.problem} ${result.field ?? ""}`);
  return result;
}

/** The text as it is in the file's bytes. */
const decoded = (file: Provisioning) =>
  new TextDecoder(file.encoding ?? "utf-8", { ignoreBOM: true }).decode(encodeFile(file));

const FORMATS: Record<string, { make: (of: Credentials) => Made; read: (text: string) => Read }> = {
  "Grandstream Wave": {
    make: grandstreamWave,
    read: (text) => {
      const get = readXml(text);
      return {
        name: get("DisplayName"),
        login: [get("UserID"), get("AuthID")],
        password: get("AuthPass"),
        server: get("RegisterServer"),
      };
    },
  },
  Linphone: {
    make: linphone,
    read: (text) => {
      const get = readEntries(text);
      const identity = /^(?:"(.*)" )?<sip:(.*)@(.*)>$/s.exec(get("proxy_0", "reg_identity") ?? "");
      return {
        name: identity?.[1]?.replaceAll(/\\(.)/gs, "$1") ?? "",
        login: [
          get("auth_info_0", "username"),
          get("auth_info_0", "userid"),
          decodeURIComponent(identity?.[2] ?? ""),
        ],
        password: get("auth_info_0", "passwd"),
        server: identity?.[3],
      };
    },
  },
  MicroSIP: {
    make: microsip,
    read: (text) => {
      const get = readIni(text.replace("\uFEFF", ""), "Account1");
      return {
        name: get("displayName"),
        login: [get("username"), get("authID")],
        password: get("password"),
        server: get("domain"),
      };
    },
  },
  Yealink: {
    make: yealink,
    read: (text) => {
      const get = readLines(text, "=");
      return {
        name: get("account.1.display_name"),
        login: [get("account.1.auth_name"), get("account.1.user_name")],
        password: get("account.1.password"),
        server: get("account.1.sip_server.1.address"),
      };
    },
  },
  Grandstream: {
    make: grandstream,
    read: (text) => {
      const get = readXml(text);
      return {
        name: get("P3"),
        login: [get("P35"), get("P36")],
        password: get("P34"),
        server: get("P47"),
      };
    },
  },
  Snom: {
    make: snom,
    read: (text) => {
      const get = readXml(text);
      return {
        name: get("user_realname"),
        login: [get("user_name"), get("user_pname")],
        password: get("user_pass"),
        server: get("user_host"),
      };
    },
  },
  Fanvil: {
    make: fanvil,
    read: (text) => {
      const get = readLines(text, ":", "\r\n");
      return {
        name: get("SIP1 Display Name"),
        login: [get("SIP1 Register User"), get("SIP1 Phone Number")],
        password: get("SIP1 Register Pswd"),
        server: get("SIP1 Register Addr"),
      };
    },
  },
  "Cisco SPA": {
    make: ciscoSpa,
    read: (text) => {
      const get = readXml(text);
      return {
        name: get("Display_Name_1_"),
        login: [get("User_ID_1_")],
        password: get("Password_1_"),
        server: get("Proxy_1_"),
      };
    },
  },
  "Cloud Softphone": {
    make: (of) => acrobits(of, "PULT*OFFICE"),
    read: (text) => {
      const parts = /^csc:([^:@]*):([^:@]*)@PULT\*OFFICE$/.exec(text);
      return {
        login: [decodeURIComponent(parts?.[1] ?? "")],
        password: decodeURIComponent(parts?.[2] ?? ""),
        // The Cloud ID names it.
        server: ACCOUNT.server,
      };
    },
  },
};

/** Whether every value comes back as it was. */
function expectSame(format: string, credentials: Credentials) {
  const { make, read } = FORMATS[format] ?? {};
  if (make === undefined || read === undefined) throw new Error(format);
  const { name = credentials.name, login, ...rest } = read(decoded(made(make(credentials))));
  const { password, server } = credentials;
  expect({ name, ...rest }).toEqual({ name: credentials.name, password, server });
  expect(new Set(login)).toEqual(new Set([credentials.login]));
}

const HARD = [
  `& < > " ' ; # = %`,
  "%41&amp;%",
  `"quoted"`,
  "'single'",
  "\\back\\",
  "; starts",
  "# starts",
  "[section]",
  "]]>",
  "<script>alert(1)</script>",
  "Ёж и  два   пробела",
  "👩‍🚀",
  "key=value:more@host",
  "$1 $& ${x}",
];

describe.each(Object.keys(FORMATS))("%s", (format) => {
  it.each(HARD)("reads back %s", (value) => {
    expectSame(format, { ...ACCOUNT, name: value, login: value, password: value });
  });

  it("reads back 255 letters", () => {
    const letters = "Щ".repeat(255);
    const code = format === "Grandstream Wave";
    expectSame(format, {
      ...ACCOUNT,
      ...(code ? {} : { name: letters }),
      password: "x".repeat(255),
    });
  });

  it("reads back whatever can be read back, and refuses the rest", () => {
    fc.assert(
      fc.property(
        fc.record({
          name: fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }),
          login: fc.string({ unit: "binary", minLength: 1, maxLength: 20 }),
          password: fc.string({ unit: "binary", minLength: 1, maxLength: 20 }),
        }),
        (values) => {
          const credentials = { ...ACCOUNT, ...values };
          const { make } = FORMATS[format] ?? {};
          if (make === undefined) throw new Error(format);
          if (!isRefusal(make(credentials))) expectSame(format, credentials);
        },
      ),
    );
  });

  it("refuses what it can't hold, and says of which value", () => {
    const { make = linphone } = FORMATS[format] ?? {};
    expect(make({ ...ACCOUNT, name: "a\nP34=b" })).toEqual({ problem: "lineBreak", field: "name" });
    expect(make({ ...ACCOUNT, password: "a\r" })).toEqual({
      problem: "lineBreak",
      field: "password",
    });
    expect(make({ ...ACCOUNT, login: "a\u0000" })).toEqual({
      problem: "unprintable",
      field: "login",
    });
    expect(make({ ...ACCOUNT, password: "\ud800" })).toEqual({
      problem: "unprintable",
      field: "password",
    });
    for (const server of ["", "a b", "host;transport=tls", "host:5060", "<b>"]) {
      expect(make({ ...ACCOUNT, server })).toEqual({ problem: "notHost", field: "server" });
    }
  });
});

it.each(Object.keys(FORMATS).filter((one) => !["Yealink", "Fanvil"].includes(one)))(
  "%s keeps blanks at the ends of a value",
  (format) => expectSame(format, { ...ACCOUNT, name: " a ", login: " b", password: "c " }),
);

it.each([yealink, fanvil])(
  "%o, which reads lines, refuses blanks at the ends of a value",
  (make) => {
    expect(make({ ...ACCOUNT, password: " a " })).toEqual({
      problem: "edgeBlank",
      field: "password",
    });
    expect(make({ ...ACCOUNT, name: "a\u00a0" })).toEqual({ problem: "edgeBlank", field: "name" });
  },
);

const over = (transport: Credentials["transport"], port: number) => ({
  ...ACCOUNT,
  transport,
  port,
});
const bytes = (of: Credentials) => encodeFile(made(grandstreamWave(of))).length;
const textOf = (result: Made) => made(result).text;

describe("transport and port", () => {
  it("are written as each format wants them", () => {
    const tls = over("tls", 5070);
    expect(readXml(textOf(grandstreamWave(tls)))("OutboundServer")).toBe(
      "104563.voice.example:5070",
    );
    expect(readEntries(textOf(linphone(tls)))("proxy_0", "reg_proxy")).toBe(
      "<sip:104563.voice.example:5070;transport=tls>",
    );
    const ini = readIni(textOf(microsip(tls)), "Account1");
    expect([ini("server"), ini("transport")]).toEqual(["104563.voice.example:5070", "tls"]);
    const lines = readLines(textOf(yealink(tls)), "=");
    expect(lines("account.1.sip_server.1.port")).toBe("5070");
    expect(lines("account.1.sip_server.1.transport_type")).toBe("2");
    const values = readXml(textOf(grandstream(tls)));
    expect([values("P48"), values("P130"), values("P32")]).toEqual([
      "104563.voice.example:5070",
      "2",
      "60",
    ]);
    expect(readXml(textOf(snom(tls)))("user_outbound")).toBe(
      "104563.voice.example:5070;transport=tls",
    );
    const keys = readLines(textOf(fanvil(tls)), ":", "\r\n");
    expect([keys("SIP1 Register Port"), keys("SIP1 Transport")]).toEqual(["5070", "3"]);
    const profile = readXml(textOf(ciscoSpa(tls)));
    expect(profile("Proxy_1_")).toBe("104563.voice.example:5070");
    expect(profile("SIP_Transport_1_")).toBe("TLS");
  });

  it("Linphone's port is always written", () => {
    expect(textOf(linphone(over("tls", 5060)))).toContain("example:5060;transport=tls");
    expect(textOf(linphone(over("tls", 5061)))).toContain("example:5061;transport=tls");
    expect(textOf(linphone(over("udp", 5060)))).toContain("example:5060;transport=udp");
  });
});

describe("what each format insists on", () => {
  it("Yealink's first line is the mark of its files", () => {
    expect(textOf(yealink(ACCOUNT)).split("\n")[0]).toBe("#!version:1.0.0.1");
  });

  it("MicroSIP's file is UTF-16, little-endian, with its mark", () => {
    const file = made(microsip(ACCOUNT));
    expect(file.fileName).toBe("MicroSIP.ini");
    expect(Array.from(encodeFile(file).subarray(0, 4))).toEqual([0xff, 0xfe, "[".charCodeAt(0), 0]);
    expect(readIni(file.text.replace("\uFEFF", ""), "Settings")("accountId")).toBe("1");
    const section = microsipSection(ACCOUNT, 3);
    expect(section).toMatch(/^\[Account3\]\r\nlabel=214 Ресепшен\r\n/);
  });

  it("Fanvil's file has CRLF, its frame, and a version of its content", () => {
    const text = textOf(fanvil(ACCOUNT));
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(text).toMatch(/^<<VOIP CONFIG FILE>>Version:2\.\d{10} +\r\n/);
    expect(text.indexOf("\n") + 1).toBe(64);
    expect(text).toMatch(/<<END OF FILE>>\r\n$/);
    const version = (result: Made) => /Version:\S+/.exec(textOf(result))?.[0];
    expect(version(fanvil({ ...ACCOUNT }))).toBe(version(fanvil(ACCOUNT)));
    expect(version(fanvil({ ...ACCOUNT, password: "another" }))).not.toBe(version(fanvil(ACCOUNT)));
  });

  it("Linphone's entries are all overwritten, in its namespace", () => {
    const document = parseXml(textOf(linphone(ACCOUNT)));
    expect(document.documentElement.namespaceURI).toBe("http://www.linphone.org/xsds/lpconfig.xsd");
    const marks = [...document.getElementsByTagName("entry")].map((entry) =>
      entry.getAttribute("overwrite"),
    );
    expect(new Set(marks)).toEqual(new Set(["true"]));
    expect(readEntries(textOf(linphone(ACCOUNT)))("sip", "default_proxy")).toBe("0");
  });

  it("no file names the MAC address of a phone", () => {
    for (const { make } of Object.values(FORMATS))
      expect(textOf(make(ACCOUNT))).not.toMatch(/mac/i);
  });

  it("Snom's settings are those of the first identity", () => {
    const settings = parseXml(textOf(snom(ACCOUNT))).querySelector("phone-settings");
    const indexes = [...(settings?.children ?? [])].map((one) => one.getAttribute("idx"));
    expect(new Set(indexes)).toEqual(new Set(["1"]));
  });

  it("a code that no phone's screen shows whole is refused", () => {
    const free = MAX_CODE_BYTES - bytes({ ...ACCOUNT, password: "" });
    expect(bytes({ ...ACCOUNT, password: "x".repeat(free) })).toBe(MAX_CODE_BYTES);
    expect(grandstreamWave({ ...ACCOUNT, password: "x".repeat(free + 1) })).toEqual({
      problem: "tooLong",
    });
  });

  it("a Cloud ID is letters and digits", () => {
    for (const id of ["", "a b", "a@b", "Ё"]) {
      expect(acrobits(ACCOUNT, id)).toEqual({ problem: "notCloudId" });
    }
  });

  it("an account without a name is shown by its short number", () => {
    const nameless = { ...ACCOUNT, name: "" };
    expect(readXml(textOf(grandstream(nameless)))("P3")).toBe("214");
    expect(readIni(textOf(microsip(nameless)), "Account1")("label")).toBe("214");
    expect(readEntries(textOf(linphone(nameless)))("proxy_0", "reg_identity")).toMatch(/^<sip:/);
  });
});
