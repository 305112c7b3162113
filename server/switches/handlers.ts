import * as api from "#api/switches.ts";
import { isSame } from "#lib/isSame.ts";
import { label, type Operation, type Request } from "#api/operation.ts";
import type { switchOperations } from "#api/operations.ts";
import type { SwitchSubject } from "#api/switches.ts";
import { ProxyError } from "#proxy/proxyError.ts";
import type { ReadUpstream } from "#proxy/write.ts";
import { addDoneEntry } from "#server/journal/journal.ts";
import { ANONYMOUS } from "#server/journal/recordWrites.ts";
import type { Handler, OwnContext } from "#server/ownRoutes.ts";
import { changeStore } from "#server/store/changeStore.ts";
import type { Db } from "#server/store/schema.ts";
import type { Store } from "#server/store/store.ts";
import {
  activeOf,
  findNumber,
  readAccount,
  readIdsOfCode,
  readOpenCodes,
  recallForwarding,
} from "./present.ts";
import { OPEN, readChanges, readLastEntry, wasClosedBefore } from "./since.ts";
import {
  addSwitch,
  dismiss,
  endSwitch,
  iso,
  journalFields,
  journalObject,
  moveSwitch,
  type NewSwitch,
  readOpen,
  readShown,
  subjectOf,
} from "./switchStore.ts";

type SwitchOperations = typeof switchOperations;
type Body = Request<typeof api.createSwitch>["body"];

/** One handler for each operation of switches: a missing one does not compile. */
export const switchHandlers: { [N in keyof SwitchOperations]: Handler<SwitchOperations[N]> } = {
  listSwitches: async (_, { store, now }) => ({
    items: await store.use((db) => readShown(db, now)),
  }),

  createSwitch: async ({ body }, context) => {
    const { store, upstreamOf, office, now, watches } = context;
    const until = readMoment(body.until, now);
    // Before what is there is read: what is done in between counts as done since.
    const since = await store.use(readLastEntry);
    const found = await findSet(body, upstreamOf(office).read, store);
    watches.start(office);
    return changeStore(store, async (db) => {
      const actor = actorOf(context);
      const ids: string[] = [];
      for (const one of found) {
        // oxlint-disable-next-line no-await-in-loop -- one connection
        ids.push(await addSwitch(db, one, { until, now, actor, since }));
      }
      const [first] = found;
      if (first === undefined) return { ids };
      const codes = "codes" in body ? { codes: body.codes } : {};
      const fields = { ...journalFields(first.subject), ...codes, until: iso(until) };
      await record(db, context, api.createSwitch, { ...first, fields, before: null });
      return { ids };
    });
  },

  changeSwitch: ({ params, body }, context) =>
    changeStore(context.store, async (db) => {
      const until = readMoment(body.until, context.now);
      const row = await readOpen(db, params.id, context.now);
      await moveSwitch(db, row, until);
      const subject = subjectOf(row);
      const about = { ...row, subject, fields: { until: iso(until) } };
      const before = { until: iso(row.until_at) };
      await record(db, context, api.changeSwitch, { ...about, before });
      return {};
    }),

  cancelSwitch: ({ params }, context) =>
    changeStore(context.store, async (db) => {
      const row = await readOpen(db, params.id, context.now);
      if (!(await endSwitch(db, row, "cancelled", { at: context.now }))) {
        throw new ProxyError("switch-over", "The switch is being carried out.");
      }
      const subject = subjectOf(row);
      const before = { ...journalFields(subject), until: iso(row.until_at) };
      await record(db, context, api.cancelSwitch, { ...row, subject, fields: {}, before });
      return {};
    }),

  dismissSwitch: ({ params }, { store }) =>
    changeStore(store, async (db) => {
      await dismiss(db, params.id);
      return {};
    }),
};

/** Throws `ProxyError` (400) for a moment that is not ahead. */
function readMoment(text: string, now: number): number {
  const until = Date.parse(text);
  const latest = now + api.SWITCH_LIMITS.days * 24 * 60 * 60_000;
  if (until > now && until <= latest) return until;
  throw new ProxyError("bad-request", `The body's "until" is invalid.`);
}

/** What is set, by a look at what is there now. Throws `ProxyError` and `StoreError`. */
async function findSet(body: Body, read: ReadUpstream, store: Store): Promise<NewSwitch[]> {
  switch (body.kind) {
    case "scenario":
      return [await findScenario(body, read)];
    case "direction":
      return findOpened(body.codes, read, store);
    case "forwarding":
      return [await findForwarding(body, read, store)];
  }
}

async function findScenario(
  { account: id, scenario, back }: Extract<Body, { kind: "scenario" }>,
  read: ReadUpstream,
): Promise<NewSwitch> {
  const account = await readAccount(read, id);
  const active = activeOf(account);
  const next = account?.sip_scenarios.find((one) => one.id === back);
  if (account === undefined || active?.id !== scenario || next === undefined || back === scenario) {
    throw changed();
  }
  const brief = ({ id: sid, name }: typeof active) => ({ id: sid, name });
  return {
    subject: { kind: "scenario", account: id, scenario: brief(active), back: brief(next) },
    number: String(account.number),
    name: account.name,
  };
}

/** Closes again only what was closed before it was opened through Pult. */
async function findOpened(
  codes: readonly string[],
  read: ReadUpstream,
  store: Store,
): Promise<NewSwitch[]> {
  const open = await readOpenCodes(read);
  const idsOfCode = await readIdsOfCode(read);
  const found: NewSwitch[] = [];
  for (const code of new Set(codes)) {
    const subject: SwitchSubject = { kind: "direction", code };
    // oxlint-disable-next-line no-await-in-loop -- one connection
    const changes = await store.use((db) => readChanges(db, subject, { since: 0, idsOfCode }));
    const last = changes.find(({ outcome }) => outcome !== "refused");
    const isOpened = last?.operation === OPEN && wasClosedBefore(last, code);
    if (!open.has(code) || !isOpened) throw changed();
    found.push({ subject, number: null, name: null });
  }
  return found;
}

async function findForwarding(
  { set, back }: Extract<Body, { kind: "forwarding" }>,
  read: ReadUpstream,
  store: Store,
): Promise<NewSwitch> {
  const number = await findNumber(read, set);
  const now = await recallForwarding(store, set);
  const isOfOne = set.number_type === back.number_type && set.number_id === back.number_id;
  const isSet = now !== undefined && isSame(now, set) && !isSame(set, back);
  if (number === undefined || !isOfOne || !isSet) throw changed();
  return { subject: { kind: "forwarding", set, back }, number, name: null };
}

const changed = () =>
  new ProxyError("switch-changed", "What is there now is not what would be set back.");

interface About extends NewSwitch {
  fields: Record<string, unknown>;
  before: Record<string, unknown> | null;
}

function record(
  db: Db,
  context: OwnContext,
  operation: Operation,
  { subject, number, name, fields, before }: About,
): Promise<void> {
  return addDoneEntry(db, {
    at: context.now,
    actor: actorOf(context),
    operation: label(operation),
    subject: { ...journalObject(subject), number, name, fields, before },
    requestId: context.c.var.requestId ?? "",
  });
}

const actorOf = ({ user }: OwnContext) => user?.name ?? ANONYMOUS;
