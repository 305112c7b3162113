import { describe, expect, it } from "vitest";
import { registrationOf } from "./registration.ts";
import type { ExternalNumber } from "./seed/connections.ts";

const START = Date.UTC(2025, 0, 15, 9);
const row: ExternalNumber = {
  id: 17,
  type: "ate",
  number: "74950002017",
  host: "sip.operator.example",
  login: "21201588169417",
  secret: "",
  registered: true,
  connectedAt: null,
};
const at = (live: boolean, seconds: number, seed = 1) => ({
  seed,
  live,
  startedAt: START,
  now: () => START + seconds * 1000,
});
const HOUR = Array.from({ length: 240 }, (_, index) => index * 15);
const seen = (seed: number) => HOUR.map((s) => registrationOf(at(true, s, seed), row));

describe("a registration", () => {
  it("stays as it was set in an office that is not live", () => {
    for (const seconds of HOUR) {
      const { registered, word } = registrationOf(at(false, seconds), row);
      expect({ registered, word }).toEqual({ registered: true, word: "OK" });
    }
    expect(registrationOf(at(false, 0), { ...row, registered: false }).word).toBe("UNREGED");
  });

  it("comes and goes in a live office, in several words, the same at each run", () => {
    const words = new Set(
      [1, 2, 3, 4, 5, 6, 7, 8].flatMap((seed) => seen(seed).map(({ word }) => word)),
    );
    expect([...words].sort()).toEqual(["OK", "Rejected", "Timeout", "UNREGED"]);
    expect(seen(1)).toEqual(seen(1));
    for (const { registered, word } of seen(1)) expect(registered).toBe(word === "OK");
  });

  it("has a date that is not in the future and not before the office", () => {
    for (const seconds of HOUR) {
      const date = Date.parse(`${registrationOf(at(true, seconds), row).date.replace(" ", "T")}Z`);
      expect(date).toBeGreaterThanOrEqual(START);
      expect(date).toBeLessThanOrEqual(START + seconds * 1000);
    }
  });

  it("never comes back where it is lost for good, and takes a while where it is new", () => {
    const lost = { ...row, registered: false };
    expect(HOUR.some((s) => registrationOf(at(true, s), lost).registered)).toBe(false);
    const fresh = { ...row, connectedAt: START };
    expect(registrationOf(at(true, 5), fresh).word).toBe("TRYING");
    expect(registrationOf(at(true, 8), fresh).word).not.toBe("TRYING");
  });
});
