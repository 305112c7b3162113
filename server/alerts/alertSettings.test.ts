import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { readSettings } from "#server/settings.ts";

function passwordFile(text: string): string {
  const dir = mkdtempSync(join(tmpdir(), "pult-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const file = join(dir, "password");
  writeFileSync(file, text);
  return file;
}

const read = (env: Record<string, string>) => readSettings(env).alerts;
const FROM = { SMTP_FROM: "Pult <pult@example.com>" };

it("needs none", () => {
  expect(read({})).toEqual({ telegramUrl: "https://api.telegram.org" });
});

it("reads the mail server, with its password from a file", () => {
  const file = passwordFile("a password with spaces \n");
  const login = { SMTP_USER: "pult", SMTP_PASSWORD_FILE: file };
  expect(read({ SMTP_URL: "smtp://mail.example.com:587", ...FROM, ...login }).smtp).toMatchObject({
    host: "mail.example.com",
    port: 587,
    secure: false,
    user: "pult",
    password: "a password with spaces ",
    from: FROM.SMTP_FROM,
  });
  expect(read({ SMTP_URL: "smtps://[::1]/", ...FROM }).smtp).toMatchObject({
    host: "::1",
    port: 465,
    secure: true,
  });
  expect(read({ SMTP_URL: "smtp://localhost", ...FROM }).smtp).toMatchObject({ port: 25 });
});

it("reads Pult's own address and Telegram's", () => {
  const env = { PUBLIC_URL: "https://pult.example.com/", TELEGRAM_URL: "http://127.0.0.1:8081" };
  expect(read(env)).toMatchObject({
    publicUrl: "https://pult.example.com",
    telegramUrl: "http://127.0.0.1:8081",
  });
});

it.each([
  ["SMTP_URL", { SMTP_URL: "mail.example.com" }],
  ["SMTP_URL", { SMTP_URL: "https://mail.example.com" }],
  ["SMTP_URL", { SMTP_URL: "smtp://pult:hunter2@mail.example.com" }],
  ["SMTP_FROM", { SMTP_URL: "smtp://localhost" }],
  ["SMTP_FROM", { SMTP_URL: "smtp://localhost", SMTP_FROM: "nobody" }],
  [
    "SMTP_USER and SMTP_PASSWORD_FILE",
    { SMTP_URL: "smtp://localhost", ...FROM, SMTP_USER: "pult" },
  ],
  [
    "SMTP_PASSWORD_FILE",
    { SMTP_URL: "smtp://localhost", ...FROM, SMTP_USER: "x", SMTP_PASSWORD_FILE: "/none" },
  ],
  ["TELEGRAM_URL", { TELEGRAM_URL: "http://telegram.example.com" }],
])("ends the start where %s is wrong", (name, env) => {
  expect(() => read(env)).toThrow(name);
  expect(() => read(env)).not.toThrow("hunter2");
});
