import { listAllowedDirections, listDirections } from "#api/directions.ts";
import { listExternalNumbers } from "#api/externalNumbers.ts";
import type { Forwarding } from "#api/forwarding.ts";
import type { Operation, Result } from "#api/operation.ts";
import { parseResponse } from "#api/parseResponse.ts";
import { getSipAccount } from "#api/sip.ts";
import type { SwitchSubject } from "#api/switches.ts";
import { getAllowedCode } from "#domain/directions/model.ts";
import { toConnectionType } from "#domain/externalNumbers/rows.ts";
import { isSame } from "#lib/isSame.ts";
import { ProxyError } from "#proxy/proxyError.ts";
import { unacceptable } from "#proxy/upstreamError.ts";
import type { ReadUpstream } from "#proxy/write.ts";
import { readForwarding } from "#server/memory/readMemory.ts";
import type { Store } from "#server/store/store.ts";

/**
 * What is there now of what a switch is about: what it has set, what it goes back to, something else;
 * nothing, where there is no such account, number or scenario to go back to; or it can't be known, as
 * the provider does not return a forwarding and Pult did not see the end of a write.
 */
export type Present = "set" | "back" | "other" | "gone" | "unknown";

/** Throws `ProxyError` and `StoreError`. */
export async function readPresent(
  subject: SwitchSubject,
  read: ReadUpstream,
  store: Store,
): Promise<Present> {
  switch (subject.kind) {
    case "scenario": {
      const account = await readAccount(read, subject.account);
      const back = account?.sip_scenarios.find(({ id }) => id === subject.back.id);
      if (back === undefined) return "gone";
      if (back.active) return "back";
      return activeOf(account)?.id === subject.scenario.id ? "set" : "other";
    }
    case "direction":
      return (await readOpenCodes(read)).has(subject.code) ? "set" : "back";
    case "forwarding": {
      if ((await findNumber(read, subject.set)) === undefined) return "gone";
      const now = await recallForwarding(store, subject.set);
      if (now === undefined) return "unknown";
      if (isSame(now, subject.back)) return "back";
      return isSame(now, subject.set) ? "set" : "other";
    }
  }
}

type Account = Result<typeof getSipAccount>;

/** Undefined where there is none. Throws `ProxyError`. */
export async function readAccount(read: ReadUpstream, id: number): Promise<Account | undefined> {
  try {
    return parse(getSipAccount, await read("getSipAccount", { params: { id } }));
  } catch (error) {
    if (error instanceof ProxyError && error.reason === "HTTP_404") return undefined;
    throw error;
  }
}

export function activeOf(
  account: Account | undefined,
): Account["sip_scenarios"][number] | undefined {
  const active = account?.sip_scenarios.filter((scenario) => scenario.active) ?? [];
  return active.length === 1 ? active[0] : undefined;
}

/** Throws `ProxyError`. */
export async function readOpenCodes(read: ReadUpstream): Promise<ReadonlySet<string>> {
  const { directions } = parse(listAllowedDirections, await read("listAllowedDirections"));
  return new Set(Object.entries(directions).map(([key, one]) => getAllowedCode(key, one)));
}

/** The ids of all countries of a dial code. Throws `ProxyError`. */
export async function readIdsOfCode(read: ReadUpstream): Promise<ReadonlyMap<string, Set<number>>> {
  const ids = new Map<string, Set<number>>();
  const { directions } = parse(listDirections, await read("listDirections"));
  for (const { id, code } of directions) {
    const digits = code.replaceAll(/\D/g, "");
    ids.set(digits, (ids.get(digits) ?? new Set()).add(Number(id)));
  }
  return ids;
}

/** The external number itself; undefined where there is none. Throws `ProxyError`. */
export async function findNumber(
  read: ReadUpstream,
  { number_type: type, number_id: id }: Forwarding,
): Promise<string | undefined> {
  const { external_numbers: rows } = parse(listExternalNumbers, await read("listExternalNumbers"));
  return rows.find((row) => row.id === id && toConnectionType(row.type) === type)?.number;
}

/** As last set through Pult; undefined where that is not certain. Throws `StoreError`. */
export async function recallForwarding(
  store: Store,
  { number_type: type, number_id: id }: Forwarding,
): Promise<Forwarding | undefined> {
  const found = (await readForwarding(store)).find(
    ({ values }) => values.number_type === type && values.number_id === id,
  );
  return found?.certain === true ? found.values : undefined;
}

function parse<T extends Operation>(operation: T, json: unknown): Result<T> {
  const parsed = parseResponse(operation, json);
  if (!("data" in parsed)) throw unacceptable(parsed.invalidPath);
  return parsed.data;
}
