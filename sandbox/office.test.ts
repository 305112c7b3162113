import { describe, expect, it } from "vitest";
import { CREATION_MS, isCreated } from "./account.ts";
import { createOffice, type Office, type OfficeOptions } from "./office.ts";
import { isOnline } from "./status.ts";

const MINUTE = 60_000;

function officeAt(options: Partial<OfficeOptions> = {}) {
  const clock = { now: 1_700_000_000_000 };
  const office = createOffice({ accounts: 24, seed: 1, live: true, ...options }, () => clock.now);
  return { office, clock, accounts: [...office.accounts.values()] };
}

const statuses = (office: Office) =>
  [...office.accounts.values()].map((account) => isOnline(office, account));

describe("a made-up office", () => {
  it("is the same for the same seed and another for another", () => {
    expect(officeAt({ seed: 7 }).accounts).toEqual(officeAt({ seed: 7 }).accounts);
    expect(officeAt({ seed: 8 }).accounts).not.toEqual(officeAt({ seed: 7 }).accounts);
  });

  it("looks like a real one", () => {
    const { accounts } = officeAt();
    const numbers = accounts.map(({ number }) => number);
    expect(numbers[0]).toBe(200);
    expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
    expect(numbers.at(-1)).toBeGreaterThan(223);
    expect(new Set(accounts.map(({ name }) => name)).size).toBe(24);
    expect(accounts.filter(({ aonId }) => aonId === null)).toHaveLength(6);
    expect(accounts.filter(({ scenarios }) => scenarios.length > 1).length).toBeGreaterThan(4);
    expect(accounts.filter((account) => !isCreated(account, account.bornAt ?? 0))).toHaveLength(1);
    for (const { password, login, scenarios, activeId } of accounts) {
      expect([password.length, login.length]).toEqual([8, 14]);
      expect(scenarios.map(({ id }) => id)).toContain(activeId);
    }
  });

  it("holds 10,000 accounts, no two alike, made in a moment", () => {
    const started = performance.now();
    const { accounts } = officeAt({ accounts: 10_000 });
    expect(performance.now() - started).toBeLessThan(2000);
    for (const field of ["id", "name", "number", "login"] as const) {
      expect(new Set(accounts.map((account) => account[field])).size).toBe(10_000);
    }
    expect(accounts.at(-1)?.number).toBe(10_199);
    const ids = accounts.flatMap(({ scenarios }) => scenarios.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("finishes creating an account after 30 s of its clock", () => {
    const { office, clock, accounts } = officeAt();
    const young = accounts.find(({ bornAt }) => bornAt !== null);
    if (young === undefined) throw new Error("No account is being created");
    expect(isOnline(office, young)).toBe(false);
    clock.now += CREATION_MS - 1;
    expect(isCreated(young, clock.now)).toBe(false);
    clock.now += 1;
    expect(isCreated(young, clock.now)).toBe(true);
  });
});

describe("statuses", () => {
  it("depend on the clock alone, and on no one's asking", () => {
    const one = officeAt({ accounts: 300 });
    const other = officeAt({ accounts: 300 });
    for (let minute = 0; minute < 30; minute++) {
      one.clock.now += MINUTE;
      statuses(one.office);
    }
    other.clock.now += 30 * MINUTE;
    expect(statuses(one.office)).toEqual(statuses(other.office));
  });

  it("are mostly online, and change a few at a time", () => {
    const { office, clock } = officeAt({ accounts: 500 });
    let before = statuses(office);
    const changes: number[] = [];
    for (let slot = 0; slot < 60; slot++) {
      clock.now += MINUTE / 6;
      const after = statuses(office);
      changes.push(after.filter((status, index) => status !== before[index]).length);
      const share = after.filter(Boolean).length / after.length;
      expect(share).toBeGreaterThan(0.65);
      expect(share).toBeLessThan(0.97);
      before = after;
    }
    expect(Math.max(...changes)).toBeLessThan(75);
    expect(changes.filter((count) => count > 0).length).toBeGreaterThan(30);
  });

  it("stay as at the start in an office that is not live", () => {
    const { office, clock } = officeAt({ accounts: 300, live: false });
    const start = statuses(office);
    expect(start).toEqual(statuses(officeAt({ accounts: 300 }).office));
    for (const step of [CREATION_MS, MINUTE, 600 * MINUTE]) {
      clock.now += step;
      expect(statuses(office)).toEqual(start);
    }
  });
});
