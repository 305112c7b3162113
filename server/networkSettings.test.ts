import { X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rootCertificates } from "node:tls";
import { describe, expect, it, onTestFinished } from "vitest";
import { readNetwork } from "./networkSettings.ts";
import { COMPANY_CA } from "#proxy/testing/network.ts";

function writeCaFile(content: string | Buffer): string {
  const dir = mkdtempSync(join(tmpdir(), "pult-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  writeFileSync(join(dir, "ca"), content);
  return join(dir, "ca");
}

const der = new X509Certificate(COMPANY_CA).raw;
const pem = new X509Certificate(COMPANY_CA).toString();

it("without settings there is no proxy, and only Node's certificate authorities are trusted", () => {
  const defaults = { proxy: undefined, noProxy: undefined, ca: undefined };
  expect(readNetwork({})).toEqual(defaults);
  expect(readNetwork({ HTTPS_PROXY: " ", NO_PROXY: "", PLUSOFON_CA_FILE: "" })).toEqual(defaults);
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
  ])("in %j is %s", (env, proxy) => {
    expect(readNetwork(env).proxy).toBe(proxy);
  });

  it.each(["socks5://hunter2@proxy", "http://", "http://a:%hunter2@proxy", "hunter2 b"])(
    "that is unusable gives an error without its value: %s",
    (value) => {
      expect(() => readNetwork({ HTTPS_PROXY: value })).toThrow(/^HTTPS_PROXY has to be/);
      expect(() => readNetwork({ HTTPS_PROXY: value })).not.toThrow(/hunter2/);
    },
  );

  it("is bypassed for the hosts in no_proxy or NO_PROXY", () => {
    expect(readNetwork({ NO_PROXY: "a,b" }).noProxy).toBe("a,b");
    expect(readNetwork({ NO_PROXY: "a,b", no_proxy: "c" }).noProxy).toBe("c");
  });
});

describe("a file of certificate authorities", () => {
  it.each([
    ["PEM", COMPANY_CA],
    [
      "PEM after a byte order mark and text, with Windows line breaks",
      `\ufeffOur root\r\n${COMPANY_CA.replaceAll("\n", "\r\n")}`,
    ],
    ["DER", der],
  ])("is read as %s, and added to Node's own", (_, content) => {
    const ca = readNetwork({ PLUSOFON_CA_FILE: writeCaFile(content) }).ca;
    expect(ca).toEqual([...rootCertificates, pem]);
  });

  it("may hold several certificates, and is added to NODE_EXTRA_CA_CERTS", () => {
    const file = writeCaFile(COMPANY_CA + COMPANY_CA);
    const env = { PLUSOFON_CA_FILE: file, NODE_EXTRA_CA_CERTS: writeCaFile(COMPANY_CA) };
    expect(readNetwork(env).ca).toEqual([...rootCertificates, pem, pem, pem]);
  });

  it("named by NODE_EXTRA_CA_CERTS may be missing: Node warns about it", () => {
    expect(readNetwork({ NODE_EXTRA_CA_CERTS: "/nowhere" }).ca).toEqual([...rootCertificates]);
  });

  it.each([
    "",
    "not a certificate",
    "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
  ])("without a certificate gives a one-sentence error: %j", (content) => {
    expect(() => readNetwork({ PLUSOFON_CA_FILE: writeCaFile(content) })).toThrow(
      /^PLUSOFON_CA_FILE has to name a file of certificates/,
    );
  });

  it("that is missing gives a one-sentence error", () => {
    expect(() => readNetwork({ PLUSOFON_CA_FILE: "/nowhere" })).toThrow(/^PLUSOFON_CA_FILE/);
  });
});
