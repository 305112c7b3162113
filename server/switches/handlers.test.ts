import { describe, expect, it, onTestFinished, vi } from "vitest";
import { toListener } from "#proxy/listener.ts";
import { fetchAsApp } from "#proxy/testing/proxy.ts";
import { serve } from "#proxy/testing/upstream.ts";
import { openProxy } from "#server/openProxy.ts";
import { readSettings } from "#server/settings.ts";
import { FORWARDING, OFF } from "./testing/office.ts";

/** A whole server with the sandbox. */
async function start() {
  const opened = await openProxy(readSettings({ SANDBOX_ACCOUNTS: "5", WATCH_EVERY: "1" }));
  const server = await serve(toListener(opened.proxy));
  onTestFinished(async () => {
    await server.close();
    await opened.close();
  });
  const send = async (method: string, path: string, body?: unknown) => {
    const response = await fetchAsApp(`${server.url}/api${path}`, {
      method,
      headers: body === undefined ? {} : { "content-type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const json = (await response.json()) as Record<string, unknown>;
    return { status: response.status, json, proxy: json["proxy"] };
  };
  const create = (body: object) => send("POST", "/pult/switches", { until: ahead(), ...body });
  const items = async () =>
    (await send("GET", "/pult/switches")).json["items"] as Record<string, unknown>[];
  const entries = async (kind: string) =>
    (await send("GET", `/pult/journal?kind=${kind}&limit=5`)).json["items"] as object[];
  const scenarios = async () =>
    (await send("GET", "/v1/sip/25")).json["sip_scenarios"] as { id: number; active: boolean }[];
  return { send, create, items, entries, scenarios };
}

const ahead = (ms = 3_600_000) => new Date(Date.now() + ms).toISOString();

/** Activates another scenario of an account. */
async function activate({ send, scenarios }: Awaited<ReturnType<typeof start>>) {
  const before = await scenarios();
  const back = before.find(({ active }) => active)?.id ?? 0;
  const scenario = before.find(({ active }) => !active)?.id ?? 0;
  await send("PATCH", `/v1/sip/25/scenarios/${scenario}`);
  return { kind: "scenario", account: 25, scenario, back } as const;
}

describe("a switch of a scenario", () => {
  it("is listed, moved and cancelled, each in the journal; what is set stays", async () => {
    const server = await start();
    const body = await activate(server);
    const { send, create, items, entries } = server;
    const { ids } = (await create(body)).json as { ids: string[] };
    const [first] = await items();
    expect(first).toMatchObject({
      id: ids[0],
      subject: { kind: "scenario", account: 25, scenario: { id: body.scenario } },
      actor: "anonymous",
      ended: null,
    });
    const until = ahead(7_200_000);
    expect((await send("PATCH", `/pult/switches/${ids[0]}`, { until })).status).toBe(200);
    expect(await items()).toMatchObject([{ until }]);
    expect((await send("DELETE", `/pult/switches/${ids[0]}`)).status).toBe(200);
    expect(await items()).toEqual([]);
    expect((await send("DELETE", `/pult/switches/${ids[0]}`)).proxy).toBe("switch-over");
    const told = await entries("sip");
    expect(told.slice(0, 3)).toMatchObject([
      { operation: "DELETE /switches/{id}", object: { id: "25" }, before: { until } },
      { operation: "PATCH /switches/{id}", fields: { until }, before: { until: first?.["until"] } },
      {
        operation: "POST /switches",
        fields: {
          scenario: { id: body.scenario },
          back: { id: body.back },
          until: first?.["until"],
        },
      },
    ]);
    expect((await server.scenarios()).find(({ active }) => active)?.id).toBe(body.scenario);
  });

  it("activates the one from before at its moment", async () => {
    const server = await start();
    const body = await activate(server);
    await server.create({ ...body, until: ahead(300) });
    await vi.waitFor(async () => expect(await server.items()).toEqual([]), { timeout: 10_000 });
    expect((await server.scenarios()).find(({ active }) => active)?.id).toBe(body.back);
    expect((await server.entries("sip"))[0]).toMatchObject({
      actor: "Pult, for anonymous",
      operation: "PATCH /sip/{id}/scenarios/{sid}",
      outcome: "done",
    });
  });

  it("takes the place of the one that its account has", async () => {
    const server = await start();
    const body = await activate(server);
    await server.create(body);
    const until = ahead(60_000);
    await server.create({ ...body, until });
    expect(await server.items()).toMatchObject([{ until }]);
  });

  it("is refused where something else is active by now, and for a moment that has passed", async () => {
    const server = await start();
    const body = await activate(server);
    const { create, items } = server;
    expect((await create({ ...body, scenario: body.back, back: body.scenario })).proxy).toBe(
      "switch-changed",
    );
    expect((await create({ ...body, back: 987_654 })).proxy).toBe("switch-changed");
    expect((await create({ ...body, account: 987_654 })).proxy).toBe("switch-changed");
    expect((await create({ ...body, until: ahead(-1) })).status).toBe(400);
    expect((await create({ ...body, until: ahead(400 * 24 * 3_600_000) })).status).toBe(400);
    expect(await items()).toEqual([]);
  });
});

describe("a switch of a country", () => {
  it("closes what was opened through Pult, never what was open before", async () => {
    const { send, create, items } = await start();
    const openCodes = async () => {
      const { directions } = (await send("GET", "/v1/direction")).json;
      return Object.keys(directions as object);
    };
    const all = (await send("GET", "/v1/directions")).json["directions"] as {
      id: string;
      code: number;
    }[];
    const before = await openCodes();
    const closed = all.find(({ code }) => !before.includes(String(code)));
    const code = String(closed?.code);
    const body = { kind: "direction", codes: [code] };
    expect((await create(body)).proxy).toBe("switch-changed");
    expect((await create({ ...body, codes: before.slice(0, 1) })).proxy).toBe("switch-changed");
    await send("PUT", "/v1/direction", { direction_ids: [Number(closed?.id)] });
    expect((await create({ ...body, codes: [code, ...before.slice(0, 1)] })).proxy).toBe(
      "switch-changed",
    );
    expect((await create({ ...body, until: ahead(300) })).status).toBe(200);
    await vi.waitFor(async () => expect(await items()).toEqual([]), { timeout: 10_000 });
    expect(await openCodes()).toEqual(before);
  });
});

describe("a switch of a forwarding", () => {
  it("goes back to what the person says, where that is set now", async () => {
    const { send, create, items } = await start();
    const body = { kind: "forwarding", set: FORWARDING, back: OFF };
    expect((await create(body)).proxy).toBe("switch-changed");
    await send("POST", "/v1/number/external/follow", FORWARDING);
    const other = { ...OFF, number_id: 3 };
    expect((await create({ ...body, back: other })).proxy).toBe("switch-changed");
    expect((await create({ ...body, until: ahead(300) })).status).toBe(200);
    await vi.waitFor(async () => expect(await items()).toEqual([]), { timeout: 10_000 });
    const { items: remembered } = (await send("GET", "/pult/remembered/external")).json as {
      items: { values: object; actor: string }[];
    };
    expect(
      remembered.find(({ values }) => (values as { number_id: number }).number_id === 2),
    ).toMatchObject({
      values: OFF,
      actor: "Pult, for anonymous",
    });
  });
});

describe("a switch that ended without doing anything", () => {
  it("is shown until somebody hides it", async () => {
    const server = await start();
    const body = await activate(server);
    const { ids } = (await server.create({ ...body })).json as { ids: string[] };
    expect((await server.send("POST", `/pult/switches/${ids[0]}/dismiss`)).proxy).toBe(
      "switch-over",
    );
    const third = await server.send("POST", "/v1/sip/25/scenarios", {
      name: "Third",
      sequence_rule: "single",
      sip_timeout: 20,
      voicemail: false,
    });
    expect(third.status).toBeLessThan(300);
    const added = (await server.scenarios()).at(-1)?.id;
    await server.send("PATCH", `/v1/sip/25/scenarios/${added}`);
    await vi.waitFor(
      async () => expect(await server.items()).toMatchObject([{ ended: { reason: "changed" } }]),
      { timeout: 10_000 },
    );
    expect((await server.entries("sip"))[0]).toMatchObject({
      operation: "END /switches",
      outcome: "refused",
      fields: { reason: "changed" },
    });
    await server.send("POST", `/pult/switches/${ids[0]}/dismiss`);
    expect(await server.items()).toEqual([]);
  });
});
