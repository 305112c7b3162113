import type { Availability } from "#api/availability.ts";
import type { RememberedForwarding } from "#api/rememberedForwarding.ts";
import type { ExternalRow } from "#domain/externalNumbers/rows.ts";
import type { SipRow } from "#domain/sip/rows.ts";
import { type Watched, watchedKey } from "#domain/watched/queries.ts";

/** Since when, in ms since 1970; not exact where it may have been so before that. */
export interface Since {
  at: number;
  exact: boolean;
}

/** Something that somebody has to look after. */
export type Matter = { since: Since | undefined } & (LineMatter | PhoneMatter | VoicemailMatter);

interface LineMatter {
  kind: "line";
  row: ExternalRow;
  /** The account to which its calls go, where that was set from Pult. */
  leadsTo: SipRow | undefined;
}

interface PhoneMatter {
  kind: "phone";
  row: SipRow;
  /** How often it went offline within seven days, where that is known. */
  drops: number | undefined;
}

interface VoicemailMatter {
  kind: "voicemail";
}

interface Facts {
  phones: readonly SipRow[];
  lines: readonly ExternalRow[];
  /** Recordings are to be sent, and there is no address. */
  isVoicemailLost: boolean;
  watched: Watched | undefined;
  /** As set from Pult. */
  forwarding: readonly RememberedForwarding[] | undefined;
  /** Of the last seven days. */
  availability: readonly Availability[] | undefined;
}

const newestFirst = (a: Matter, b: Matter) => (b.since?.at ?? 0) - (a.since?.at ?? 0);

/**
 * What needs attention: lines first, because through one of them calls many phones; then the phones,
 * the last that went offline first.
 */
export function findMatters(facts: Facts): Matter[] {
  const { phones, lines, isVoicemailLost, watched, forwarding, availability } = facts;
  const since = (kind: "sip" | "external", id: number | undefined): Since | undefined => {
    const seen = id === undefined ? undefined : watched?.objects.get(watchedKey(kind, id));
    if (seen?.state !== "offline") return undefined;
    return { at: Date.parse(seen.since), exact: seen.exact };
  };
  const lost = lines
    .filter(({ state }) => state === "lost")
    .map((row): Matter => {
      const account = forwardedTo(row.connectionId, forwarding);
      const leadsTo = phones.find(({ id }) => id === account);
      return { kind: "line", row, leadsTo, since: since("external", row.connectionId) };
    });
  // Thousands may be offline at once.
  const drops = new Map(availability?.map((one) => [one.id, one.drops]));
  const offline = phones
    .filter(({ state }) => state === "offline")
    .map((row): Matter => ({
      kind: "phone",
      row,
      drops: drops.get(row.id),
      since: since("sip", row.id),
    }));
  return [
    ...lost.sort(newestFirst),
    ...offline.sort(newestFirst),
    ...(isVoicemailLost ? [{ kind: "voicemail" as const, since: undefined }] : []),
  ];
}

/** The id of the account to which an «АТС» connection's calls go. */
function forwardedTo(
  connection: number | undefined,
  forwarding: Facts["forwarding"],
): number | undefined {
  const found = forwarding?.find(
    ({ certain, values }) =>
      certain && values.number_type === "ate" && values.number_id === connection,
  )?.values;
  return found !== undefined && "sip_id" in found ? found.sip_id : undefined;
}
