import type { Forwarding } from "#api/forwarding.ts";
import { label, type Operation } from "#api/operation.ts";
import { ProxyError } from "#proxy/proxyError.ts";
import type { UpstreamResponse } from "#proxy/upstream.ts";
import { unacceptable } from "#proxy/upstreamError.ts";
import type { ServerUpstream } from "#proxy/writeForServer.ts";
import type { ReadUpstream, Write } from "#proxy/write.ts";
import { recordWrites } from "#server/journal/recordWrites.ts";
import type { Store } from "#server/store/store.ts";

export const FORWARDING: Forwarding = {
  number_type: "ate",
  number_id: 2,
  type: "number",
  destination_number: "79993332210",
  cli_type: "N",
};
export const OFF: Forwarding = { number_type: "ate", number_id: 2, type: "empty" };

const respond = (status: number, body: object): UpstreamResponse => ({
  status,
  headers: {},
  body: Buffer.from(JSON.stringify(body)),
});

export const timeout = () =>
  new ProxyError("upstream-timeout", "Plusofon did not answer in time.", { cause: "timeout" });
export const noConnection = () =>
  new ProxyError("upstream-unreachable", "Plusofon can't be reached.", {
    cause: "ECONNREFUSED",
    network: "no-connection",
  });

/** An office with one account of three scenarios, that records its writes like the server's. */
export function fakeOffice(store: Store) {
  const office = {
    active: 1,
    scenarios: [1, 2, 3],
    exists: true,
    open: new Set(["7"]),
    /** What reached the provider: `PATCH /sip/{id}/scenarios/{sid} 2`. */
    writes: [] as string[],
    /** Reads fail with it while it is set. */
    unreadable: undefined as ProxyError | undefined,
    /** Answers the writes instead; `act` does what was asked for. */
    answer: undefined as ((act: () => void) => UpstreamResponse) | undefined,
  };

  const read = (async (name: string) => {
    if (office.unreadable !== undefined) throw office.unreadable;
    switch (name) {
      case "getSipAccount": {
        if (!office.exists) throw unacceptable("HTTP_404");
        const sip_scenarios = office.scenarios.map((id) => ({
          id,
          name: `Scenario ${id}`,
          active: id === office.active,
          endpoints: [{ type: "sip", timeout: 20 }],
        }));
        const account = { id: 25, name: "Reception", number: 214, finally_created: true };
        return { ...account, login: "a", role: "", server: "s", aon: null, sip_scenarios };
      }
      case "listAllowedDirections":
        return {
          directions: Object.fromEntries(
            Array.from(office.open, (code) => [code, { code, name: code, english_name: code }]),
          ),
        };
      case "listDirections":
        return {
          directions: [
            { id: "10", code: 44, name: "Британия", english_name: "Britain" },
            { id: "11", code: 7, name: "Россия", english_name: "Russia" },
          ],
        };
      default: {
        const number = { id: 2, number: "74950000000", type: "АТС", source: "a@b", status: true };
        return { external_numbers: [number] };
      }
    }
  }) as ReadUpstream;

  const carryOut = ({ operation, params, body }: Pick<Write, "operation" | "params" | "body">) => {
    if (operation.name === "activateScenario") office.active = Number(params["sid"]);
    if (operation.name === "openDirections") office.open.add("44");
    if (operation.name !== "closeDirections") return;
    for (const code of (body as { codes: string[] }).codes) office.open.delete(code);
  };

  const write = ((operation: Operation, given: object, about: { requestId: string }) => {
    const { params = {}, body } = given as Partial<Pick<Write, "params" | "body">>;
    const request = { operation, params, body };
    const act = () => carryOut(request);
    const send = async () => {
      office.writes.push(`${label(operation)} ${params["sid"] ?? ""}`.trim());
      if (office.answer !== undefined) return office.answer(act);
      act();
      return respond(200, { success: true });
    };
    const around = recordWrites({ storeOf: () => store, log: () => undefined });
    const recorded = { reveals: undefined, office: null, batch: null, undoes: null };
    return around({ ...request, ...recorded, user: undefined, ...about }, send, read);
  }) as ServerUpstream["write"];

  return Object.assign(office, { upstream: { read, reveal: read, write }, respond });
}
