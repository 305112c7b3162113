import { describe, expect, it } from "vitest";
import { ringTroubleOf, troublesOf } from "./troubles.ts";

const rings = (...endpoints: [type: string, timeout: number][]) => ({
  endpoints: endpoints.map(([type, timeout]) => ({ type, timeout })),
});

describe("what is wrong with the active scenario", () => {
  it.each([
    ["rings the phone", rings(["sip", 30]), undefined],
    ["rings the phone and a mobile", rings(["sip", 5], ["mob", 25]), undefined],
    ["rings a second SIP phone only", rings(["sip", 0], ["sip", 5]), undefined],
    ["rings a mobile only", rings(["sip", 0], ["mob", 25]), "phoneSilent"],
    ["has no SIP phone", rings(["mob", 25]), "phoneSilent"],
    ["rings an endpoint of an unknown kind only", rings(["sip", 0], ["fax", 5]), "phoneSilent"],
    ["rings the phone for 0 s", rings(["sip", 0]), "silent"],
    ["rings all for 0 s", rings(["sip", 0], ["mob", 0], ["mob", 0]), "silent"],
    ["rings nobody", rings(), "silent"],
  ] as const)("of one that %s", (_, active, trouble) => {
    expect(ringTroubleOf(active)).toBe(trouble);
  });

  it("is that there is none, or not known yet", () => {
    expect(ringTroubleOf(null)).toBe("none");
    expect(ringTroubleOf(undefined)).toBeUndefined();
  });
});

describe("what keeps calls from a phone", () => {
  it("is nothing of one that is online and rung, and of one that is not known", () => {
    expect(troublesOf("online", rings(["sip", 30]))).toEqual([]);
    expect(troublesOf("unknown", undefined)).toEqual([]);
  });

  it("names what the phone itself can't mend before that it is offline", () => {
    expect(troublesOf("offline", rings(["sip", 0], ["mob", 5]))).toEqual([
      "phoneSilent",
      "offline",
    ]);
    expect(troublesOf("creating", null)).toEqual(["creating", "none"]);
    expect(troublesOf("unknown", rings(["sip", 0]))).toEqual(["silent"]);
  });
});
