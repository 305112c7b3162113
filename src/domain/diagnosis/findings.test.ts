import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SipScenario } from "#api/sipScenarios.ts";
import { STATES } from "#domain/sip/rows.ts";
import { diagnose, type Facts, SERIOUS_FIRST, UNSTABLE_DROPS } from "./findings.ts";

type Endpoint = SipScenario["endpoints"][number];

const scenario = (...endpoints: Endpoint[]): SipScenario => ({
  id: 7,
  name: "Днём",
  active: true,
  endpoints,
});
const sip = (timeout: number): Endpoint => ({ type: "sip", timeout });
const mobile = (timeout: number, number?: string): Endpoint => ({ type: "mob", timeout, number });

const WELL: Facts = {
  state: "online",
  statusesUnread: false,
  unreadableSince: undefined,
  active: scenario(sip(30)),
  scenariosUnread: false,
  scenarios: [scenario(sip(30))],
  drops: 0,
  flapping: false,
  lost: [],
};
const find = (facts: Partial<Facts>) => diagnose({ ...WELL, ...facts }).findings;
const kinds = (facts: Partial<Facts>) => find(facts).map(({ kind }) => kind);

describe("the diagnosis", () => {
  it("finds nothing where the phone is online and its scenario rings it", () => {
    expect(diagnose(WELL)).toEqual({ findings: [], rings: WELL.active });
  });

  it.each([
    ["rings the phone for 0 s", scenario(sip(0)), ["silent"]],
    ["rings all for 0 s", scenario(sip(0), mobile(0, "79990000001")), ["silent"]],
    ["rings nobody", scenario(), ["silent"]],
    ["rings a second SIP phone", scenario(sip(0), sip(5)), []],
    ["rings a mobile too", scenario(sip(5), mobile(25)), []],
    ["rings a mobile only", scenario(sip(0), mobile(25)), ["elsewhere"]],
    ["has no SIP phone", scenario(mobile(25)), ["elsewhere"]],
    ["rings something unknown only", scenario({ type: "fax", timeout: 5 }), ["elsewhere"]],
  ])("of a scenario that %s", (_, active, expected) => {
    expect(kinds({ active })).toEqual(expected);
  });

  it("says where calls go, as far as it is known, and not what never rings", () => {
    const active = scenario(sip(0), mobile(25, "79990000001"), mobile(5), mobile(0, "79990000002"));
    expect(find({ active })[0]).toMatchObject({ numbers: ["79990000001"], others: 1 });
  });

  it("offers the one other scenario that rings the phone, and no guess among several", () => {
    const [one, other] = [scenario(sip(5)), { ...scenario(sip(5)), id: 8 }];
    const silent = { ...scenario(sip(0)), id: 9 };
    expect(find({ active: null, scenarios: [one, silent] })).toEqual([
      { kind: "inactive", count: 2, instead: one },
    ]);
    expect(find({ active: silent, scenarios: [silent, one] })[0]).toMatchObject({ instead: one });
    const several = find({ active: null, scenarios: [one, other] })[0];
    expect(several).toMatchObject({ instead: undefined });
    expect(find({ active: silent, scenarios: [silent] })[0]).toMatchObject({ instead: undefined });
  });

  it("calls a phone unstable from a number of drops on, or when this browser saw it", () => {
    expect(kinds({ drops: UNSTABLE_DROPS - 1 })).toEqual([]);
    expect(find({ drops: UNSTABLE_DROPS })[0]).toMatchObject({ drops: UNSTABLE_DROPS });
    expect(find({ drops: 1, flapping: true })[0]).toMatchObject({ drops: undefined });
  });

  it("says of an unknown state whether it was read at all", () => {
    expect(find({ state: "unknown" })[0]).toMatchObject({ why: "unlisted" });
    expect(find({ state: "unknown", statusesUnread: true })[0]).toMatchObject({ why: "unread" });
    expect(find({ state: "unknown", unreadableSince: 5 })[0]).toMatchObject({
      why: "unread",
      unreadableSince: 5,
    });
  });

  it("still rings while it is unstable or an external number is lost", () => {
    const lost = [{ id: 17, number: "74950000000", since: 0 }];
    const unsure = diagnose({ ...WELL, lost, drops: UNSTABLE_DROPS });
    expect(unsure.findings.map(({ kind }) => kind)).toEqual(["external", "unstable"]);
    expect(unsure.rings).toBe(WELL.active);
  });

  it("claims nothing of what is loading or could not be read", () => {
    const loading = { state: undefined, active: undefined, scenarios: undefined, drops: undefined };
    expect(diagnose({ ...WELL, ...loading })).toEqual({ findings: [], rings: undefined });
    expect(kinds({ active: undefined, scenariosUnread: true })).toEqual(["scenariosUnread"]);
  });
});

const anyEndpoint = fc.record({
  type: fc.constantFrom("sip", "mob", "fax"),
  timeout: fc.constantFrom(0, 5, 90),
});
const anyScenario = fc
  .array(anyEndpoint, { maxLength: 4 })
  .map((endpoints) => scenario(...endpoints));
const anyFacts: fc.Arbitrary<Facts> = fc.record({
  state: fc.option(fc.constantFrom(...STATES), { nil: undefined }),
  statusesUnread: fc.boolean(),
  unreadableSince: fc.option(fc.nat(), { nil: undefined }),
  active: fc.oneof(anyScenario, fc.constantFrom(null, undefined)),
  scenariosUnread: fc.boolean(),
  scenarios: fc.option(fc.array(anyScenario, { maxLength: 3 }), { nil: undefined }),
  drops: fc.option(fc.nat(9), { nil: undefined }),
  flapping: fc.boolean(),
  lost: fc.array(fc.record({ id: fc.nat(), number: fc.constant(undefined), since: fc.nat() }), {
    maxLength: 2,
  }),
});

describe("whatever is known", () => {
  it("the most serious finding comes first, and none but lost numbers twice", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const found = diagnose(facts).findings.map(({ kind }) => kind);
        const places = found.map((kind) => SERIOUS_FIRST.indexOf(kind));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        const once = found.filter((kind) => kind !== "external");
        expect(new Set(once).size).toBe(once.length);
      }),
    );
  });

  it("a phone is said to ring only if it is online and its scenario rings it", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { rings } = diagnose(facts);
        if (rings === undefined) return;
        expect(facts.state).toBe("online");
        expect(rings).toBe(facts.active);
        expect(rings.endpoints.some(({ type, timeout }) => type === "sip" && timeout > 0)).toBe(
          true,
        );
      }),
    );
  });

  it("an offline phone is always called so", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(kinds({ ...facts, state: "offline" })).toContain("offline");
      }),
    );
  });
});
