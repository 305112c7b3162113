import { X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rootCertificates } from "node:tls";
import { describe, expect, it, onTestFinished } from "vitest";
import { networkOf } from "./networkSettings.ts";
import { COMPANY_CA } from "#proxy/testing/network.ts";

function fileWith(content: string | Buffer): string {
  const dir = mkdtempSync(join(tmpdir(), "pult-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  writeFileSync(join(dir, "ca"), content);
  return join(dir, "ca");
}

const der = new X509Certificate(COMPANY_CA).raw;
const pem = new X509Certificate(COMPANY_CA).toString();

it("without a setting the way is direct, and Node's own authorities count", () => {
  const nothing = { proxy: undefined, noProxy: undefined, ca: undefined };
  expect(networkOf({})).toEqual(nothing);
  expect(networkOf({ HTTPS_PROXY: " ", NO_PROXY: "", PLUSOFON_CA_FILE: "" })).toEqual(nothing);
});

describe("a proxy", () => {
  it.each([
    [{ HTTPS_PROXY: "http://proxy:3128" }, "http://proxy:3128"],
    [{ https_proxy: "http://low:1", HTTPS_PROXY: "http://high:1" }, "http://low:1"],
    [{ https_proxy: "", HTTPS_PROXY: "http://high:1" }, "http://high:1"],
    [{ HTTPS_PROXY: "proxy:3128" }, "http://proxy:3128"],
    [{ HTTPS_PROXY: "user:p%40ss@proxy:3128" }, "http://user:p%40ss@proxy:3128"],
    [{ HTTPS_PROXY: "https://proxy" }, "https://proxy"],
    [{ HTTP_PROXY: "http://proxy:3128" }, undefined],
  ])("of %j is %s", (env, proxy) => {
    expect(networkOf(env).proxy).toBe(proxy);
  });

  it.each(["socks5://hunter2@proxy", "http://", "http://a:%hunter2@proxy", "hunter2 b"])(
    "that can't be used is refused in words, without its value: %s",
    (value) => {
      expect(() => networkOf({ HTTPS_PROXY: value })).toThrow(/^HTTPS_PROXY has to be/);
      expect(() => networkOf({ HTTPS_PROXY: value })).not.toThrow(/hunter2/);
    },
  );

  it("is left out for the names of no_proxy and NO_PROXY", () => {
    expect(networkOf({ NO_PROXY: "a,b" }).noProxy).toBe("a,b");
    expect(networkOf({ NO_PROXY: "a,b", no_proxy: "c" }).noProxy).toBe("c");
  });
});

describe("a file of authorities", () => {
  it.each([
    ["PEM", COMPANY_CA],
    [
      "PEM after a byte order mark and words, with line breaks of Windows",
      `\ufeffOur root\r\n${COMPANY_CA.replaceAll("\n", "\r\n")}`,
    ],
    ["DER", der],
  ])("is read as %s, and Node's own authorities count too", (_, content) => {
    const ca = networkOf({ PLUSOFON_CA_FILE: fileWith(content) }).ca;
    expect(ca).toEqual([...rootCertificates, pem]);
  });

  it("may hold several, and is added to NODE_EXTRA_CA_CERTS", () => {
    const file = fileWith(COMPANY_CA + COMPANY_CA);
    const env = { PLUSOFON_CA_FILE: file, NODE_EXTRA_CA_CERTS: fileWith(COMPANY_CA) };
    expect(networkOf(env).ca).toEqual([...rootCertificates, pem, pem, pem]);
  });

  it("that NODE_EXTRA_CA_CERTS names and that is not there is Node's to tell", () => {
    expect(networkOf({ NODE_EXTRA_CA_CERTS: "/nowhere" }).ca).toEqual([...rootCertificates]);
  });

  it.each([
    "",
    "not a certificate",
    "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
  ])("that holds none ends the start in words: %j", (content) => {
    expect(() => networkOf({ PLUSOFON_CA_FILE: fileWith(content) })).toThrow(
      /^PLUSOFON_CA_FILE has to name a file of certificates/,
    );
  });

  it("that is not there ends the start in words", () => {
    expect(() => networkOf({ PLUSOFON_CA_FILE: "/nowhere" })).toThrow(/^PLUSOFON_CA_FILE/);
  });
});
