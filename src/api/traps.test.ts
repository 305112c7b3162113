import { afterEach, describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import { call, buildRequest } from "./client.ts";
import { closeDirections, listAllowedDirections, openDirections } from "./directions.ts";
import { listDirections } from "./directions.ts";
import { listExternalNumbers, listExternalStatuses } from "./externalNumbers.ts";
import type { Operation } from "./operation.ts";
import { readPages } from "./pager.ts";
import { doneResponse } from "./samples/helpers.ts";
import { sampleList, samples } from "./samples/index.ts";
import { json, stubFetch } from "./samples/stubFetch.ts";
import { getSipAccount, listSipAccounts, listSipStatuses } from "./sip.ts";
import { createSipAccount } from "./sipChanges.ts";
import { createScenario, listScenarios, replaceScenario } from "./sipScenarios.ts";
import { getVoicemail } from "./voicemail.ts";

afterEach(() => vi.unstubAllGlobals());

/** The result of `call` for a response to an operation without parameters. */
async function reading<T extends Operation>(op: T, body: unknown) {
  stubFetch(() => json(body));
  const row = sampleList.find(({ operation }) => operation.name === op.name);
  const { data } = await call(op, (row?.request ?? {}) as never);
  return data;
}

const [first, second] = samples.listSipAccounts.response.data;

describe("1. a browser cannot send a body with GET", () => {
  it("so `call` sends a request that fetch accepts", () => {
    const documented = { method: "GET", body: JSON.stringify({ user_id: 12 }) };
    expect(() => new Request("http://localhost/", documented)).toThrow(TypeError);
    for (const { operation, request } of sampleList) {
      const { url, init } = buildRequest(operation, request as never);
      expect(() => new Request(`http://localhost${url}`, init)).not.toThrow();
    }
  });
});

describe("2. pagination", () => {
  it("reads 300 accounts in pages of 15, and follows no URL", async () => {
    const sent = stubFetch(({ query }) => {
      const page = Number(query.get("page"));
      const data = Array.from({ length: 15 }, (_, i) => ({
        ...first,
        id: (page - 1) * 15 + i + 1,
      }));
      return json({
        ...samples.listSipAccounts.response,
        data,
        current_page: page,
        last_page: 20,
        total: 300,
      });
    });
    let ids: number[] = [];
    const pages = readPages((query) => call(samples.listSipAccounts.operation, { query }));
    for await (const { list } of pages) ids = list.items.map(({ id }) => id);
    expect(ids).toEqual(Array.from({ length: 300 }, (_, i) => i + 1));
    expect(new Set(sent.map(({ path }) => path))).toEqual(new Set(["/api/v1/sip"]));
  });

  it("accepts a page's numbers as strings, and a list without them as one page", async () => {
    const asText = { data: [], current_page: "2", last_page: "3", per_page: "15", total: "31" };
    expect(await reading(listSipStatuses, asText)).toEqual({
      data: [],
      current_page: 2,
      last_page: 3,
      per_page: 15,
      total: 31,
    });
    expect(await reading(listSipStatuses, { data: [] })).toMatchObject({ last_page: 1 });
  });
});

describe("4. types drift", () => {
  it("are parsed to one type, whatever the provider sent", async () => {
    const drifted = { ...second, id: "80", number: "202", finally_created: 1 };
    const { data } = await reading(listSipAccounts, { data: [drifted] });
    expect(data[0]).toMatchObject({ id: 80, number: 202, finally_created: true });

    const one = { ...samples.getSipAccount.response, number: "202", login: 21221662454070 };
    expect(await reading(getSipAccount, one)).toMatchObject({
      number: 202,
      login: "21221662454070",
    });
  });

  it.each([
    [true, true],
    ["1", true],
    ["true", true],
    [1, true],
    [false, false],
    ["0", false],
    ["false", false],
    [0, false],
  ])("are resolved for a scenario's active %j: %j", async (active, expected) => {
    const scenario = { ...samples.listScenarios.response.data[0], active };
    const { data } = await reading(listScenarios, { data: [scenario] });
    expect(data[0]?.active).toBe(expected);
  });

  it("are resolved for ids and codes of directions: texts", async () => {
    const direction = { id: 1, name: "Венгрия", english_name: "Hungary", code: "36" };
    const { directions } = await reading(listDirections, { directions: [direction] });
    expect(directions).toEqual([{ ...direction, id: "1" }]);
    const allowed = await reading(listAllowedDirections, {
      directions: { 36: { ...direction, code: 36 } },
    });
    expect(allowed.directions["36"]?.code).toBe("36");
  });
});

describe("5. PHP's empty map", () => {
  it("is an array, and is parsed as an empty map", async () => {
    expect(await reading(listAllowedDirections, { directions: [] })).toEqual({ directions: {} });
  });
});

describe("6. nulls", () => {
  it("keep a null caller ID and scenario apart from invalid ones", async () => {
    const bare = { ...first, aon: null, active_sip_scenario: null };
    const { data } = await reading(listSipAccounts, { data: [bare] });
    expect(data[0]).toMatchObject({ aon: null, active_sip_scenario: null });
  });

  it("are accepted for an account that the platform is still creating", async () => {
    // The platform's own id can't exist yet.
    const half = { ...first, finally_created: false, kazoo_id: null, active_sip_scenario: null };
    const { data } = await reading(listSipAccounts, { data: [half] });
    expect(data[0]?.finally_created).toBe(false);
  });

  it("are parsed as empty for an absent email", async () => {
    expect(await reading(getVoicemail, { email: null, send: false })).toEqual({
      email: "",
      send: false,
    });
    expect(await reading(getVoicemail, { email: "", send: "0" })).toEqual({
      email: "",
      send: false,
    });
  });
});

describe("7. a scenario cannot be read back completely", () => {
  const [scenario] = samples.listScenarios.response.data;

  it("leaves undefined what is not returned", async () => {
    const { data } = await reading(listScenarios, { data: [scenario] });
    expect(data[0]).toStrictEqual(scenario);
  });

  it("uses what a server returns beyond the documents", async () => {
    const whole = {
      ...scenario,
      endpoints: [{ type: "mob", timeout: "20", number: 79993332210 }],
      sequence_rule: "Order",
      voicemail: 1,
      voicemail_media_id: "57",
    };
    const { data } = await reading(listScenarios, { data: [whole] });
    expect(data[0]).toStrictEqual({
      ...scenario,
      endpoints: [{ type: "mob", timeout: 20, number: "79993332210" }],
      sequence_rule: "Order",
      voicemail: true,
      voicemail_media_id: 57,
    });
  });

  it.each(["name", "sequence_rule", "sip_timeout", "voicemail"])(
    "is not replaced without %s",
    async (field) => {
      const sent = stubFetch(() => json(doneResponse));
      const { params, body } = samples.replaceScenario.request;
      const guess = call(replaceScenario, { params, body: { ...body, [field]: undefined } });
      await expect(guess).rejects.toThrow(z.core.$ZodError);
      expect(sent).toEqual([]);
    },
  );
});

describe("8. Location", () => {
  it.each([
    ["https://restapi.plusofon.ru/api/v1/sip/93", 93],
    ["http://localhost/api/v1/sip/93", 93],
    ["//wrong.example:8080/api/v1/sip/93/", 93],
    ["/api/v1/sip/93", 93],
    ["/api/v1/sip/93?from=create#top", 93],
    ["/api/v1/sip/93#top", 93],
    ["sip/93", 93],
    ["93", 93],
    ["/api/v1/sip/", undefined],
    ["/api/v1/sip/abc", undefined],
    ["/api/v1/sip?id=93", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("%j names %j", async (location, id) => {
    const headers: HeadersInit = location === undefined ? {} : { Location: location };
    stubFetch(() => json(doneResponse, { status: 201, headers }));
    const account = await call(createSipAccount, samples.createSipAccount.request);
    expect(account.createdId).toBe(id);
    const scenario = await call(createScenario, samples.createScenario.request);
    expect(scenario.createdId).toBe(id);
  });

  it("is ignored after any other operation", async () => {
    stubFetch(() => json(doneResponse, { headers: { Location: "/api/v1/sip/42" } }));
    const { createdId } = await call(replaceScenario, samples.replaceScenario.request);
    expect(createdId).toBeUndefined();
  });
});

describe("9. external numbers", () => {
  const rows = samples.listExternalNumbers.response.external_numbers;

  it("are parsed with and without an id, and keep the Cyrillic type", async () => {
    const [ate, sipUri] = rows;
    const { external_numbers } = await reading(listExternalNumbers, {
      external_numbers: [{ ...ate, id: "17" }, sipUri],
    });
    expect(external_numbers.map(({ id }) => id)).toEqual([17, undefined]);
    expect(external_numbers.map(({ type }) => type)).toEqual(["АТС", "SIP-URI"]);
    expect(external_numbers[1]?.status).toBeUndefined();
    expect(external_numbers[1]?.source).toBe("sip.plusofon.ru,sip.plusofon.ru1,sip.plusofon.ru2");
  });

  it("keep a date without a time zone as it is", async () => {
    const { status } = await reading(listExternalStatuses, samples.listExternalStatuses.response);
    expect(status[0]?.date).toBe("2021-02-10 00:00:00");
  });
});

describe("10. directions are opened by id and closed by dial code", () => {
  it("so every country of a shared code is kept", async () => {
    const shared = [
      { id: "10", name: "Россия", english_name: "Russia", code: 7 },
      { id: "11", name: "Казахстан", english_name: "Kazakhstan", code: 7 },
    ];
    const { directions } = await reading(listDirections, { directions: shared });
    expect(directions.map(({ id, code }) => [id, code])).toEqual([
      ["10", "7"],
      ["11", "7"],
    ]);
  });

  it("so ids are sent as integers and codes as texts, and never confused", () => {
    expect(buildRequest(openDirections, { body: { direction_ids: [10, 11] } }).init.body).toBe(
      '{"direction_ids":[10,11]}',
    );
    expect(buildRequest(closeDirections, { body: { codes: ["7"] } }).init.body).toBe(
      '{"codes":["7"]}',
    );
    expect(() => buildRequest(openDirections, { body: { direction_ids: ["7"] } } as never)).toThrow(
      z.core.$ZodError,
    );
    expect(() => buildRequest(closeDirections, { body: { codes: [10] } } as never)).toThrow(
      z.core.$ZodError,
    );
  });
});
