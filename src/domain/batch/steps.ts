import type { QueryClient } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import { isApiError } from "#api/errors.ts";
import { followExternalNumber } from "#api/forwarding.ts";
import { listRememberedForwarding } from "#api/rememberedForwarding.ts";
import { getSipAccount, listSipAccounts, listSipStatuses, type SipAccount } from "#api/sip.ts";
import { createSipAccount, deleteSipAccount, updateSipAccount } from "#api/sipChanges.ts";
import {
  activateScenario,
  createScenario,
  deleteScenario,
  replaceScenario,
} from "#api/sipScenarios.ts";
import { agrees } from "#api/fillScenario.ts";
import { fetchFresh } from "#common/cache.ts";
import { operationKey, type Stale } from "#common/query.ts";
import { generatePassword } from "#common/secrets/password.ts";
import { scenarioData } from "../journal/undo/account.ts";
import { entryQuery } from "../journal/queries.ts";
import { isSame } from "../journal/undo/plan.ts";
import { planUndo } from "../journal/undo/planUndo.ts";
import { previewUndo, runUndo } from "../journal/undo/runUndo.ts";
import { accountsQuery } from "../sip/queries.ts";
import type { Step, Values } from "./batch.ts";

/** A step that is done. */
export interface Done {
  /** Of what it created. */
  createdId?: number | undefined;
}

interface Context {
  client: QueryClient;
  batch: string;
  /** Those of the journal. */
  headers: Record<string, string>;
}

/** How the steps of a kind are sent, and how their outcome is looked up. */
interface Kind<S extends Step> {
  /** Sends it once. Throws as `call` does. */
  send: (step: S, context: Context) => Promise<Done>;
  /**
   * Whether it was done although its answer was lost; undefined if it was not, or where sending it
   * again changes nothing. Throws as `call` does.
   */
  lookUp: (step: S, client: QueryClient) => Promise<Done | undefined>;
  /** What is stale afterwards. */
  stale: (step: S) => readonly Stale[];
}

/** A change is not taken back: what it was made to is gone, or somebody has changed it since. */
export class NotUndoneError extends Error {
  readonly reason: "gone" | "conflict" | "impossible";

  constructor(reason: NotUndoneError["reason"]) {
    super(reason);
    this.reason = reason;
  }
}

/** The scenario that a step activates does not exist. */
export class NoScenarioError extends Error {}

const KINDS: { [K in Step["kind"]]: Kind<Extract<Step, { kind: K }>> } = {
  createAccount: {
    send: ({ body }, { headers }) => call(createSipAccount, { body }, { headers }),
    lookUp: async ({ body }, client) => {
      const { items } = await fetchFresh(client, accountsQuery());
      const found = items.find((account) => account.number === body.number);
      return found?.name.trim() === body.name.trim() ? { createdId: found.id } : undefined;
    },
    stale: () => [listSipAccounts, listSipStatuses],
  },
  updateAccount: {
    send: ({ id, body }, { headers }) =>
      call(updateSipAccount, { params: { id }, body }, { headers }),
    lookUp: async ({ id, body }) => {
      const { name, number, role, aon } = await readAccount(id);
      const now = { name, number, role, aon: aon?.id };
      return hasValues(now, body) ? {} : undefined;
    },
    stale: ({ id }) => [operationKey(getSipAccount, { id }), listSipAccounts],
  },
  newPassword: {
    send: ({ id }, { headers }) =>
      call(
        updateSipAccount,
        { params: { id }, body: { password: generatePassword() } },
        { headers },
      ),
    // Another new one does no harm.
    lookUp: () => Promise.resolve(undefined),
    stale: ({ id }) => [operationKey(getSipAccount, { id })],
  },
  deleteAccount: {
    send: ({ id }, { headers }) => call(deleteSipAccount, { params: { id } }, { headers }),
    lookUp: async ({ id }) => {
      try {
        await readAccount(id);
        return undefined;
      } catch (error) {
        if (isApiError(error) && error.kind === "notFound") return {};
        throw error;
      }
    },
    stale: () => [listSipAccounts, listSipStatuses],
  },
  createScenario: {
    send: ({ id, body }, { headers }) =>
      call(createScenario, { params: { id }, body }, { headers }),
    lookUp: async ({ id, body }) => {
      const { sip_scenarios: scenarios } = await readAccount(id);
      const found = scenarios.find((one) => agrees(one, { ...body, phones: body.phones ?? [] }));
      return found && { createdId: found.id };
    },
    stale: ({ id }) => scenarioData(id),
  },
  replaceScenario: {
    send: ({ id, sid, body }, { headers }) =>
      call(replaceScenario, { params: { id, sid }, body }, { headers }),
    lookUp: async ({ id, sid, body }) => {
      const { sip_scenarios: scenarios } = await readAccount(id);
      const found = scenarios.find((one) => one.id === sid);
      return found && agrees(found, { ...body, phones: body.phones ?? [] }) ? {} : undefined;
    },
    stale: ({ id }) => scenarioData(id),
  },
  activateScenario: {
    send: async ({ id, name, ...known }, { headers }) => {
      const sid = known.sid ?? (await findNamed(id, name))?.id;
      if (sid === undefined) throw new NoScenarioError();
      return call(activateScenario, { params: { id, sid } }, { headers });
    },
    lookUp: async ({ id, name, sid }) => {
      const [active, ...others] = (await readAccount(id)).sip_scenarios.filter((one) => one.active);
      if (active === undefined || others.length > 0) return undefined;
      const isIt = sid === undefined ? isNamed(active.name, name) : active.id === sid;
      return isIt ? {} : undefined;
    },
    stale: ({ id }) => scenarioData(id),
  },
  deleteScenario: {
    send: ({ id, sid }, { headers }) => call(deleteScenario, { params: { id, sid } }, { headers }),
    lookUp: async ({ id, sid }) => {
      const { sip_scenarios: scenarios } = await readAccount(id);
      return scenarios.some((one) => one.id === sid) ? undefined : {};
    },
    stale: ({ id }) => scenarioData(id),
  },
  undo: {
    send: async ({ entry: id }, { client, batch }) => {
      const { entry, plan } = await readUndo(client, id);
      const { kind } = await runUndo(client, entry, plan, undefined, batch);
      if (kind === "gone" || kind === "conflict") throw new NotUndoneError(kind);
      return {};
    },
    lookUp: async ({ entry: id }, client) => {
      const { plan } = await readUndo(client, id);
      return (await previewUndo(client, plan))?.changes.length === 0 ? {} : undefined;
    },
    stale: () => [],
  },
  setForwarding: {
    send: ({ body }, { headers }) => call(followExternalNumber, { body }, { headers }),
    // The provider does not return it, and setting it again changes nothing.
    lookUp: () => Promise.resolve(undefined),
    stale: () => [listRememberedForwarding],
  },
};

/** The kind of a step. An assertion: TypeScript can't infer that a step belongs to its kind. */
const kindOf = <S extends Step>({ kind }: S) => KINDS[kind] as unknown as Kind<S>;

export const sendStep = (step: Step, context: Context): Promise<Done> =>
  kindOf(step).send(step, context);

export const lookUpStep = (step: Step, client: QueryClient): Promise<Done | undefined> =>
  kindOf(step).lookUp(step, client);

export const staleAfter = (step: Step): readonly Stale[] => kindOf(step).stale(step);

async function readUndo(client: QueryClient, id: number) {
  const entry = await client.fetchQuery({ ...entryQuery(id), staleTime: 0 });
  const plan = entry === null ? undefined : planUndo(entry);
  if (entry === null || plan?.can !== true) throw new NotUndoneError("impossible");
  return { entry, plan };
}

async function readAccount(id: number): Promise<SipAccount> {
  return (await call(getSipAccount, { params: { id } })).data;
}

const isNamed = (name: string, wanted: string) =>
  name.trim().toLowerCase() === wanted.trim().toLowerCase();

async function findNamed(id: number, named: string) {
  return (await readAccount(id)).sip_scenarios.find(({ name }) => isNamed(name, named));
}

/** Whether all given values are there. */
function hasValues(now: Values, wanted: Values): boolean {
  return Object.entries(wanted).every(([key, value]) => isSame(now[key], value));
}
