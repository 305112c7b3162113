import { afterEach, describe, expect, it, vi } from "vitest";
import { call } from "./client.ts";
import { listAllowedDirections, listDirections } from "./directions.ts";
import { listExternalNumbers, listExternalStatuses } from "./externalNumbers.ts";
import type { Operation } from "./operation.ts";
import { operationList } from "./operations.ts";
import { parseResponse } from "./parseResponse.ts";
import { sampleList, samples } from "./samples/index.ts";
import { stubFetch, text } from "./samples/stubFetch.ts";
import { getSipAccount, listSipAccounts, listSipStatuses } from "./sip.ts";
import { listScenarios } from "./sipScenarios.ts";

afterEach(() => vi.unstubAllGlobals());

const [account] = samples.listSipAccounts.response.data;
const [scenario] = samples.listScenarios.response.data;

/** As on the wire, where numbers may be larger than JavaScript's. */
async function reading(op: Operation, body: string) {
  stubFetch(() => text(body));
  const row = sampleList.find(({ operation }) => operation.name === op.name);
  return await call(op, (row?.request ?? {}) as never);
}

/** As PHP writes an array with gaps. */
const gaps = <T>(...rows: T[]) =>
  Object.fromEntries(rows.map((row, place) => [String(2 * place), row]));

const ACTIVE = { id: 40, name: "SIP", endpoints: [{ type: "sip", timeout: 50 }] };

describe("a row that can't be read", () => {
  it.each([
    [{ name: null }, "name"],
    [{ number: null }, "number"],
    [{ number: undefined }, "number"],
    [{ id: null }, "id"],
    [{ id: 0 }, "id"],
    [{ id: -25 }, "id"],
    [{ id: "9007199254740993" }, "id"],
    [{ number: [] }, "number"],
    [{ finally_created: null }, "finally_created"],
    [{ aon: {} }, "aon.id"],
    [{ aon: "79993332210" }, "aon"],
    [{ aon: { id: 1, number: null } }, "aon.number"],
    [
      { active_sip_scenario: { ...ACTIVE, endpoints: [{ type: "sip", timeout: null }] } },
      "active_sip_scenario.endpoints.0.timeout",
    ],
    [{ active_sip_scenario: [ACTIVE] }, "active_sip_scenario"],
  ])(
    "(%j) is listed apart with its field; the other rows are parsed as usual",
    async (wrong, field) => {
      const data = [account, { ...account, id: 25, ...wrong }, { ...account, id: 26 }];
      const answer = await reading(listSipAccounts, JSON.stringify({ data, total: 3 }));
      expect(answer.data).toMatchObject({ data: [{ id: 79 }, { id: 26 }], total: 3 });
      expect(answer.invalidRows[0]?.field).toBe(field);
    },
  );

  it("is not a row that lacks only optional fields", async () => {
    const row = {
      ...account,
      role: {},
      kazoo_id: [1],
      aon: { id: 1, number: "1", phone_type: {} },
    };
    const answer = await reading(listSipAccounts, JSON.stringify({ data: [row] }));
    expect(answer).toMatchObject({
      invalidRows: [],
      data: { data: [{ id: 79, aon: { number: "1" } }] },
    });
  });

  it.each([null, "x", 7, [], [1], true, { a: { b: [null] } }])("may be %j", async (junk) => {
    const answer = await reading(listSipAccounts, JSON.stringify({ data: [junk, account] }));
    expect(answer.data).toMatchObject({ data: [{ id: 79 }] });
    expect(answer.invalidRows).toMatchObject([{ id: undefined, name: "", number: "" }]);
  });

  it("is identified by its readable fields", async () => {
    const invalidRows = { ...account, id: "25", number: null, password: "hunter2" };
    const answer = await reading(listSipAccounts, JSON.stringify({ data: [invalidRows] }));
    expect(answer.invalidRows).toEqual([{ id: 25, name: "Sip1", number: "", field: "number" }]);
  });

  it("has no id if JSON.parse rounded it", async () => {
    const row = JSON.stringify(account).replace('"id":79', '"id":9007199254740993');
    const { invalidRows } = await reading(listSipAccounts, `{"data":[${row}]}`);
    expect(invalidRows).toMatchObject([{ id: undefined, name: "Sip1", field: "id" }]);
  });

  it("hides no other row of any list", async () => {
    const lists = operationList.filter(({ rows, params }) => rows !== undefined && !params);
    for (const op of [...lists, listScenarios]) {
      const sample = sampleList.find(({ operation }) => operation.name === op.name);
      const response = sample?.response as Record<string, unknown>;
      const rows = response[op.rows ?? ""];
      const isMap = !Array.isArray(rows);
      const given = isMap ? { ...(rows as object), "999": "junk" } : [...rows, null, "junk"];
      const { invalidRows, data } = await reading(
        op,
        JSON.stringify({ ...response, [op.rows ?? ""]: given }),
      );
      expect(invalidRows).toHaveLength(isMap ? 1 : 2);
      expect(data).toStrictEqual(sample?.result);
    }
  });

  it("may be a status, a registration or a scenario", async () => {
    const statuses = { data: [{ id: 1, name: "a", on_line: null }] };
    expect((await reading(listSipStatuses, JSON.stringify(statuses))).invalidRows).toMatchObject([
      { id: 1, field: "on_line" },
    ]);
    const registrations = { status: [{ login: null }, { login: "b" }] };
    expect(
      (await reading(listExternalStatuses, JSON.stringify(registrations))).invalidRows,
    ).toHaveLength(1);
    const endpoints = [
      { type: "sip", timeout: 20 },
      { type: "mob", timeout: null },
    ];
    const list = { data: [{ ...scenario, endpoints }] };
    expect((await reading(listScenarios, JSON.stringify(list))).invalidRows).toMatchObject([
      { field: "endpoints.1.timeout" },
    ]);
    const external = { external_numbers: [{ id: 3, number: null, type: "АТС" }] };
    expect(
      (await reading(listExternalNumbers, JSON.stringify(external))).invalidRows,
    ).toMatchObject([{ id: 3, field: "number" }]);
  });
});

describe("parseResponse accepts", () => {
  it("an empty list in the place of an object", async () => {
    const row = { ...account, aon: [], active_sip_scenario: [] };
    const answer = await reading(listSipAccounts, JSON.stringify({ data: [row] }));
    expect(answer.invalidRows).toEqual([]);
    expect(answer.data).toMatchObject({ data: [{ aon: null, active_sip_scenario: null }] });
    const one = { ...samples.getSipAccount.response, aon: [], sip_scenarios: [] };
    expect((await reading(getSipAccount, JSON.stringify(one))).data).toMatchObject({ aon: null });
  });

  it("a country that is open by its code, with or without its name", async () => {
    const directions = { "36": null, "58": { name: null }, "7": { code: 7, name: "Россия" } };
    const { data, invalidRows } = await reading(
      listAllowedDirections,
      JSON.stringify({ directions }),
    );
    expect(Object.keys(Object(data).directions as object)).toEqual(["7", "36", "58"]);
    expect(invalidRows).toEqual([]);
  });

  it("rows in an object with numbers for keys, and paging under meta", async () => {
    const body = { data: { "0": account, "2": { ...account, id: 80 } }, meta: { total: "40" } };
    const { data } = await reading(listSipAccounts, JSON.stringify(body));
    expect(data).toMatchObject({ data: [{ id: 79 }, { id: 80 }], total: 40 });
  });

  it("any list that PHP writes as an object, for its keys have gaps", async () => {
    const { external_numbers: numbers } = samples.listExternalNumbers.response;
    const connected = { external_numbers: gaps(...numbers) };
    expect(await reading(listExternalNumbers, JSON.stringify(connected))).toEqual(
      await reading(listExternalNumbers, JSON.stringify({ external_numbers: numbers })),
    );
    const scenarios = {
      "0": { ...scenario, endpoints: gaps(...ACTIVE.endpoints) },
      "3": { id: 7 },
    };
    const one = { ...samples.getSipAccount.response, sip_scenarios: scenarios };
    expect(await reading(getSipAccount, JSON.stringify(one))).toMatchObject({
      data: { sip_scenarios: [{ endpoints: ACTIVE.endpoints }] },
      invalidRows: [{ id: 7, field: "name" }],
    });
  });

  it.each([null, "many", [], -1.5])("paging of %j, and counts the rows", async (nothing) => {
    const paging = { current_page: nothing, last_page: nothing, per_page: nothing, total: nothing };
    const { data } = await reading(listSipAccounts, JSON.stringify({ data: [account], ...paging }));
    expect(data).toMatchObject({ data: [{ id: 79 }], last_page: 1, per_page: 15 });
    expect(data).not.toHaveProperty("total");
  });

  it("a paginator that counts no pages and names a next one", async () => {
    const body = { data: [account], current_page: 2, next_page_url: "http://localhost/?page=3" };
    expect((await reading(listSipAccounts, JSON.stringify(body))).data).toMatchObject({
      last_page: 3,
    });
  });
});

it("an invalid entry of what is open names its dial code", () => {
  const answer = parseResponse(listAllowedDirections, { directions: { "36": "Венгрия" } });
  expect(answer).toMatchObject({
    data: { directions: {} },
    invalidRows: [{ number: "36", name: "" }],
  });
});

it("a response without its list is reported with the path", () => {
  expect(parseResponse(listSipAccounts, { success: true })).toEqual({ invalidPath: "data" });
  expect(parseResponse(listDirections, { directions: null })).toEqual({
    invalidPath: "directions",
  });
  expect(parseResponse(getSipAccount, { data: {} })).toEqual({ invalidPath: "id" });
  expect(parseResponse(listSipAccounts, null)).toEqual({ invalidPath: "" });
});
