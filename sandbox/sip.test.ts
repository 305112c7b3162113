import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { CREATION_MS } from "./account.ts";
import { accountAt, at, startTestSandbox } from "./testing.ts";

const sandbox = await startTestSandbox();
beforeEach(() => sandbox.send("POST", "/__sandbox/reset"));
afterAll(() => sandbox.close());

const listScenarios = async () => (await sandbox.api("GET", "/sip/25/scenarios")).json;
/** Ids of the active scenarios of the first account. */
const activeScenarioIds = async () =>
  Object(at(await listScenarios(), "data"))
    .filter(({ active }: { active: boolean }) => active)
    .map(({ id }: { id: number }) => id);

const scenario = {
  name: "Вечер",
  sequence_rule: "simultaneous",
  sip_timeout: 10,
  phones: [{ number: "79000000001", timeout: 25 }],
  voicemail: true,
};

describe("an account", () => {
  it("is created at its Location, becomes ready after a while, and is deleted", async () => {
    const body = {
      name: "Диспетчер",
      number: 300,
      role: "Отдел продаж",
      aon: 15,
      sip_timeout: 50,
      phone_number: "79993332210",
      phone_timeout: 25,
    };
    const { headers, json } = await sandbox.api("PUT", "/sip", { body });
    expect(json).toEqual({ success: true });
    const { pathname, origin } = new URL(String(headers.location));
    expect(origin).toBe("http://localhost");

    const createdAccount = (await sandbox.send("GET", pathname)).json;
    expect(createdAccount).toMatchObject({
      name: "Диспетчер",
      number: 300,
      role: "Отдел продаж",
      finally_created: false,
      aon: { id: 15, number: "74950000015" },
      sip_scenarios: [
        {
          active: true,
          endpoints: [
            { type: "sip", timeout: 50 },
            { type: "mob", timeout: 25 },
          ],
        },
      ],
    });
    sandbox.clock.now += CREATION_MS;
    expect(at((await sandbox.send("GET", pathname)).json, "finally_created")).toBe(true);

    expect((await sandbox.send("DELETE", pathname)).json).toEqual({ success: true });
    expect((await sandbox.send("GET", pathname)).status).toBe(404);
  });

  it("changes only the fields of a PATCH", async () => {
    const before = (await sandbox.api("GET", "/sip/25")).json;
    await sandbox.api("PATCH", "/sip/25", { body: { password: "new-pass" } });
    const after = (await sandbox.api("GET", "/sip/25")).json;
    expect(after).toEqual({ ...Object(before), password: "new-pass" });
  });

  it("is offline while it is being created", async () => {
    const accountInCreation = accountAt(sandbox, 6);
    const { json } = await sandbox.api("GET", "/sip/statuses?limit=100");
    expect(at(json, "data.6")).toEqual({
      id: accountInCreation.id,
      name: accountInCreation.name,
      on_line: false,
    });
  });
});

describe("scenarios", () => {
  it("return only the types and timeouts of their steps", async () => {
    const { headers } = await sandbox.api("POST", "/sip/25/scenarios", { body: scenario });
    const id = Number(String(headers.location).split("/").at(-1));
    expect(new URL(String(headers.location)).pathname).toBe(`/api/v1/sip/25/scenarios/${id}`);
    expect(Object(at(await listScenarios(), "data")).at(-1)).toEqual({
      id,
      name: "Вечер",
      active: false,
      endpoints: [
        { type: "sip", timeout: 10 },
        { type: "mob", timeout: 25 },
      ],
    });
  });

  it("are replaced by a PUT: omitted phones are removed", async () => {
    const { phones: _, ...bare } = scenario;
    await sandbox.api("PUT", "/sip/25/scenarios/41", { body: bare });
    expect(at(await listScenarios(), "data.1")).toMatchObject({
      id: 41,
      name: "Вечер",
      endpoints: [{ type: "sip", timeout: 10 }],
    });
  });

  it("have exactly one active after every activation and deletion", async () => {
    await sandbox.api("PATCH", "/sip/25/scenarios/41");
    expect(await activeScenarioIds()).toEqual([41]);
    await sandbox.api("DELETE", "/sip/25/scenarios/41");
    expect(await activeScenarioIds()).toEqual([40]);
    await sandbox.api("DELETE", "/sip/25/scenarios/42");
    expect(await activeScenarioIds()).toEqual([40]);
    const listed = await sandbox.api("GET", "/sip");
    expect(at(listed.json, "data.0.active_sip_scenario.id")).toBe(40);
  });

  it("can all be deleted, and the next created one is active", async () => {
    for (const id of [40, 41, 42]) await sandbox.api("DELETE", `/sip/25/scenarios/${id}`);
    expect(at((await sandbox.api("GET", "/sip")).json, "data.0.active_sip_scenario")).toBeNull();
    await sandbox.api("POST", "/sip/25/scenarios", { body: scenario });
    expect(await activeScenarioIds()).toHaveLength(1);
  });
});
