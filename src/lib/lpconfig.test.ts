// @vitest-environment jsdom
import fc from "fast-check";
import { expect, it } from "vitest";
import { toLpconfig } from "./lpconfig.ts";

type Credentials = Parameters<typeof toLpconfig>[0];

const CREDENTIALS: Credentials = {
  name: "Анна",
  server: "sip.example.com",
  login: "login-of-25",
  password: "secret",
  transport: "udp",
  port: 5060,
};

/** Read back as XML: each entry by section and name. */
function readBack(values: Partial<Credentials>): Record<string, string | null> {
  const xml = new DOMParser().parseFromString(
    toLpconfig({ ...CREDENTIALS, ...values }),
    "application/xml",
  );
  expect(xml.querySelector("parsererror")).toBeNull();
  const { localName, namespaceURI } = xml.documentElement;
  expect([localName, namespaceURI]).toEqual([
    "config",
    "http://www.linphone.org/xsds/lpconfig.xsd",
  ]);
  const entries = [...xml.querySelectorAll("section > entry")];
  expect(entries.every((entry) => entry.getAttribute("overwrite") === "true")).toBe(true);
  return Object.fromEntries(
    entries.map((entry) => [
      `${entry.parentElement?.getAttribute("name")}/${entry.getAttribute("name")}`,
      entry.textContent,
    ]),
  );
}

it("an account is the phone's default one, by its login and with its transport", () => {
  expect(readBack({ transport: "tls", port: 5061 })).toEqual({
    "misc/transient_provisioning": "1",
    "sip/default_proxy": "0",
    "proxy_0/reg_proxy": "<sip:sip.example.com:5061;transport=tls>",
    "proxy_0/reg_identity": '"Анна" <sip:login-of-25@sip.example.com>',
    "proxy_0/reg_sendregister": "1",
    "proxy_0/reg_expires": "3600",
    "auth_info_0/username": "login-of-25",
    "auth_info_0/userid": "login-of-25",
    "auth_info_0/passwd": "secret",
  });
});

it.each([
  [`& < > " ' ; # = % ]]> &amp; <!--`, String.raw`"& < > \" ' ; # = % ]]> &amp; <!--"`],
  ["  Жанна 😀\n\\ ", String.raw`"  Жанна 😀 \\ "`],
  ["control\u0000\u0007 \ud83d", '"control "'],
])("a name such as %j is quoted on one line", (name, quoted) => {
  expect(readBack({ name })["proxy_0/reg_identity"]).toBe(
    `${quoted} <sip:login-of-25@sip.example.com>`,
  );
});

it("an account without a name is its address alone", () => {
  expect(readBack({ name: "" })["proxy_0/reg_identity"]).toBe("<sip:login-of-25@sip.example.com>");
});

it("a login that an address can't hold is encoded there, and nowhere else", () => {
  const read = readBack({ login: "a@b c" });
  expect(read["proxy_0/reg_identity"]).toContain("<sip:a%40b%20c@sip.example.com>");
  expect(read["auth_info_0/username"]).toBe("a@b c");
});

it("a password comes back as it was, whatever it holds", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (text) => {
      const password = text.replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "&<>\"'\r\n\t");
      expect(readBack({ password })["auth_info_0/passwd"]).toBe(password);
    }),
  );
});

it("a password that XML can't hold is not written", () => {
  expect(() => toLpconfig({ ...CREDENTIALS, password: "a\u0000b" })).toThrow("can't hold");
});
