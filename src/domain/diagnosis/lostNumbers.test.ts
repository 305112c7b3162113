import { describe, expect, it } from "vitest";
import type { WatchedObject } from "#api/history.ts";
import type { RememberedForwarding } from "#api/rememberedForwarding.ts";
import { watchedKey } from "#domain/watched/queries.ts";
import { connectionsTo, lostNumbers } from "./lostNumbers.ts";

const forward = (values: RememberedForwarding["values"], certain = true): RememberedForwarding => ({
  values,
  at: "2026-11-12T10:00:00Z",
  actor: "anna",
  entry: 1,
  certain,
});
const toSip = {
  number_type: "ate",
  number_id: 17,
  type: "sip",
  cli_type: "Y",
  sip_id: 25,
} as const;

describe("the connections whose calls go to an account", () => {
  it("are those forwarded to it, also past a CRM", () => {
    const pastCrm = forward({
      number_type: "ate",
      number_id: 18,
      type: "bitrix",
      host: "crm.example",
      cli_type: "Y",
      type_default: "sip",
      cli_type_default: "Y",
      sip_id: 25,
    });
    expect(connectionsTo(25, [forward(toSip), pastCrm])).toEqual([17, 18]);
  });

  it("are not those forwarded elsewhere, of SIP-URI, or with an unknown outcome", () => {
    const others = [
      forward({ ...toSip, sip_id: 26 }),
      forward({ ...toSip, number_type: "sipuri" }),
      forward(toSip, false),
      forward({ number_type: "ate", number_id: 19, type: "empty" }),
    ];
    expect(connectionsTo(25, others)).toEqual([]);
    expect(connectionsTo(25, undefined)).toEqual([]);
  });
});

describe("the numbers that lost registration", () => {
  const since = "2026-11-21T11:02:00.000Z";
  const seen = (id: number, state: WatchedObject["state"]): [string, WatchedObject] => [
    watchedKey("external", id),
    { kind: "external", id, state, since, exact: true, before: null },
  ];
  const objects = new Map([seen(17, "offline"), seen(18, "online")]);

  it("are those that the server saw offline, with their number if it is listed", () => {
    const row = { source: "", type: "АТС", status: false };
    const numbers = [
      { ...row, id: 17, number: "74950000000", type: "SIP-URI" },
      { ...row, id: 17, number: "74951111111" },
    ];
    const lost = { id: 17, since: Date.parse(since) };
    expect(lostNumbers([17, 18, 19], objects, numbers)).toEqual([
      { ...lost, number: "74951111111" },
    ]);
    expect(lostNumbers([17], objects, undefined)).toEqual([{ ...lost, number: undefined }]);
    expect(lostNumbers([17], undefined, numbers)).toEqual([]);
  });
});
