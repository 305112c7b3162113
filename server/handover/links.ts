import { createHash, randomBytes } from "node:crypto";
import { LINK_MINUTES } from "#api/handover.ts";
import type { Db, HandoverLinksTable } from "#server/store/schema.ts";

export type Link = HandoverLinksTable;

/** Whom a link shows the credentials to. */
export type Opener = "person" | "device";

/** Milliseconds after its first read in which a phone may read its settings again. */
const READ_AGAIN_MS = 60_000;
const DEVICE_READS = 2;

export type NewLink = Pick<
  Link,
  "office" | "account_id" | "number" | "name" | "transport" | "port" | "actor"
>;

/** 256 random bits; a secret, which the store does not know. */
export const newToken = (): string => randomBytes(32).toString("base64url");

export const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** The moment until which a link works that is made now. */
export const expiryOf = (now: number): number => now + LINK_MINUTES * 60_000;

/** Adds a link, and deletes those that are over. */
export async function addLink(
  db: Db,
  token: string,
  link: NewLink,
  { now, deviceOnly = false }: { now: number; deviceOnly?: boolean },
): Promise<void> {
  await db
    .deleteFrom("handover_links")
    .where("expires_at", "<", now - READ_AGAIN_MS)
    .execute();
  await db
    .insertInto("handover_links")
    .values({
      hash: hashOf(token),
      ...link,
      device_only: deviceOnly ? 1 : 0,
      expires_at: expiryOf(now),
      used_at: null,
      device_reads: 0,
    })
    .execute();
}

/** A link that this opener can open now; undefined for all others alike. */
export async function findLink(
  db: Db,
  token: string,
  opener: Opener,
  now: number,
): Promise<Link | undefined> {
  const link = await db
    .selectFrom("handover_links")
    .selectAll()
    .where("hash", "=", hashOf(token))
    .executeTakeFirst();
  return link !== undefined && isOpen(link, opener, now) ? link : undefined;
}

function isOpen(link: Link, opener: Opener, now: number): boolean {
  if (opener === "person" && link.device_only === 1) return false;
  if (link.used_at === null) return now < link.expires_at;
  // Zero reads: a person has used it up.
  const { device_reads: reads, used_at: usedAt } = link;
  return opener === "device" && reads > 0 && reads < DEVICE_READS && now < usedAt + READ_AGAIN_MS;
}

/**
 * Uses a link up; false where it is not open any more. Of several that try at once, on whatever
 * server, as many succeed as may open it.
 */
export async function claimLink(
  db: Db,
  token: string,
  opener: Opener,
  now: number,
): Promise<boolean> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- found again after somebody else has used it
    const link = await findLink(db, token, opener, now);
    if (link === undefined) return false;
    const { hash, used_at: usedAt, device_reads: reads } = link;
    // oxlint-disable-next-line no-await-in-loop -- as above
    const { numUpdatedRows } = await db
      .updateTable("handover_links")
      .set({
        used_at: usedAt ?? now,
        device_reads: opener === "device" ? reads + 1 : reads,
      })
      .where("hash", "=", hash)
      .where("used_at", usedAt === null ? "is" : "=", usedAt)
      .where("device_reads", "=", reads)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) return true;
  }
}
