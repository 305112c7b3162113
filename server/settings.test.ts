import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { environment, readSettings } from "./settings.ts";
import { SettingsError } from "./settingsError.ts";

function envFile(text: string | Buffer): string {
  const dir = mkdtempSync(join(tmpdir(), "pult-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const file = join(dir, ".env");
  writeFileSync(file, text);
  return file;
}

describe("readSettings", () => {
  it("has a default for everything except the token", () => {
    const defaults = {
      token: undefined,
      client: "10553",
      url: "https://restapi.plusofon.ru",
      host: "127.0.0.1",
      allowedHosts: ["localhost"],
      basePath: "",
      port: 8080,
      log: undefined,
      network: {},
      login: { kind: "none" },
      store: { file: join("data", "pult.db") },
      alerts: { smtp: undefined, telegramUrl: "https://api.telegram.org", publicUrl: undefined },
      watchEveryMs: 30_000,
      sandbox: { accounts: 24, seed: 1 },
    };
    expect(readSettings({})).toEqual(defaults);
    const empty = { PLUSOFON_TOKEN: " ", PORT: "", PLUSOFON_URL: "", PULT_HOST: "" };
    expect(readSettings(empty)).toEqual(defaults);
  });

  it("reads every variable", () => {
    const env = {
      PLUSOFON_TOKEN: " 12|abc \n",
      PLUSOFON_CLIENT: "7",
      PLUSOFON_URL: "http://127.0.0.1:4010/",
      PULT_HOST: "::",
      PORT: "0",
      PULT_LOG: "off",
      SANDBOX_ACCOUNTS: "5000",
      SANDBOX_SEED: "9",
      WATCH_EVERY: "1",
      BASE_PATH: "pult/",
      ALLOWED_HOSTS: "Pult.example , 10.0.0.5",
      DATA_DIR: "/var/lib/pult",
      DATABASE_URL: "postgres://pult:hunter2@db/pult",
      LOGIN: "local",
      PUBLIC_URL: "https://pult.example.com/pult/",
    };
    expect(readSettings(env)).toEqual({
      token: "12|abc",
      client: "7",
      url: "http://127.0.0.1:4010",
      host: "::",
      allowedHosts: ["pult.example", "10.0.0.5"],
      basePath: "/pult",
      port: 0,
      log: "off",
      network: {},
      login: { kind: "local", publicUrl: "https://pult.example.com/pult" },
      store: { url: "postgres://pult:hunter2@db/pult" },
      alerts: {
        smtp: undefined,
        telegramUrl: "https://api.telegram.org",
        publicUrl: "https://pult.example.com/pult",
      },
      watchEveryMs: 1_000,
      sandbox: { accounts: 5000, seed: 9 },
    });
  });

  it("accepts a base path with or without slashes", () => {
    const paths = ["/pult", "pult", "/pult/", "/a/b-c/", "/", "", "/apiary"];
    const read = paths.map((BASE_PATH) => readSettings({ BASE_PATH }).basePath);
    expect(read).toEqual(["/pult", "/pult", "/pult", "/a/b-c", "", "", "/apiary"]);
  });

  it("accepts IP addresses and converts Cyrillic names as browsers do", () => {
    const ALLOWED_HOSTS = "Пульт.рф,[fd00::7]:8443, fd00::7 ,a.ru:8443,сервер:8080";
    expect(readSettings({ ALLOWED_HOSTS }).allowedHosts).toEqual([
      "xn--k1ahkc0c.xn--p1ai",
      "[fd00::7]:8443",
      "fd00::7",
      "a.ru:8443",
      "xn--b1afb6bcb:8080",
    ]);
  });

  it.each([
    ["ALLOWED_HOSTS", "https://pult.example"],
    ["ALLOWED_HOSTS", "a b"],
    ["ALLOWED_HOSTS", "a,,b"],
    ["ALLOWED_HOSTS", "*.example.ru"],
    ["DATABASE_URL", "db/pult"],
    ["DATABASE_URL", "mysql://hunter2@db/pult"],
    ["BASE_PATH", "/a b"],
    ["BASE_PATH", "//evil.example"],
    ["BASE_PATH", "/a/../b"],
    ["BASE_PATH", '/"><script>'],
    ["BASE_PATH", "/api/pult"],
    ["BASE_PATH", "assets"],
    ["BASE_PATH", "/handover"],
    ["PORT", "80a"],
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["PULT_HOST", "a b"],
    ["PULT_LOG", "loud"],
    ["PLUSOFON_CLIENT", "1\n2"],
    ["PLUSOFON_TOKEN", "Bearer abc"],
    ["PLUSOFON_TOKEN", "a\r\nX: y"],
    ["PLUSOFON_TOKEN", '"12|abc'],
    ["PLUSOFON_URL", "restapi.plusofon.ru"],
    ["PLUSOFON_URL", "http://restapi.plusofon.ru"],
    ["PLUSOFON_URL", "http://127.0.0.1.example.com"],
    ["PLUSOFON_URL", "https://user:pass@restapi.plusofon.ru"],
    ["PLUSOFON_URL", "https://restapi.plusofon.ru/?a=1"],
    ["PLUSOFON_URL", "file:///etc"],
    ["SANDBOX_ACCOUNTS", "many"],
    ["SANDBOX_SEED", "1.5"],
  ])("rejects %s=%j in one sentence", (name, value) => {
    const read = () => readSettings({ [name]: value });
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(new RegExp(`^${name} has to be [^\\n]+\\.$`));
  });

  it("does not quote the token in an error", () => {
    expect(() => readSettings({ PLUSOFON_TOKEN: "Bearer abc" })).not.toThrow("abc");
  });
});

describe("environment", () => {
  it("takes precedence over the file", () => {
    const file = envFile("PORT=1\nALLOWED_HOSTS=pult.example # mine\n");
    expect(environment(file, { PORT: "2" })).toEqual({
      PORT: "2",
      ALLOWED_HOSTS: "pult.example",
    });
  });

  it("reads HOST and LOG from the file only, since shells set them for other purposes", () => {
    const shell = { HOST: "x86_64-linux", LOG: "/var/log/x" };
    expect(readSettings(environment("/nowhere", shell))).toEqual(readSettings({}));
    const fromFile = { host: "::1", log: "off" };
    const file = envFile("HOST=::1\nLOG=off\n");
    expect(readSettings(environment(file, shell))).toMatchObject(fromFile);
    const env = { ...shell, PULT_HOST: "10.0.0.5", PULT_LOG: "all" };
    expect(readSettings(environment(file, env))).toMatchObject({ host: "10.0.0.5", log: "all" });
  });

  it("reads the token from a separate file, and fails if that holds none", () => {
    const PLUSOFON_TOKEN_FILE = envFile("12|abc\n");
    expect(environment("/nowhere", { PLUSOFON_TOKEN_FILE }).PLUSOFON_TOKEN).toBe("12|abc");
    expect(environment("/nowhere", { PLUSOFON_TOKEN_FILE: "" }).PLUSOFON_TOKEN).toBeUndefined();
    const unicode = envFile(Buffer.from("\ufeff12|abc\r\n", "utf16le"));
    expect(environment("/nowhere", { PLUSOFON_TOKEN_FILE: unicode }).PLUSOFON_TOKEN).toBe("12|abc");
    for (const env of [
      { PLUSOFON_TOKEN_FILE: "/nowhere/token" },
      { PLUSOFON_TOKEN_FILE: envFile(" \n") },
      { PLUSOFON_TOKEN_FILE, PLUSOFON_TOKEN: "34|def" },
    ]) {
      const read = () => environment("/nowhere", env);
      expect(read).toThrow(SettingsError);
      expect(read).not.toThrow(/12|34|nowhere/);
    }
  });

  it("does not require a file", () => {
    expect(environment("/nowhere/.env", { PORT: "2" })).toEqual({ PORT: "2" });
  });
});
