import { randomUUID } from "node:crypto";
import { ALERT_LIMITS, type AlertRule, type AlertRuleFields } from "#api/alerts.ts";
import { ProxyError } from "#proxy/proxyError.ts";
import type { Db } from "#server/store/schema.ts";

export async function readRules(db: Db): Promise<AlertRule[]> {
  const rows = await db.selectFrom("alert_rules").selectAll().orderBy("created_at").execute();
  return rows.map(({ id, fields }) => Object.assign(JSON.parse(fields) as AlertRuleFields, { id }));
}

/** Throws `ProxyError` (404). */
export async function readRule(db: Db, id: string): Promise<AlertRule> {
  const found = (await readRules(db)).find((rule) => rule.id === id);
  if (found === undefined) throw new ProxyError("unknown-path", "There is no such rule.");
  return found;
}

export async function addRule(db: Db, fields: AlertRuleFields, now: number): Promise<string> {
  if ((await readRules(db)).length >= ALERT_LIMITS.rules) {
    throw new ProxyError("bad-request", "There are too many rules.");
  }
  const id = randomUUID();
  const row = { id, fields: JSON.stringify(fields), created_at: now };
  await db.insertInto("alert_rules").values(row).execute();
  return id;
}

export async function storeRule(db: Db, { id, ...fields }: AlertRule): Promise<void> {
  const row = { fields: JSON.stringify(fields) };
  await db.updateTable("alert_rules").set(row).where("id", "=", id).execute();
}

/** Changes a rule. One that is about something else, or was off, starts over. */
export async function changeRule(
  db: Db,
  old: AlertRule,
  change: Partial<AlertRuleFields>,
): Promise<void> {
  const rule = { ...old, ...change };
  await storeRule(db, rule);
  const isOther = JSON.stringify(rule.condition) !== JSON.stringify(old.condition);
  if (isOther || (rule.isOn && !old.isOn)) await forgetState(db, old.id);
}

export async function deleteRule(db: Db, id: string): Promise<void> {
  await db.deleteFrom("alert_rules").where("id", "=", id).execute();
  await forgetState(db, id);
}

async function forgetState(db: Db, id: string): Promise<void> {
  await db.deleteFrom("alert_states").where("rule_id", "=", id).execute();
}

/** Until when all rules are paused; null while they are not. */
export async function readPause(db: Db): Promise<number | null> {
  const row = await db.selectFrom("alert_pause").select("until_at").executeTakeFirst();
  return row?.until_at ?? null;
}

export async function storePause(db: Db, until: number | null): Promise<void> {
  const values = { until_at: until };
  await db
    .insertInto("alert_pause")
    .values({ id: 1, ...values })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(values))
    .execute();
}
