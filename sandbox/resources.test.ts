import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { at, startTestSandbox } from "./testing.ts";

const sandbox = await startTestSandbox();
beforeEach(() => sandbox.send("POST", "/__sandbox/reset"));
afterAll(() => sandbox.close());

interface Direction {
  id: string;
  code: number;
}

const field = async (path: string, name: string, body?: object) =>
  at((await sandbox.api("GET", path, { body })).json, name);
const listOpen = () => field("/direction", "directions");
const listAll = async (): Promise<Direction[]> => Object(await field("/directions", "directions"));
const listExternal = async () => Object(await field("/number/external", "external_numbers"));
const listStatuses = async (logins: string[]) =>
  Object(await field("/number/external/status", "status", { logins }));
const listSmart = async () => Object(await field("/smart-numbers?user_id=15", "data"));

describe("directions", () => {
  it("are closed by dial code, with all destinations that share it", async () => {
    const american = (await listAll()).filter(({ code }) => code === 1);
    expect(american.length).toBeGreaterThan(2);
    const direction_ids = american.map(({ id }) => Number(id));
    await sandbox.api("PUT", "/direction", { body: { direction_ids } });
    expect(at(await listOpen(), "1")).toMatchObject({ code: "1" });
    await sandbox.api("DELETE", "/direction", { body: { codes: ["1"] } });
    expect(at(await listOpen(), "1")).toBeUndefined();
    expect(at(await listOpen(), "7")).toEqual({
      code: "7",
      name: "Россия",
      english_name: "Russia",
    });
  });

  it("are an empty array when all are closed", async () => {
    const codes = Object.keys(Object(await listOpen()));
    await sandbox.api("DELETE", "/direction", { body: { codes } });
    expect(await listOpen()).toEqual([]);
  });

  it("have string ids, numeric codes, and include the risky ones", async () => {
    const rows = await listAll();
    expect(rows.length).toBeGreaterThan(60);
    expect(rows[0]).toEqual({
      id: "1",
      name: "Австралийские внеш. террит-и",
      english_name: "Australian External Territorie",
      code: 672,
    });
    const codes = new Set(rows.map(({ code }) => code));
    expect([870, 881, 882, 883, 979].filter((code) => !codes.has(code))).toEqual([]);
  });

  it("are not opened at all when one id is unknown", async () => {
    const before = await listOpen();
    const body = { direction_ids: [1, 9999] };
    const { status, json } = await sandbox.api("PUT", "/direction", { body });
    expect(status).toBe(422);
    expect(at(json, "errors")).toEqual({
      "direction_ids.1": ["The selected direction_ids.1 is invalid."],
    });
    expect(await listOpen()).toEqual(before);
  });
});

describe("external numbers", () => {
  const connection = { host: "sip.x.example", number: 74_950_003_001 };

  it("include both types, one row without an id, one not registered", async () => {
    const rows: Record<string, unknown>[] = await listExternal();
    expect(new Set(rows.map(({ type }) => type))).toEqual(new Set(["АТС", "SIP-URI"]));
    expect(rows.filter((row) => !("id" in row))).toHaveLength(1);
    expect(rows.filter(({ status }) => status === false)).toHaveLength(1);
    for (const row of rows) expect("host" in row).toBe(row.type === "SIP-URI");
  });

  it("are connected, changed and disconnected", async () => {
    await sandbox.api("PUT", "/number/external/sipuri", { body: connection });
    const createdNumber = (await listExternal()).at(-1);
    expect(createdNumber).toMatchObject({
      number: "74950003001",
      source: "sip.x.example",
      host: "4229174950003001@ext.plusofon.example",
      type: "SIP-URI",
    });
    const path = `/number/external/sipuri/${createdNumber.id}`;
    await sandbox.api("PATCH", path, { body: { ...connection, host: "sip.y.example" } });
    expect((await listExternal()).at(-1)).toMatchObject({
      id: createdNumber.id,
      source: "sip.y.example",
    });
    const taken = await sandbox.api("PUT", "/number/external/sipuri", { body: connection });
    expect(at(taken.json, "errors.number.0")).toBe("The number has already been taken.");
    await sandbox.api("DELETE", path);
    expect((await listExternal()).map(({ id }: { id?: number }) => id)).not.toContain(
      createdNumber.id,
    );
  });

  it("report the registration of the requested logins, or of all", async () => {
    expect(await listStatuses(["21201588169402", "nobody"])).toEqual([
      { login: "21201588169402", status: "UNREGED", date: "2025-01-15 09:00:00" },
    ]);
    expect(await listStatuses([])).toHaveLength(3);
  });
});

describe("smart numbers and voicemail", () => {
  it("add and delete a smart number", async () => {
    expect(await listSmart()).toEqual([]);
    const body = { phone_b: "79993332210", user_id: 15, description: "quas" };
    await sandbox.api("POST", "/smart-numbers", { body });
    const [createdNumber] = await listSmart();
    expect(createdNumber).toMatchObject({
      user_id: 15,
      phoneB: "79993332210",
      description: "quas",
      created_at: "2025-01-15 09:00:00",
    });
    await sandbox.api("DELETE", `/smart-numbers/${createdNumber.id}`);
    expect(await listSmart()).toEqual([]);
  });

  it("save the voicemail settings", async () => {
    const body = { send: false, email: "" };
    await sandbox.api("PATCH", "/voicemail", { body });
    expect((await sandbox.api("GET", "/voicemail")).json).toEqual(body);
  });
});
