import { describe, expect, it } from "vitest";
import { getRegistration } from "./registration.ts";
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
const registrationsOverAnHour = (seed: number) =>
  HOUR.map((s) => getRegistration(at(true, s, seed), row));

describe("a registration", () => {
  it("never changes in an office that is not live", () => {
    for (const seconds of HOUR) {
      const { registered, providerStatus } = getRegistration(at(false, seconds), row);
      expect({ registered, providerStatus }).toEqual({ registered: true, providerStatus: "OK" });
    }
    expect(getRegistration(at(false, 0), { ...row, registered: false }).providerStatus).toBe(
      "UNREGED",
    );
  });

  it("changes in a live office through several provider statuses, reproducibly", () => {
    const statuses = new Set(
      [1, 2, 3, 4, 5, 6, 7, 8].flatMap((seed) =>
        registrationsOverAnHour(seed).map(({ providerStatus }) => providerStatus),
      ),
    );
    expect([...statuses].sort()).toEqual(["OK", "Rejected", "Timeout", "UNREGED"]);
    expect(registrationsOverAnHour(1)).toEqual(registrationsOverAnHour(1));
    for (const { registered, providerStatus } of registrationsOverAnHour(1))
      expect(registered).toBe(providerStatus === "OK");
  });

  it("has a date between the office's start and now", () => {
    for (const seconds of HOUR) {
      const date = Date.parse(`${getRegistration(at(true, seconds), row).date.replace(" ", "T")}Z`);
      expect(date).toBeGreaterThanOrEqual(START);
      expect(date).toBeLessThanOrEqual(START + seconds * 1000);
    }
  });

  it("stays lost for a disconnected number, and takes a while for a new one", () => {
    const unregistered = { ...row, registered: false };
    expect(HOUR.some((s) => getRegistration(at(true, s), unregistered).registered)).toBe(false);
    const fresh = { ...row, connectedAt: START };
    expect(getRegistration(at(true, 5), fresh).providerStatus).toBe("TRYING");
    expect(getRegistration(at(true, 8), fresh).providerStatus).not.toBe("TRYING");
  });
});
