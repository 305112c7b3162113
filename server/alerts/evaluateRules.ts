import { randomUUID } from "node:crypto";
import type { WatchedKind } from "#api/history.ts";
import { WATCHED_KINDS } from "#api/history.ts";
import type { Db } from "#server/store/schema.ts";
import type { Store } from "#server/store/store.ts";
import { takeLease } from "#server/watch/lease.ts";
import { NEVER } from "#server/watch/recordLook.ts";
import { readChannels } from "./channelStore.ts";
import { type NameOf, toMessage } from "./message.ts";
import { readPause, readRules } from "./ruleStore.ts";
import { evaluate, type RuleState, type SeenObject, type Sight } from "./rules.ts";

export interface EvaluateOptions {
  /** Of the lease: only who watches tells. */
  holder: string;
  /** Milliseconds since 1970. */
  now: number;
  labelOf: NameOf;
  publicUrl: string | undefined;
}

/**
 * Evaluates all rules against what the store holds of the last looks. What is to be told goes into
 * the outbox together with the states: neither is there without the other. Throws `StoreError`.
 */
export async function evaluateRules(store: Store, options: EvaluateOptions): Promise<void> {
  const { holder, now, labelOf, publicUrl } = options;
  await store.use((db, engine) =>
    db.transaction().execute(async (trx) => {
      const rules = (await readRules(trx)).filter(({ isOn }) => isOn);
      if (rules.length === 0 || !(await takeLease(trx, engine, holder))) return;
      const sight = await readSight(trx, now);
      const states = await readStates(trx);
      const pausedUntil = await readPause(trx);
      const channels = (await readChannels(trx)).filter(({ isOn }) => isOn);
      for (const { id, ...rule } of rules) {
        const old = states.get(id);
        const { state, event } = evaluate(rule, old, sight, { pausedUntil });
        // oxlint-disable no-await-in-loop -- one connection
        if (isOther(old, state)) await storeState(trx, id, state);
        if (event === undefined) continue;
        const about = { id: randomUUID(), at: now, rule: { id, name: rule.name }, publicUrl };
        const message = JSON.stringify(toMessage(event, about, labelOf));
        const rows = channels
          .filter((channel) => rule.channels.includes(channel.id))
          .map((channel) => ({
            id: randomUUID(),
            event_id: about.id,
            channel_id: channel.id,
            rule_id: id,
            zone: rule.zone,
            message,
            created_at: now,
            attempts: 0,
            next_at: now,
          }));
        if (rows.length > 0) await trx.insertInto("alert_outbox").values(rows).execute();
        // oxlint-enable no-await-in-loop
      }
    }),
  );
}

async function readSight(db: Db, now: number): Promise<Sight> {
  const looks = await db.selectFrom("watch_looks").selectAll().execute();
  const objects = new Map(WATCHED_KINDS.map((kind) => [kind, new Map<number, SeenObject>()]));
  const rows = await db.selectFrom("watch_states").selectAll().execute();
  for (const { kind, object_id: id, state, since, before_state: before } of rows) {
    objects.get(kind)?.set(id, { state, since, before });
  }
  const lookOf = (kind: WatchedKind, at: number) => ({
    at,
    objects: objects.get(kind) ?? new Map(),
  });
  const failing = looks.flatMap(({ failing_since: since }) => since ?? []);
  const made = looks.filter(({ looked_at: at }) => at !== NEVER);
  return {
    now,
    looks: Object.fromEntries(made.map(({ kind, looked_at: at }) => [kind, lookOf(kind, at)])),
    unreadableSince: failing.length === 0 ? null : Math.min(...failing),
  };
}

async function readStates(db: Db): Promise<ReadonlyMap<string, RuleState>> {
  const rows = await db.selectFrom("alert_states").selectAll().execute();
  return new Map(rows.map(({ rule_id: id, state }) => [id, JSON.parse(state) as RuleState]));
}

/** Which look was counted last is no news where it changed nothing: to count it again does not, either. */
function isOther(old: RuleState | undefined, state: RuleState): boolean {
  return JSON.stringify({ ...old, lookedAt: 0 }) !== JSON.stringify({ ...state, lookedAt: 0 });
}

async function storeState(db: Db, rule: string, state: RuleState): Promise<void> {
  const values = { state: JSON.stringify(state) };
  await db
    .insertInto("alert_states")
    .values({ rule_id: rule, ...values })
    .onConflict((conflict) => conflict.column("rule_id").doUpdateSet(values))
    .execute();
}
