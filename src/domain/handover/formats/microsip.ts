import { type Credentials, hostText } from "../credentials.ts";
import { displayLabel, findRefusal, type Made } from "../provisioning.ts";

const BOM = "\uFEFF";

/**
 * `MicroSIP.ini`, which replaces all accounts of MicroSIP for Windows; see "MicroSIP online help",
 * https://www.microsip.org/help. In UTF-16: Windows reads any other file in the code page of its
 * language, where Cyrillic names may be lost.
 */
export function microsip(credentials: Credentials): Made {
  const account = microsipSection(credentials);
  if (typeof account !== "string") return account;
  const text = `${BOM}[Settings]\r\naccountId=1\r\n\r\n${account}`;
  return { fileName: "MicroSIP.ini", text, encoding: "utf-16le" };
}

/** The section of one account, to be put into a `MicroSIP.ini` that has others. */
export function microsipSection(credentials: Credentials, index = 1) {
  const { name, login, password, server, transport } = credentials;
  const refusal = findRefusal(credentials);
  if (refusal !== undefined) return refusal;
  const lines = Object.entries({
    label: displayLabel(credentials),
    server: hostText(credentials),
    proxy: "",
    domain: server,
    username: login,
    password,
    authID: login,
    displayName: name,
    transport,
    registerRefresh: "300",
    keepAlive: "15",
  }).map(([key, value]) => `${key}=${escapeIni(value)}\r\n`);
  return `[Account${index}]\r\n${lines.join("")}`;
}

/**
 * Windows takes a value as it is, but for blanks at its ends, which it cuts off, and one pair of
 * quotation marks around it, which it removes (GetPrivateProfileString): a value that has either gets
 * a pair. A semicolon begins a comment only at the beginning of a line.
 */
function escapeIni(value: string): string {
  const hasMarks = /^(["']).*\1$/s.test(value);
  return hasMarks || value.trim() !== value ? `"${value}"` : value;
}
