import { describe, expect, it } from "vitest";
import { CREATION_MS, isCreated } from "./account.ts";
import { createOffice, type Office, type OfficeOptions } from "./office.ts";
import { isOnline } from "./status.ts";

const MINUTE = 60_000;

function createTestOffice(options: Partial<OfficeOptions> = {}) {
  const clock = { now: 1_700_000_000_000 };
  const office = createOffice({ accounts: 24, seed: 1, live: true, ...options }, () => clock.now);
  return { office, clock, accounts: [...office.accounts.values()] };
}

const statuses = (office: Office) =>
  [...office.accounts.values()].map((account) => isOnline(office, account));

describe("a generated office", () => {
  it("depends only on its seed", () => {
    expect(createTestOffice({ seed: 7 }).accounts).toEqual(createTestOffice({ seed: 7 }).accounts);
    expect(createTestOffice({ seed: 8 }).accounts).not.toEqual(
      createTestOffice({ seed: 7 }).accounts,
    );
  });

  it("has realistic accounts", () => {
    const { accounts } = createTestOffice();
    const numbers = accounts.map(({ number }) => number);
    expect(numbers[0]).toBe(200);
    expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
    expect(numbers.at(-1)).toBeGreaterThan(223);
    expect(new Set(accounts.map(({ name }) => name)).size).toBe(24);
    expect(accounts.filter(({ aonId }) => aonId === null)).toHaveLength(6);
    expect(accounts.filter(({ scenarios }) => scenarios.length > 1).length).toBeGreaterThan(4);
    expect(
      accounts.filter((account) => !isCreated(account, account.creationStartedAt ?? 0)),
    ).toHaveLength(1);
    for (const { password, login, scenarios, activeId } of accounts) {
      expect([password.length, login.length]).toEqual([8, 14]);
      expect(scenarios.map(({ id }) => id)).toContain(activeId);
    }
  });

  it("can have 10,000 distinct accounts, created within 2 s", () => {
    const started = performance.now();
    const { accounts } = createTestOffice({ accounts: 10_000 });
    expect(performance.now() - started).toBeLessThan(2000);
    for (const field of ["id", "name", "number", "login"] as const) {
      expect(new Set(accounts.map((account) => account[field])).size).toBe(10_000);
    }
    expect(accounts.at(-1)?.number).toBe(10_199);
    const ids = accounts.flatMap(({ scenarios }) => scenarios.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("finishes creating an account after 30 s", () => {
    const { office, clock, accounts } = createTestOffice();
    const inCreation = accounts.find(({ creationStartedAt }) => creationStartedAt !== null);
    if (inCreation === undefined) throw new Error("No account is being created");
    expect(isOnline(office, inCreation)).toBe(false);
    clock.now += CREATION_MS - 1;
    expect(isCreated(inCreation, clock.now)).toBe(false);
    clock.now += 1;
    expect(isCreated(inCreation, clock.now)).toBe(true);
  });
});

describe("statuses", () => {
  it("depend on the clock, not on how often they are read", () => {
    const one = createTestOffice({ accounts: 300 });
    const other = createTestOffice({ accounts: 300 });
    for (let minute = 0; minute < 30; minute++) {
      one.clock.now += MINUTE;
      statuses(one.office);
    }
    other.clock.now += 30 * MINUTE;
    expect(statuses(one.office)).toEqual(statuses(other.office));
  });

  it("are mostly online, with few changes at a time", () => {
    const { office, clock } = createTestOffice({ accounts: 500 });
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

  it("never change in an office that is not live", () => {
    const { office, clock } = createTestOffice({ accounts: 300, live: false });
    const start = statuses(office);
    expect(start).toEqual(statuses(createTestOffice({ accounts: 300 }).office));
    for (const step of [CREATION_MS, MINUTE, 600 * MINUTE]) {
      clock.now += step;
      expect(statuses(office)).toEqual(start);
    }
  });
});
