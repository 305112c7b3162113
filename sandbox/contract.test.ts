import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { label, type Operation, buildPath, type Request } from "#api/operation.ts";
import { type OperationName, type Operations, operations } from "#api/operations.ts";
import { samples } from "#api/samples/index.ts";
import { startTestSandbox, type TestSandbox } from "./testing.ts";

const scenario: Request<Operations["createScenario"]>["body"] = {
  name: "Вечер",
  sequence_rule: "simultaneous",
  sip_timeout: 10,
  phones: [{ number: "79000000001", timeout: 25 }],
  voicemail: true,
  voicemail_media_id: 57,
};
const ate = { host: "sip.x.example", port: 5060, login: "111", secret: "s" };

/** A valid request for every operation, on a fresh office. */
const requests: { [Name in OperationName]: Request<Operations[Name]> } = {
  listSipAccounts: {},
  listSipStatuses: {},
  getSipAccount: { params: { id: 25 } },
  createSipAccount: {
    body: { name: "Диспетчер", number: 300, aon: 15, sip_timeout: 50, phone_number: "79993332210" },
  },
  updateSipAccount: { params: { id: 42 }, body: { name: "Иван", number: 301, aon: 22 } },
  deleteSipAccount: { params: { id: 42 } },
  listScenarios: { params: { id: 25 }, query: { page: 1 } },
  createScenario: { params: { id: 25 }, body: scenario },
  replaceScenario: { params: { id: 25, sid: 41 }, body: scenario },
  activateScenario: { params: { id: 25, sid: 41 } },
  deleteScenario: { params: { id: 25, sid: 40 } },
  listExternalNumbers: {},
  listExternalStatuses: { body: { logins: ["21201588169353"] } },
  createExternalNumber: { params: { type: "ate" }, body: { ...ate, number: 74_950_003_001 } },
  updateExternalNumber: {
    params: { type: "sipuri", id: 3 },
    body: { host: "sip.y.example", number: 74_950_003_002 },
  },
  followExternalNumber: {
    body: { number_type: "ate", number_id: 17, type: "sip", sip_id: 25, cli_type: "Y" },
  },
  deleteExternalNumber: { params: { type: "ate", id: 1 } },
  listSmartNumbers: { body: { user_id: 40 } },
  createSmartNumber: { body: { phone_b: "79993332210", user_id: 15, description: "quas" } },
  deleteSmartNumber: { params: { id: 5 } },
  getVoicemail: {},
  updateVoicemail: { body: { send: true, email: "test@mail.ru" } },
  listAllowedDirections: {},
  openDirections: { body: { direction_ids: [2] } },
  closeDirections: { body: { codes: ["7"] } },
  listDirections: {},
  listNumbers: {},
  listMedia: {},
  listGroups: {},
  listCallScenarios: {},
  listCallQueues: {},
};

/** Documented fields that are missing in the documented samples. */
const BEYOND_SAMPLES = new Set(["external_numbers.id", "data.owner_type"]);

/** The dotted paths of all fields; array rows share their paths. */
function fieldPaths(value: unknown, above = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => fieldPaths(item, above));
  if (typeof value !== "object" || value === null) return above === "" ? [] : [above];
  return Object.entries(value).flatMap(([key, item]) => {
    // A map's keys are data.
    const field = /^\d+$/.test(key) ? "#" : key;
    return fieldPaths(item, above === "" ? field : `${above}.${field}`);
  });
}

/** Omits fields that may be null, because either side may lack the fields below them. */
function comparablePaths(value: unknown): string[] {
  const nullable = new Set(["data.aon", "data.active_sip_scenario", "aon"]);
  const fields = new Set(fieldPaths(value));
  return [...fields].filter((each) => !nullable.has(each) && !BEYOND_SAMPLES.has(each)).sort();
}

describe("every operation over HTTP", () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterAll(() => sandbox.close());

  it.each(Object.keys(operations) as OperationName[])("%s", async (name) => {
    const op: Operation = operations[name];
    const { params, body } = requests[name] as { params?: Record<string, unknown>; body?: unknown };
    await sandbox.send("POST", "/__sandbox/reset");
    const options = body === undefined ? {} : { body };
    const { status, json, headers } = await sandbox.send(op.method, buildPath(op, params), options);

    const creates = name.startsWith("create");
    expect({ [label(op)]: status, json }).toEqual({ [label(op)]: creates ? 201 : 200, json });
    expect(z.safeParse(op.response, json).error).toBeUndefined();
    expect(comparablePaths(json)).toEqual(comparablePaths(samples[name].response));
    expect(headers["content-type"]).toBe("application/json");
    expect(typeof headers.location).toBe(op.location === true ? "string" : "undefined");
  });
});
