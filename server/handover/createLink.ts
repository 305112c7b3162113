import { createHandoverLink } from "#api/handover.ts";
import { label } from "#api/operation.ts";
import { beginEntry, completeEntry } from "#server/journal/journal.ts";
import { ANONYMOUS } from "#server/journal/recordWrites.ts";
import type { Handler } from "#server/ownRoutes.ts";
import { readAccount } from "./account.ts";
import { addLink, expiryOf, newToken } from "./links.ts";
import { devicePath, personPath } from "./routePaths.ts";

/**
 * Makes a link; the password is read only when that is opened. Its entry is in the journal before it
 * is in the store, which is another one for an office of the sandbox.
 */
export const createLink: Handler<typeof createHandoverLink> = async (
  { body: { account: id, transport, port } },
  { c, store, linkStore, upstreamOf, office, user, now },
) => {
  const account = await readAccount(upstreamOf(office).read, id);
  const number = String(account.number);
  const { name } = account;
  const actor = user?.name ?? ANONYMOUS;
  const expiresAt = new Date(expiryOf(now)).toISOString();
  const fields = { transport, port, until: expiresAt };
  const entry = await beginEntry(store, {
    at: now,
    actor,
    operation: label(createHandoverLink),
    subject: { kind: "sip", id: String(id), number, name, fields, before: null },
    requestId: c.var.requestId ?? "",
  });
  const token = newToken();
  const link = { office, account_id: id, number, name, transport, port, actor };
  await linkStore.use((db) => addLink(db, token, link, { now }));
  await completeEntry(store, entry, { outcome: "done", message: null }, now);
  return { path: personPath(token), devicePath: devicePath(token), expiresAt };
};
