import { describe, expect, it } from "vitest";
import { findRingProblem, findCallProblems } from "./callProblems.ts";

const rings = (...endpoints: [type: string, timeout: number][]) => ({
  endpoints: endpoints.map(([type, timeout]) => ({ type, timeout })),
});

describe("the problem of the active scenario", () => {
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
    expect(findRingProblem(active)).toBe(trouble);
  });

  it("is `none` without one, and undefined while loading", () => {
    expect(findRingProblem(null)).toBe("none");
    expect(findRingProblem(undefined)).toBeUndefined();
  });
});

describe("the problems that keep calls from a phone", () => {
  it("are none for a phone that is online and rings, or of unknown state", () => {
    expect(findCallProblems("online", rings(["sip", 30]))).toEqual([]);
    expect(findCallProblems("unknown", undefined)).toEqual([]);
  });

  it("list what the phone itself can't fix before that it is offline", () => {
    expect(findCallProblems("offline", rings(["sip", 0], ["mob", 5]))).toEqual([
      "phoneSilent",
      "offline",
    ]);
    expect(findCallProblems("creating", null)).toEqual(["creating", "none"]);
    expect(findCallProblems("unknown", rings(["sip", 0]))).toEqual(["silent"]);
  });
});
