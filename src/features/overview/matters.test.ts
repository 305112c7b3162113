import { expect, it } from "vitest";
import type { RememberedForwarding } from "#api/rememberedForwarding.ts";
import type { ExternalRow } from "#domain/externalNumbers/rows.ts";
import type { SipRow } from "#domain/sip/rows.ts";
import type { Watched } from "#domain/watched/queries.ts";
import { findMatters } from "./matters.ts";

const phone = (id: number, state: SipRow["state"]) => ({ id, state }) as SipRow;
const line = (connectionId: number, state: ExternalRow["state"]) =>
  ({ connectionId, state }) as ExternalRow;

const at = (hour: number) => new Date(Date.UTC(2026, 0, 15, hour)).toISOString();

function seen(...objects: [key: string, hour: number, state?: "online"][]): Watched {
  const entries = objects.map(([key, hour, state = "offline" as const]) => {
    const [kind = "", id] = key.split(":");
    const object = { kind, id: Number(id), state, since: at(hour), exact: true, before: null };
    return [key, object] as const;
  });
  return { objects: new Map(entries), gaps: [] } as unknown as Watched;
}

const NOTHING_MORE = { forwarding: undefined, availability: undefined };

it("tells of lines first, then of the phones that went offline last", () => {
  const matters = findMatters({
    phones: [
      phone(1, "offline"),
      phone(2, "online"),
      phone(3, "offline"),
      phone(4, "creating"),
      phone(5, "unknown"),
    ],
    lines: [line(1, "registered"), line(2, "lost"), line(3, undefined)],
    isVoicemailLost: true,
    watched: seen(["sip:1", 9], ["sip:3", 11], ["external:2", 8]),
    ...NOTHING_MORE,
  });
  const told = matters.map((matter) => [
    matter.kind,
    matter.since === undefined ? undefined : new Date(matter.since.at).getUTCHours(),
  ]);
  expect(told).toEqual([
    ["line", 8],
    ["phone", 11],
    ["phone", 9],
    ["voicemail", undefined],
  ]);
});

it("claims no time for a state that the server has not seen yet", () => {
  const facts = {
    phones: [phone(1, "offline")],
    lines: [],
    isVoicemailLost: false,
    ...NOTHING_MORE,
  };
  const [matter] = findMatters({ ...facts, watched: seen(["sip:1", 9, "online"]) });
  expect(matter?.since).toBeUndefined();
  expect(findMatters({ ...facts, watched: undefined })).toHaveLength(1);
});

it("knows the account to which a line leads, and how often a phone dropped", () => {
  const forwarding = [
    { certain: true, values: { number_type: "ate", number_id: 2, type: "sip", sip_id: 5 } },
    { certain: false, values: { number_type: "ate", number_id: 3, type: "sip", sip_id: 5 } },
  ] as unknown as RememberedForwarding[];
  const told = findMatters({
    phones: [phone(1, "offline"), phone(5, "online")],
    lines: [line(2, "lost"), line(3, "lost")],
    isVoicemailLost: false,
    watched: undefined,
    forwarding,
    availability: [{ id: 1, drops: 4, share: 1 }],
  });
  expect(told).toMatchObject([
    { kind: "line", leadsTo: { id: 5 } },
    { kind: "line", leadsTo: undefined },
    { kind: "phone", drops: 4 },
  ]);
});
