import * as z from "zod/mini";
import { agrees } from "#api/fillScenario.ts";
import { forwarding } from "#api/forwarding.ts";
import { type JsonObject, isJsonObject } from "#api/errorBody.ts";
import type { OperationName } from "#api/operations.ts";
import { rememberedScenario, type ScenarioValues } from "#api/remembered.ts";
import { getSipAccount } from "#api/sip.ts";
import { createSipAccount } from "#api/sipChanges.ts";
import { createScenario } from "#api/sipScenarios.ts";
import { untilAborted } from "#proxy/abort.ts";
import type { UpstreamResponse } from "#proxy/upstream.ts";
import type { ReadUpstream, Write } from "#proxy/write.ts";
import { createdId } from "#server/journal/created.ts";
import type { WriteResult } from "#server/journal/outcome.ts";
import type { Store } from "#server/store/store.ts";
import { closeRefused, forgetScenarios, type MemoryKey, openWrite, remember } from "./memory.ts";

/** What a recorded write left behind. */
export interface Ended {
  /** Id of its journal entry. */
  entry: number;
  /** Milliseconds since 1970. */
  at: number;
  actor: string;
  result: WriteResult;
  /** Undefined where there was none. */
  response: UpstreamResponse | undefined;
}

/** Notes that a write begins which replaces something remembered. Throws `StoreError`. */
export async function beginMemory(store: Store, write: Write, entry: number): Promise<void> {
  const key = replacedKey(write);
  if (key !== undefined) await openWrite(store, key, entry);
}

/**
 * Remembers what a write did that the provider will not return. After an unknown outcome what was
 * remembered stays, no longer certain. Throws `StoreError`.
 */
export async function endMemory(
  store: Store,
  write: Write,
  ended: Ended,
  read: ReadUpstream,
): Promise<void> {
  const { entry, at, actor, result } = ended;
  const replaced = replacedKey(write);
  if (result.outcome === "refused" && replaced !== undefined) {
    await closeRefused(store, replaced, entry);
  }
  if (result.outcome !== "done") return;
  const saved = { entry, at, actor };
  switch (write.operation.name as OperationName) {
    case "createScenario": {
      const id = ended.response && createdId(ended.response);
      const key = id === undefined ? undefined : scenarioKey(write.params["id"], id);
      if (key !== undefined) await remember(store, key, { ...saved, body: scenarioOf(write.body) });
      return;
    }
    case "replaceScenario":
      if (replaced !== undefined)
        await remember(store, replaced, { ...saved, body: scenarioOf(write.body) });
      return;
    case "deleteScenario": {
      const key = scenarioKey(write.params["id"], write.params["sid"]);
      await remember(store, key, { ...saved, body: undefined });
      return;
    }
    case "createSipAccount": {
      const found = await findFirstScenario(write.body, ended.response, read);
      if (found !== undefined) await remember(store, found.key, { ...saved, body: found.body });
      return;
    }
    case "deleteSipAccount":
      await forgetScenarios(store, String(write.params["id"]), saved);
      return;
    case "followExternalNumber":
      if (replaced !== undefined)
        await remember(store, replaced, { ...saved, body: parse(forwarding, write.body) });
      return;
    case "deleteExternalNumber": {
      const { type, id } = write.params;
      const key = { kind: "forwarding" as const, parent: String(type), id: String(id) };
      await remember(store, key, { ...saved, body: undefined });
      return;
    }
    default:
  }
}

/** The key of what a write replaces whole: then what was remembered before no longer holds. */
function replacedKey({ operation, params, body }: Write): MemoryKey | undefined {
  if (operation.name === "replaceScenario") return scenarioKey(params["id"], params["sid"]);
  if (operation.name !== "followExternalNumber" || !isJsonObject(body)) return undefined;
  return { kind: "forwarding", parent: String(body["number_type"]), id: String(body["number_id"]) };
}

const scenarioKey = (account: unknown, id: unknown): MemoryKey => ({
  kind: "scenario",
  parent: String(account),
  id: String(id),
});

/** The declared fields of what was sent; undefined for a body that Pult's own forms don't send. */
function parse<T extends z.core.$ZodType>(schema: T, body: unknown): z.output<T> | undefined {
  const parsed = z.safeParse(schema, body);
  return parsed.success ? parsed.data : undefined;
}

function scenarioOf(body: unknown): ScenarioValues | undefined {
  const sent = parse(createScenario.body, body);
  return sent && { ...sent, phones: sent.phones ?? [] };
}

/** The response to a new account waits for this, in milliseconds. */
const READ_MS = 1_000;

/**
 * The first scenario of an account that was just created. The provider does not say which one it is
 * or how it named it: it is taken only if there is no other, and it rings as was asked for.
 */
async function findFirstScenario(
  body: unknown,
  response: UpstreamResponse | undefined,
  read: ReadUpstream,
): Promise<{ key: MemoryKey; body: ScenarioValues } | undefined> {
  const sent = parse(createSipAccount.body, body);
  const account = response && createdId(response);
  if (sent === undefined || account === undefined) return undefined;
  const created = await untilAborted(
    read("getSipAccount", { params: { id: Number(account) } }),
    AbortSignal.timeout(READ_MS),
  ).catch(() => undefined);
  const [scenario, ...others] = parse(getSipAccount.response, created)?.sip_scenarios ?? [];
  if (scenario === undefined || others.length > 0) return undefined;
  const { phone_number: number, phone_timeout: timeout = 0 } = sent;
  const values: ScenarioValues & JsonObject = {
    name: scenario.name,
    sip_timeout: sent.sip_timeout,
    phones: number === undefined ? [] : [{ number, timeout }],
    ...(sent.sequence_rule === undefined ? {} : { sequence_rule: sent.sequence_rule }),
  };
  if (!agrees(scenario, values)) return undefined;
  return {
    key: scenarioKey(account, scenario.id),
    body: parse(rememberedScenario, values) ?? values,
  };
}
