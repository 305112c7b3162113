import type { AlertDelivery } from "#api/alerts.ts";
import type { Log } from "#proxy/log.ts";
import { addDoneEntry } from "#server/journal/journal.ts";
import type { AlertOutboxTable, Db } from "#server/store/schema.ts";
import type { Store } from "#server/store/store.ts";
import { takeLease } from "#server/watch/lease.ts";
import { type Channel, readChannels } from "./channelStore.ts";
import type { Attempt } from "./channels/delivery.ts";
import { ATTEMPT_MS } from "./channels/delivery.ts";
import type { Send } from "./channels/send.ts";
import type { AlertMessage } from "./message.ts";
import { readPause, readRules } from "./ruleStore.ts";
import { isQuiet } from "./rules.ts";
import { writeText } from "./texts.ts";

/** Nobody else sends what is being sent for so long, whatever becomes of this process. */
export const CLAIM_MS = 3 * ATTEMPT_MS;
/** What could not be delivered for so long is given up. */
export const GIVE_UP_MS = 24 * 60 * 60_000;
/** The first pause after a failure; each is twice as long as the one before. */
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 15 * 60_000;
/** Letters of a channel that are sent in one go. */
const AT_ONCE = 20;
/** What was sent is kept for so long. */
const KEPT_MS = 90 * 24 * 60 * 60_000;

/** Who is named in the journal: nobody asked for it. */
export const PULT = "Pult";
export const SEND_ALERT = "SEND /alerts";

export interface OutboxOptions {
  store: Store;
  send: Send;
  log: Log;
  /** Milliseconds since 1970. */
  now: () => number;
}

export interface Outbox {
  /**
   * Sends what is due, without waiting for it: a channel that is slow holds up nothing else. Only for
   * who holds the lease.
   */
  deliver: (holder: string) => Promise<void>;
  /** Ends once nothing is under way. */
  idle: () => Promise<void>;
  /** Starts nothing more, and waits for what is under way: what was cut off may arrive twice. */
  stop: () => Promise<void>;
  prune: () => Promise<void>;
}

type Row = AlertOutboxTable;

interface Due {
  row: Row;
  /** It fell due in quiet hours or in a pause, and has waited for their end: it is tried once more. */
  wasHeld: boolean;
}

/** A channel that fails is left alone for a while. */
interface Trouble {
  failures: number;
  until: number;
}

export function createOutbox({ store, send, log, now }: OutboxOptions): Outbox {
  /** The channels to which something is under way. */
  const busy = new Map<string, Promise<void>>();
  const troubles = new Map<string, Trouble>();
  let isStopped = false;
  const never = new AbortController().signal;

  const idle = async () => void (await Promise.all(busy.values()));

  const settle = async (row: Row, channel: Channel, attempt: Attempt): Promise<void> => {
    const at = now();
    const isOver = attempt.isDelivered || at - row.created_at >= GIVE_UP_MS;
    const nextAt = at + (attempt.retryAfterMs ?? pauseAfter(row.attempts + 1));
    const values = {
      next_at: isOver ? null : Math.min(nextAt, row.created_at + GIVE_UP_MS),
      delivered_at: attempt.isDelivered ? at : null,
      error: attempt.isDelivered ? null : attempt.answer,
    };
    await store.use((db) =>
      db.transaction().execute(async (trx) => {
        await trx.updateTable("alert_outbox").set(values).where("id", "=", row.id).execute();
        if (isOver) await addToJournal(trx, row, channel, attempt, at);
      }),
    );
    if (attempt.isDelivered) return;
    log({ level: "error", event: "alert", reason: isOver ? "given up" : "not delivered" });
  };

  /** Whether the channel takes more. */
  const deliverOne = async (due: Due, channel: Channel, holder: string): Promise<boolean> => {
    const { row, wasHeld } = due;
    if (isStopped || !(await claim(store, row, holder, now()))) return false;
    const isTooOld = now() - row.created_at >= GIVE_UP_MS && row.attempts > 0 && !wasHeld;
    const message = JSON.parse(row.message) as AlertMessage;
    const attempt = isTooOld
      ? { isDelivered: false, answer: row.error ?? "" }
      : await send(channel, message, { zone: row.zone, signal: never });
    await settle(row, channel, attempt);
    if (isTooOld) return true;
    if (attempt.isDelivered) troubles.delete(channel.id);
    else {
      const failures = (troubles.get(channel.id)?.failures ?? 0) + 1;
      const until = now() + (attempt.retryAfterMs ?? pauseAfter(failures));
      troubles.set(channel.id, { failures, until });
    }
    return attempt.isDelivered;
  };

  const deliverTo = async (channel: Channel, all: readonly Due[], holder: string) => {
    for (const due of all) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, in their order
      if (!(await deliverOne(due, channel, holder))) return;
    }
  };

  return {
    deliver: async (holder) => {
      if (isStopped) return;
      for (const { channel, due } of await store.use((db) => readDue(db, now()))) {
        if (busy.has(channel.id) || (troubles.get(channel.id)?.until ?? 0) > now()) continue;
        const delivering = deliverTo(channel, due, holder)
          .catch(() => log({ level: "error", event: "alert", reason: "STORE_failed" }))
          .finally(() => busy.delete(channel.id));
        busy.set(channel.id, delivering);
      }
    },
    idle,
    stop: () => {
      isStopped = true;
      return idle();
    },
    prune: async () => {
      await store.use((db) =>
        db
          .deleteFrom("alert_outbox")
          .where("created_at", "<", now() - KEPT_MS)
          .execute(),
      );
    },
  };
}

/** Takes a message for one attempt; false if another attempt has it, or another instance watches. */
function claim(store: Store, row: Row, holder: string, now: number): Promise<boolean> {
  return store.use((db, engine) =>
    db.transaction().execute(async (trx) => {
      if (!(await takeLease(trx, engine, holder))) return false;
      const { numUpdatedRows } = await trx
        .updateTable("alert_outbox")
        .set({ next_at: now + CLAIM_MS, attempts: row.attempts + 1 })
        .where("id", "=", row.id)
        .where("next_at", "=", row.next_at)
        .where("attempts", "=", row.attempts)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    }),
  );
}

/** Milliseconds until the next attempt. */
export function pauseAfter(attempts: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, attempts - 1));
}

/**
 * What is to be sent now on the channels that are on; what was tried least comes first. Nothing of
 * rules that are quiet now: also what is tried again has to wait.
 */
async function readDue(db: Db, now: number): Promise<{ channel: Channel; due: Due[] }[]> {
  const all = db.selectFrom("alert_outbox").where("next_at", "<=", now);
  if ((await all.select("id").limit(1).executeTakeFirst()) === undefined) return [];
  const pausedUntil = await readPause(db);
  if (pausedUntil !== null && now < pausedUntil) return [];
  const rules = new Map((await readRules(db)).map((rule) => [rule.id, rule]));
  const quiet = [...rules.values()].filter((rule) => isQuiet(rule, now, { pausedUntil }));
  const told =
    quiet.length === 0
      ? all
      : all.where(
          "rule_id",
          "not in",
          quiet.map(({ id }) => id),
        );
  const wasHeld = ({ rule_id: id, next_at: at }: Row) => {
    const rule = rules.get(id);
    return rule !== undefined && isQuiet(rule, at ?? now, { pausedUntil });
  };
  const found = [];
  for (const channel of (await readChannels(db)).filter(({ isOn }) => isOn)) {
    const own = told.selectAll().where("channel_id", "=", channel.id);
    const ordered = own.orderBy("attempts").orderBy("created_at").limit(AT_ONCE);
    // oxlint-disable-next-line no-await-in-loop -- one connection
    const rows = await ordered.execute();
    found.push({ channel, due: rows.map((row) => ({ row, wasHeld: wasHeld(row) })) });
  }
  return found.filter(({ due }) => due.length > 0);
}

async function addToJournal(
  db: Db,
  row: Row,
  channel: Channel,
  { isDelivered, answer }: Attempt,
  at: number,
): Promise<void> {
  const message = JSON.parse(row.message) as AlertMessage;
  const { subject } = writeText(message, channel.language, row.zone);
  const subjectOf = {
    kind: "alert" as const,
    id: row.rule_id,
    number: null,
    name: message.rule?.name ?? null,
    fields: { channel: channel.name, text: subject },
    before: null,
  };
  const entry = { at, actor: PULT, operation: SEND_ALERT, subject: subjectOf, requestId: row.id };
  await addDoneEntry(db, entry, {
    outcome: isDelivered ? "done" : "refused",
    message: isDelivered ? null : answer,
  });
}

const DELIVERIES = 50;

/** What was sent last, newest first. */
export async function readDeliveries(db: Db, limit = DELIVERIES): Promise<AlertDelivery[]> {
  const rows = await db
    .selectFrom("alert_outbox")
    .leftJoin("alert_channels", "alert_channels.id", "alert_outbox.channel_id")
    .selectAll("alert_outbox")
    .select(["alert_channels.name as channel", "alert_channels.language as language"])
    .orderBy("alert_outbox.created_at", "desc")
    .orderBy("alert_outbox.id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => {
    const message = JSON.parse(row.message) as AlertMessage;
    const isWaiting = row.next_at !== null;
    return {
      id: row.id,
      at: iso(row.created_at),
      rule: message.rule?.name ?? "",
      channel: row.channel ?? "",
      subject: writeText(message, row.language ?? "en", row.zone).subject,
      state: row.delivered_at !== null ? "delivered" : isWaiting ? "waiting" : "failed",
      attempts: row.attempts,
      deliveredAt: row.delivered_at === null ? null : iso(row.delivered_at),
      nextAt: row.next_at === null ? null : iso(row.next_at),
      error: row.error,
    };
  });
}

const iso = (ms: number) => new Date(ms).toISOString();
