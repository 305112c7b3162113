import { onTestFinished } from "vitest";
import { createForwarding, createProxy } from "#proxy/app.ts";
import { toListener } from "#proxy/listener.ts";
import { createLog } from "#proxy/log.ts";
import { fetchAsApp, TOKEN } from "#proxy/testing/proxy.ts";
import { recordingUpstream, serve } from "#proxy/testing/upstream.ts";
import { createUpstreamOf } from "#proxy/writeForServer.ts";
import { NO_ALERTS } from "#server/alerts/alerts.ts";
import { readJournal } from "#server/journal/journal.ts";
import { recordWrites } from "#server/journal/recordWrites.ts";
import { addOwnRoutes } from "#server/ownRoutes.ts";
import type { Store } from "#server/store/store.ts";
import { NO_WATCHES } from "#server/watch/watchOffices.ts";
import { addHandoverRoutes } from "../openRoutes.ts";

/** The account's; as awkward as a provider may make it. */
export const PASSWORD = `p&<>"'ж😀 w`;

export const ACCOUNT = {
  id: 25,
  name: `Анна <Reception> "1" & 'co' 😀`,
  number: 214,
  login: "login-of-25",
  password: PASSWORD,
  server: "sip.example.com",
  role: "",
  finally_created: true,
  aon: null,
  sip_scenarios: [],
};

/** Pult before a provider with one account, which answers as `provider.answer` says. */
export async function startHandover(store: Store, basePath = "") {
  const provider = { answer: { status: 200, body: ACCOUNT as object } };
  const upstream = await recordingUpstream((_, response) => {
    const { status, body } = provider.answer;
    response.writeHead(status).end(JSON.stringify(body));
  });
  const clock = { aheadMs: 0 };
  const lines: string[] = [];
  const log = createLog("all", (line) => lines.push(line));
  const storeOf = () => store;
  const options = {
    upstreamUrl: upstream.url,
    token: TOKEN,
    client: "10553",
    log,
    aroundWrite: recordWrites({ storeOf, log }),
  };
  const forwarding = createForwarding(options);
  const upstreamOf = createUpstreamOf(forwarding);
  const proxy = createProxy({
    ...options,
    forwarding,
    addRoutes: (app) =>
      addOwnRoutes(app, { storeOf, watches: NO_WATCHES, alerts: NO_ALERTS, upstreamOf }),
    addOpenRoutes: (app) =>
      addHandoverRoutes(app, {
        storeOf,
        linkStore: store,
        upstreamOf,
        log,
        now: () => Date.now() + clock.aheadMs,
      }),
  });
  const server = await serve(toListener(proxy, basePath));
  onTestFinished(async () => {
    await server.close();
    await upstream.close();
  });

  const create = async (body: object = { account: 25, transport: "udp", port: 5060 }) => {
    const response = await fetchAsApp(`${server.url}/api/pult/handover-links`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const json = (await response.json()) as { path: string; devicePath: string; expiresAt: string };
    const token = json.path?.split("/").at(-1) ?? "";
    return { status: response.status, ...json, token };
  };
  /** As a phone or a browser without a session does, in Russian. */
  const open = async (path: string, method = "GET", headers: Record<string, string> = {}) => {
    const response = await fetch(server.url + path, {
      method,
      headers: { "accept-language": "ru", ...headers },
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const journal = async () => (await readJournal(store, {}, Date.now())).items;
  return { url: server.url, provider, upstream, clock, lines, create, open, journal };
}
