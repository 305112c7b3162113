import { randomUUID } from "node:crypto";
import type { AlertChannel, ChannelTarget, ShownTarget } from "#api/alerts.ts";
import type { createAlertChannel, updateAlertChannel } from "#api/alerts.ts";
import { ALERT_LIMITS } from "#api/alerts.ts";
import type { Request } from "#api/operation.ts";
import { ProxyError } from "#proxy/proxyError.ts";
import type { Db } from "#server/store/schema.ts";
import { readRules, storeRule } from "./ruleStore.ts";

type NewChannel = Request<typeof createAlertChannel>["body"];
type ChannelChange = Request<typeof updateAlertChannel>["body"];

/** With its secret, which nobody outside the server sees. */
export interface Channel extends Omit<AlertChannel, "target"> {
  target: ChannelTarget;
}

export async function readChannels(db: Db): Promise<Channel[]> {
  const rows = await db.selectFrom("alert_channels").selectAll().orderBy("created_at").execute();
  return rows.map(({ id, name, language, is_on, target }) => ({
    id,
    name,
    language,
    isOn: is_on === 1,
    target: JSON.parse(target) as ChannelTarget,
  }));
}

/** Throws `ProxyError` (404). */
export async function readChannel(db: Db, id: string): Promise<Channel> {
  const found = (await readChannels(db)).find((channel) => channel.id === id);
  if (found === undefined) throw new ProxyError("unknown-path", "There is no such channel.");
  return found;
}

/** Without its secret. */
export function show({ target, ...channel }: Channel): AlertChannel {
  return { ...channel, target: withoutSecret(target) };
}

function withoutSecret(target: ChannelTarget): ShownTarget {
  if (target.type === "email") return target;
  const { secret, ...shown } = target;
  return { ...shown, hasSecret: secret !== "" };
}

export async function addChannel(db: Db, channel: NewChannel, now: number): Promise<string> {
  if ((await readChannels(db)).length >= ALERT_LIMITS.channels) {
    throw new ProxyError("bad-request", "There are too many channels.");
  }
  const id = randomUUID();
  await db
    .insertInto("alert_channels")
    .values({ id, ...toRow(channel), created_at: now })
    .execute();
  return id;
}

/** What waits for one that is turned off is dropped. A secret that is not given stays, but not where it would go to somebody else. */
export async function changeChannel(db: Db, old: Channel, change: ChannelChange): Promise<Channel> {
  const target = change.target === undefined ? old.target : mergeTarget(old.target, change.target);
  const { name = old.name, language = old.language, isOn = old.isOn } = change;
  const channel = { id: old.id, name, language, isOn, target };
  await db.updateTable("alert_channels").set(toRow(channel)).where("id", "=", old.id).execute();
  if (!isOn) await dropWaiting(db, old.id, "the channel was turned off");
  return channel;
}

type ChangedTarget = NonNullable<ChannelChange["target"]>;

function mergeTarget(old: ChannelTarget, change: ChangedTarget): ChannelTarget {
  if (change.type === "email") return change;
  const kept = old.type === change.type && isSamePlace(old, change) ? old.secret : undefined;
  const secret = change.secret ?? kept;
  if (secret === undefined) throw new ProxyError("bad-request", `The body's "secret" is missing.`);
  return { ...change, secret };
}

/** A bot's token opens all its chats; the secret of one webhook is not for another one. */
function isSamePlace(old: ChannelTarget, change: ChangedTarget): boolean {
  return old.type !== "webhook" || change.type !== "webhook" || old.url === change.url;
}

/** What waits to be sent there is dropped, and the rules name it no more. */
export async function deleteChannel(db: Db, id: string): Promise<void> {
  await db.deleteFrom("alert_channels").where("id", "=", id).execute();
  await dropWaiting(db, id, "the channel was deleted");
  for (const rule of await readRules(db)) {
    if (!rule.channels.includes(id)) continue;
    const channels = rule.channels.filter((one) => one !== id);
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await storeRule(db, { ...rule, channels });
  }
}

/** What waits to be sent to a channel never is. */
async function dropWaiting(db: Db, id: string, error: string): Promise<void> {
  await db
    .updateTable("alert_outbox")
    .set({ next_at: null, error })
    .where("channel_id", "=", id)
    .where("next_at", "is not", null)
    .execute();
}

function toRow({ name, language, isOn, target }: NewChannel) {
  return { name, language, is_on: Number(isOn), target: JSON.stringify(target) };
}
