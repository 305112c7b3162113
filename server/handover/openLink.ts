import type { Log } from "#proxy/log.ts";
import { unacceptable } from "#proxy/upstreamError.ts";
import type { UpstreamOf } from "#proxy/writeForServer.ts";
import { beginEntry, completeEntry } from "#server/journal/journal.ts";
import { errorOutcome, type WriteResult } from "#server/journal/outcome.ts";
import type { Store } from "#server/store/store.ts";
import { type Credentials, readAccount } from "./account.ts";
import { addLink, findLink, type Link, newToken, type Opener, claimLink } from "./links.ts";

/** What the journal calls what opens a link: nobody has signed in. */
export const LINK_ACTOR = "handover link";
const OPEN_LINK = "OPEN /handover-links";

export interface HandoverOptions {
  /** The store of a sandbox office (null is the default one), or the one of the provider. */
  storeOf: (office: string | null) => Store;
  /** Of the links of all offices. */
  linkStore: Store;
  upstreamOf: UpstreamOf;
  log: Log;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** What a link gives once; `deviceToken` is that of a link for a phone on the person's page. */
export interface Opened {
  credentials: Credentials;
  deviceToken: string | undefined;
}

/** Whether a link could be opened. Throws `StoreError`. */
export async function isLinkOpen(
  { linkStore, now }: HandoverOptions,
  token: string,
  opener: Opener,
): Promise<boolean> {
  return (await linkStore.use((db) => findLink(db, token, opener, now()))) !== undefined;
}

/**
 * Reads the credentials that a link leads to, and uses it up; undefined for every link that is not
 * open. Where the provider can't be read the link stays as it was. Throws `ProxyError` and
 * `StoreError`.
 */
export async function openLink(
  options: HandoverOptions,
  { token, opener, requestId }: { token: string; opener: Opener; requestId: string },
): Promise<Opened | undefined> {
  const { storeOf, linkStore, log, now } = options;
  const link = await linkStore.use((db) => findLink(db, token, opener, now()));
  if (link === undefined) return undefined;
  const journal = storeOf(link.office);
  const entry = await beginEntry(journal, {
    at: now(),
    actor: LINK_ACTOR,
    operation: OPEN_LINK,
    subject: {
      kind: "sip",
      id: String(link.account_id),
      number: link.number,
      name: link.name,
      fields: { opener, madeBy: link.actor, password: "***" },
      before: null,
    },
    requestId,
  });
  const complete = (result: WriteResult) =>
    completeEntry(journal, entry, result, now()).catch(() => {
      log({ level: "error", event: "journal", id: requestId, reason: "STORE_failed" });
    });
  try {
    const credentials = await readCredentials(link, options);
    const claimed = await claim(options, link, token, opener);
    if (claimed === undefined) {
      await complete({ outcome: "refused", message: "The link was opened elsewhere meanwhile." });
      return undefined;
    }
    await complete({ outcome: "done", message: null });
    return { credentials, ...claimed };
  } catch (error) {
    // Nothing has been shown, whatever has failed.
    await complete({ outcome: "refused", message: errorOutcome(error).message });
    throw error;
  }
}

/** Not empty, without control characters and halves of a pair. */
const TYPED = /^[^\p{Cc}\p{Cs}\ufffe\uffff]+$/u;

async function readCredentials(
  { account_id: id, office, transport, port }: Link,
  { upstreamOf }: HandoverOptions,
): Promise<Credentials> {
  const account = await readAccount(upstreamOf(office).reveal, id);
  const { name, number, server, login, password = "" } = account;
  // Nobody could type it, nor XML hold it.
  if (![server, login, password].every((value) => TYPED.test(value))) {
    throw unacceptable("NO_CREDENTIALS");
  }
  return { name, extension: String(number), server, login, password, transport, port };
}

/** For a person together with a link of their phone's own, as theirs is used up. */
function claim(
  { linkStore, now }: HandoverOptions,
  { office, account_id, number, name, transport, port, actor }: Link,
  token: string,
  opener: Opener,
): Promise<{ deviceToken: string | undefined } | undefined> {
  return linkStore.use((db) =>
    db.transaction().execute(async (within) => {
      if (!(await claimLink(within, token, opener, now()))) return undefined;
      if (opener === "device") return { deviceToken: undefined };
      const deviceToken = newToken();
      const link = { office, account_id, number, name, transport, port, actor };
      await addLink(within, deviceToken, link, { now: now(), deviceOnly: true });
      return { deviceToken };
    }),
  );
}
