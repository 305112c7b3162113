import type { ExternalRow } from "#domain/externalNumbers/rows.ts";
import type { SipRow } from "#domain/sip/rows.ts";
import { type Watched, watchedKey } from "#domain/watched/queries.ts";

/** Since when, in ms since 1970; not exact where it may have been so before that. */
export interface Since {
  at: number;
  exact: boolean;
}

/** Something that somebody has to look after. */
export type Matter = { since: Since | undefined } & (
  | { kind: "line"; row: ExternalRow }
  | { kind: "phone"; row: SipRow }
  | { kind: "voicemail" }
);

interface Facts {
  phones: readonly SipRow[];
  lines: readonly ExternalRow[];
  /** Recordings are to be sent, and there is no address. */
  isVoicemailLost: boolean;
  watched: Watched | undefined;
}

const newestFirst = (a: Matter, b: Matter) => (b.since?.at ?? 0) - (a.since?.at ?? 0);

/**
 * What needs attention: lines first, because through one of them calls many phones; then the phones,
 * the last that went offline first.
 */
export function findMatters({ phones, lines, isVoicemailLost, watched }: Facts): Matter[] {
  const since = (kind: "sip" | "external", id: number | undefined): Since | undefined => {
    const seen = id === undefined ? undefined : watched?.objects.get(watchedKey(kind, id));
    if (seen?.state !== "offline") return undefined;
    return { at: Date.parse(seen.since), exact: seen.exact };
  };
  const lost = lines
    .filter(({ state }) => state === "lost")
    .map((row): Matter => ({ kind: "line", row, since: since("external", row.connectionId) }));
  const offline = phones
    .filter(({ state }) => state === "offline")
    .map((row): Matter => ({ kind: "phone", row, since: since("sip", row.id) }));
  return [
    ...lost.sort(newestFirst),
    ...offline.sort(newestFirst),
    ...(isVoicemailLost ? [{ kind: "voicemail" as const, since: undefined }] : []),
  ];
}
