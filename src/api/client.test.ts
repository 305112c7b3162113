import { afterEach, describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import { call, buildRequest } from "./client.ts";
import { createExternalNumber } from "./externalNumbers.ts";
import type { Operation, Request as ApiRequest } from "./operation.ts";
import { revealAccount } from "./revealAccount.ts";
import { doneResponse } from "./samples/helpers.ts";
import { samples } from "./samples/index.ts";
import { json, stubFetch } from "./samples/stubFetch.ts";
import { getSipAccount, listSipAccounts, listSipStatuses } from "./sip.ts";
import { createSipAccount, updateSipAccount } from "./sipChanges.ts";
import { createScenario, listScenarios } from "./sipScenarios.ts";
import { updateVoicemail } from "./voicemail.ts";

afterEach(() => vi.unstubAllGlobals());

/** Never responds; rejects as `fetch` does when the request's signal aborts. */
function hanging(signal: AbortSignal): Promise<Response> {
  return new Promise((_, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop);
  });
}

/** The JSON body that is sent. */
function getBody<T extends Operation>(op: T, request: ApiRequest<T>): unknown {
  const { body } = buildRequest(op, request).init;
  return typeof body === "string" ? JSON.parse(body) : undefined;
}

/** The `Cache-Control` that a call sends. */
async function getCacheControl(options?: { maxAge?: number }) {
  const sent = stubFetch(() => json(samples.listSipStatuses.response));
  await call(listSipStatuses, {}, options);
  return sent[0]?.headers.get("Cache-Control");
}

describe("revealing a password", () => {
  it("sends the reveal header only with the read that reveals one", async () => {
    const sent = stubFetch(() => json(samples.getSipAccount.response));
    await call(getSipAccount, { params: { id: 25 } });
    const { password } = await revealAccount(25, new AbortController().signal);
    expect(password).toBe(samples.getSipAccount.response.password);
    expect(sent.map(({ headers }) => headers.get("X-Pult-Reveal"))).toEqual([null, "password"]);
  });

  it("sends no reveal header with an operation that reveals nothing", () => {
    const { init } = buildRequest(listSipAccounts, {}, { reveal: true });
    expect(init.headers).not.toHaveProperty("X-Pult-Reveal");
  });
});

describe("aborting a call", () => {
  it("rejects with the caller's reason", async () => {
    stubFetch(({ signal }) => hanging(signal));
    const controller = new AbortController();
    const reason = new Error("the page was left");
    const pending = call(listSipAccounts, {}, { signal: controller.signal });
    controller.abort(reason);
    await expect(pending).rejects.toBe(reason);
  });

  it("rejects with the reason of a signal that was aborted before the call", async () => {
    stubFetch(({ signal }) => hanging(signal));
    const signal = AbortSignal.abort();
    await expect(call(listSipAccounts, {}, { signal })).rejects.toBe(signal.reason);
  });

  it("rejects with the reason while the body is being received", async () => {
    const controller = new AbortController();
    stubFetch(({ signal }) => {
      const body = new ReadableStream({
        start: (stream) => signal.addEventListener("abort", () => stream.error(signal.reason)),
      });
      queueMicrotask(() => controller.abort("left"));
      return new Response(body);
    });
    const pending = call(listSipAccounts, {}, { signal: controller.signal });
    await expect(pending).rejects.toBe("left");
  });
});

describe("a call without a response", () => {
  it("is a timeout when the time is up, with or without the caller's signal", async () => {
    stubFetch(({ signal }) => hanging(signal));
    const expected = { kind: "timeout", operation: "GET /sip/{id}", status: undefined };
    const { request } = samples.getSipAccount;
    await expect(call(getSipAccount, request, { timeout: 1 })).rejects.toMatchObject(expected);
    const { signal } = new AbortController();
    const withSignal = call(getSipAccount, request, { timeout: 1, signal });
    await expect(withSignal).rejects.toMatchObject(expected);
  });

  it("is offline when fetch fails, and keeps the cause", async () => {
    const cause = new TypeError("Failed to fetch");
    stubFetch(() => Promise.reject(cause));
    const expected = { kind: "offline", operation: "GET /sip", status: undefined, cause };
    await expect(call(listSipAccounts, {})).rejects.toMatchObject(expected);
  });

  it("is offline when the connection drops in the middle of the body", async () => {
    stubFetch(() => {
      const body = new ReadableStream({
        start(stream) {
          stream.enqueue(new TextEncoder().encode('{"data":['));
          stream.error(new TypeError("terminated"));
        },
      });
      return new Response(body);
    });
    await expect(call(listSipAccounts, {})).rejects.toMatchObject({ kind: "offline" });
  });
});

it.each([200, 401, 429, 500, 503])(
  "sends one request and never retries after %i",
  async (status) => {
    const sent = stubFetch(() => json(samples.listSipAccounts.response, { status }));
    await call(listSipAccounts, {}).catch(() => undefined);
    expect(sent).toHaveLength(1);
  },
);

describe("the request", () => {
  it("leaves out fields that the schema does not know", async () => {
    const sent = stubFetch(() => json(doneResponse));
    const wider = { ...samples.getSipAccount.result, name: "Reception", aon: 22 };
    await call(updateSipAccount, { params: { id: 80 }, body: wider });
    expect(sent[0]?.body).toStrictEqual({
      name: "Reception",
      password: "IVtv7zIF",
      number: 202,
      role: "admin",
      aon: 22,
    });
  });

  it("leaves out undefined fields, and sends no field that was not given", async () => {
    const sent = stubFetch(() => json(doneResponse));
    await call(updateSipAccount, { params: { id: 80 }, body: { name: "A", role: undefined } });
    expect(sent[0]?.body).toStrictEqual({ name: "A" });
  });

  it("leaves out paging when none is given", async () => {
    const sent = stubFetch(() => json(samples.listScenarios.response));
    await call(listScenarios, { params: { id: 78 }, query: { page: 2, limit: undefined } });
    expect(sent[0]?.query.toString()).toBe("page=2");
  });
});

describe("the Cache-Control header", () => {
  it.each([
    [9, "max-age=9"],
    [4.9, "max-age=4"],
    [0.5, "no-cache"],
    [0, "no-cache"],
    [-1, "no-cache"],
  ])("%d s is sent as %s", async (maxAge, header) => {
    expect(await getCacheControl({ maxAge })).toBe(header);
  });

  it("is absent without maxAge", async () => {
    expect(await getCacheControl()).toBeNull();
    expect(await getCacheControl({})).toBeNull();
  });

  it.each<[Record<string, string>, number]>([
    [{ Age: "7" }, 7],
    [{ Age: "0" }, 0],
    [{}, 0],
    [{ Age: "-3" }, 0],
    [{ Age: "1.5" }, 0],
    [{ Age: "soon" }, 0],
  ])("with %j makes the response %d s old", async (headers, age) => {
    stubFetch(() => json(samples.listSipStatuses.response, { headers }));
    expect((await call(listSipStatuses, {})).age).toBe(age);
  });
});

describe("a request that breaks a documented limit throws before anything is sent", () => {
  const { body: account } = samples.createSipAccount.request;
  const { body: scenario } = samples.createScenario.request;
  const { body: connection } = samples.createExternalNumber.request;
  const phone = { number: "79993332210", timeout: 25 };
  const phones = (count: number) => Array.from({ length: count }, () => phone);
  const params = { id: 15 };

  const refused: [string, Operation, object][] = [
    ["extension 199", createSipAccount, { body: { ...account, number: 199 } }],
    ["extension 100000", createSipAccount, { body: { ...account, number: 100_000 } }],
    ["extension 200.5", createSipAccount, { body: { ...account, number: 200.5 } }],
    ["extension as a text", createSipAccount, { body: { ...account, number: "300" } }],
    ["timeout 95", createSipAccount, { body: { ...account, sip_timeout: 95 } }],
    ["timeout -5", createSipAccount, { body: { ...account, sip_timeout: -5 } }],
    ["timeout off the grid", createSipAccount, { body: { ...account, phone_timeout: 12 } }],
    ["a blank name", createSipAccount, { body: { ...account, name: "  " } }],
    ["the older rule", createSipAccount, { body: { ...account, sequence_rule: "Order" } }],
    ["no body", createSipAccount, {}],
    ["six phones", createScenario, { params, body: { ...scenario, phones: phones(6) } }],
    [
      "a phone with a plus",
      createScenario,
      {
        params,
        body: { ...scenario, phones: [{ ...phone, number: "+79993332210" }] },
      },
    ],
    ["voicemail as a number", createScenario, { params, body: { ...scenario, voicemail: 1 } }],
    [
      "port 65536",
      createExternalNumber,
      {
        params: { type: "ate" },
        body: { ...connection, port: 65_536 },
      },
    ],
    [
      "an address in host",
      createExternalNumber,
      {
        params: { type: "ate" },
        body: { ...connection, host: "http://et/" },
      },
    ],
    [
      "an incomplete ATE connection",
      createExternalNumber,
      {
        params: { type: "ate" },
        body: { ...connection, secret: undefined },
      },
    ],
    ["an unknown type", createExternalNumber, { params: { type: ".." }, body: connection }],
    ["not an email", updateVoicemail, { body: { send: true, email: "rerum" } }],
    ["id NaN", getSipAccount, { params: { id: Number("x") } }],
    ["id 0", getSipAccount, { params: { id: 0 } }],
    ["limit 101", listSipAccounts, { query: { limit: 101 } }],
    ["page 0", listSipAccounts, { query: { page: 0 } }],
  ];
  it.each(refused)("%s", async (_, op, request) => {
    const sent = stubFetch(() => json(doneResponse));
    await expect(call(op, request as never)).rejects.toThrow(z.core.$ZodError);
    expect(sent).toEqual([]);
  });

  it("names a missing path parameter", async () => {
    const sent = stubFetch(() => json(doneResponse));
    await expect(call(getSipAccount, { params: {} } as never)).rejects.toThrow('"id"');
    expect(sent).toEqual([]);
  });

  it.each([
    { number: 200, sip_timeout: 0, phone_timeout: 90 },
    { number: 99_999, sip_timeout: 90, phone_timeout: 0 },
  ])("but one exactly at the limit does not: %o", (edges) => {
    const body = { ...account, ...edges };
    expect(getBody(createSipAccount, { body })).toStrictEqual(body);
  });

  it("accepts the maximum of five phones", () => {
    const body = { ...scenario, phones: phones(5) };
    expect(getBody(createScenario, { params, body })).toStrictEqual(body);
  });
});
