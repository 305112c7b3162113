import { randomUUID } from "node:crypto";
import * as api from "#api/alerts.ts";
import { label, type Operation } from "#api/operation.ts";
import type { alertOperations } from "#api/operations.ts";
import { addDoneEntry } from "#server/journal/journal.ts";
import { ANONYMOUS } from "#server/journal/recordWrites.ts";
import type { WriteResult } from "#server/journal/outcome.ts";
import type { Handler, OwnContext } from "#server/ownRoutes.ts";
import { changeStore, usingStore } from "#server/store/changeStore.ts";
import type { Db } from "#server/store/schema.ts";
import {
  addChannel,
  changeChannel,
  type Channel,
  deleteChannel,
  readChannel,
  readChannels,
  show,
} from "./channelStore.ts";
import { hideInErrors } from "./hideAddresses.ts";
import type { AlertMessage } from "./message.ts";
import { readDeliveries } from "./outbox.ts";
import {
  addRule,
  changeRule,
  deleteRule,
  readPause,
  readRule,
  readRules,
  storePause,
} from "./ruleStore.ts";

type AlertOperations = typeof alertOperations;

/** One handler for each operation of alerts: a missing one does not compile. */
export const alertHandlers: { [N in keyof AlertOperations]: Handler<AlertOperations[N]> } = {
  listAlertChannels: async (_, { store, alerts }) => ({
    items: (await store.use(readChannels)).map(show),
    canMail: alerts.canMail,
  }),

  createAlertChannel: ({ body }, context) =>
    change(context, async (db) => {
      const id = await addChannel(db, body, context.now);
      const fields = fieldsOf(body);
      await record(db, context, api.createAlertChannel, { id, name: body.name, fields });
      return { id };
    }),

  updateAlertChannel: ({ params, body }, context) =>
    change(context, async (db) => {
      const old = await readChannel(db, params.id);
      const changed = await changeChannel(db, old, body);
      const about = { id: old.id, name: old.name, ...changesOf(old, changed) };
      await record(db, context, api.updateAlertChannel, about);
      return {};
    }),

  deleteAlertChannel: ({ params }, context) =>
    change(context, async (db) => {
      const old = await readChannel(db, params.id);
      await deleteChannel(db, old.id);
      const about = { id: old.id, name: old.name, fields: {}, before: fieldsOf(old) };
      await record(db, context, api.deleteAlertChannel, about);
      return {};
    }),

  testAlertChannel: async ({ params }, context) => {
    const { store, alerts, now } = context;
    const channel = await usingStore(store, (db) => readChannel(db, params.id));
    const message: AlertMessage = {
      id: randomUUID(),
      at: new Date(now).toISOString(),
      rule: null,
      link: alerts.publicUrl ?? null,
      type: "test",
    };
    const startedAt = performance.now();
    const { signal } = new AbortController();
    const { isDelivered, answer } = await alerts.send(channel, message, { zone: "UTC", signal });
    const ms = Math.round(performance.now() - startedAt);
    await store.use((db) =>
      record(
        db,
        context,
        api.testAlertChannel,
        { id: channel.id, name: channel.name, fields: {} },
        { outcome: isDelivered ? "done" : "refused", message: isDelivered ? null : answer },
      ),
    );
    return { isDelivered, answer, ms };
  },

  listAlertRules: (_, { store, now }) =>
    store.use(async (db) => {
      const channels = await readChannels(db);
      const pausedUntil = await readPause(db);
      return {
        items: await readRules(db),
        channels: channels.map(({ id, name, target, isOn }) => {
          return { id, name, type: target.type, isOn };
        }),
        pausedUntil:
          pausedUntil === null || pausedUntil <= now ? null : new Date(pausedUntil).toISOString(),
      };
    }),

  createAlertRule: ({ body }, context) =>
    change(context, async (db) => {
      const id = await addRule(db, body, context.now);
      const fields = await withNames(db, body);
      await record(db, context, api.createAlertRule, { id, name: body.name, fields });
      return { id };
    }),

  updateAlertRule: ({ params, body }, context) =>
    change(context, async (db) => {
      const old = await readRule(db, params.id);
      await changeRule(db, old, body);
      const keys = Object.keys(body) as (keyof typeof body)[];
      const was = Object.fromEntries(keys.map((key) => [key, old[key]]));
      const [fields, before] = [await withNames(db, body), await withNames(db, was)];
      const about = { id: old.id, name: old.name, fields, before };
      await record(db, context, api.updateAlertRule, about);
      return {};
    }),

  deleteAlertRule: ({ params }, context) =>
    change(context, async (db) => {
      const { id, ...rule } = await readRule(db, params.id);
      await deleteRule(db, id);
      const before = await withNames(db, rule);
      await record(db, context, api.deleteAlertRule, { id, name: rule.name, fields: {}, before });
      return {};
    }),

  pauseAlerts: ({ body }, context) =>
    change(context, async (db) => {
      const old = await readPause(db);
      await storePause(db, body.until === null ? null : Date.parse(body.until));
      const before = { until: old === null ? null : new Date(old).toISOString() };
      await record(db, context, api.pauseAlerts, { id: null, name: null, fields: body, before });
      return {};
    }),

  listAlertDeliveries: async ({ query }, { store, user }) => {
    const items = await store.use((db) => readDeliveries(db, query?.limit));
    return { items: hideInErrors(items, user) };
  },
};

const change = <T>({ store }: OwnContext, act: (db: Db) => Promise<T>) => changeStore(store, act);

interface About {
  id: string | null;
  name: string | null;
  fields: Record<string, unknown>;
  before?: Record<string, unknown>;
}

function record(
  db: Db,
  { c, user, now }: OwnContext,
  operation: Operation,
  { id, name, fields, before }: About,
  result?: WriteResult,
): Promise<void> {
  const entry = {
    at: now,
    actor: user?.name ?? ANONYMOUS,
    operation: label(operation),
    subject: { kind: "alert" as const, id, number: null, name, fields, before: before ?? null },
    requestId: c.var.requestId ?? "",
  };
  return addDoneEntry(db, entry, result);
}

/** What the journal says of a rule: its channels by the names that they have now. */
async function withNames(
  db: Db,
  rule: Partial<api.AlertRuleFields>,
): Promise<Record<string, unknown>> {
  if (rule.channels === undefined) return { ...rule };
  const names = new Map((await readChannels(db)).map(({ id, name }) => [id, name]));
  return { ...rule, channels: rule.channels.map((id) => names.get(id) ?? id) };
}

/** The fields that changed, with their values from before. */
function changesOf(old: Channel, changed: Channel) {
  const [before, fields] = [fieldsOf(old), fieldsOf(changed)];
  const isSecretNew = JSON.stringify(old.target) !== JSON.stringify(changed.target);
  const keys = Object.keys({ ...before, ...fields }).filter((key) =>
    key === "secret" ? isSecretNew : JSON.stringify(before[key]) !== JSON.stringify(fields[key]),
  );
  const pick = (values: Record<string, unknown>) =>
    Object.fromEntries(keys.flatMap((key) => (key in values ? [[key, values[key]]] : [])));
  return { fields: pick(fields), before: pick(before) };
}

/** What the journal says of a channel: its secret only as `***`. */
function fieldsOf({ name, language, isOn, target }: Omit<Channel, "id">): Record<string, unknown> {
  const { type: kind, ...place } = target;
  const secret = "secret" in target ? { secret: "***" } : {};
  return { name, language, isOn, kind, ...place, ...secret };
}
