import type { StatusOverride } from "./status.ts";
import type { Account } from "./account.ts";
import { type Random, randomFrom } from "./random.ts";
import { FIRST_ACCOUNT_ID, FIRST_SCENARIO_ID, makeAccounts } from "./seed/accounts.ts";
import {
  type ExternalNumber,
  makeExternalNumbers,
  makeSmartNumbers,
  type SmartNumber,
} from "./seed/connections.ts";
import { type Direction, DIRECTIONS, openAtStart } from "./seed/directions.ts";
import { NUMBERS } from "./seed/lists.ts";

export interface OfficeOptions {
  /** How many SIP accounts to generate. */
  accounts: number;
  seed: number;
  /** Whether statuses change by themselves. */
  live: boolean;
}

type IdKind = "account" | "scenario" | "external" | "smart";

/** The state of one office; the handlers read and change it. */
export interface Office {
  readonly seed: number;
  readonly live: boolean;
  /** In milliseconds, by the same clock as `now`. */
  readonly startedAt: number;
  now(): number;
  readonly random: Random;
  readonly accounts: Map<number, Account>;
  /** Overridden statuses by account id. */
  statuses: ReadonlyMap<number, StatusOverride>;
  externalNumbers: ExternalNumber[];
  smartNumbers: SmartNumber[];
  voicemail: { email: string; send: boolean };
  /** All destinations. */
  directions: readonly Direction[];
  /** Ids of the open destinations. */
  readonly openDirections: Set<string>;
  /** The next free id of a kind. */
  nextId(kind: IdKind): number;
}

/** More would exceed the range of extensions and take long to generate. */
export const MAX_ACCOUNTS = 20_000;
export const DEFAULT_OFFICE: OfficeOptions = { accounts: 24, seed: 1, live: true };

/** Creates an office; the same options give the same data. `now` is its clock, in milliseconds. */
export function createOffice(options: OfficeOptions, now: () => number = Date.now): Office {
  const { accounts: count, seed, live } = options;
  const startedAt = now();
  const aonIds = NUMBERS.map(({ id }) => id);
  const accounts = makeAccounts(count, seed, startedAt, aonIds);
  const scenarios = accounts.reduce((sum, account) => sum + account.scenarios.length, 0);
  const next: Record<IdKind, number> = {
    account: FIRST_ACCOUNT_ID + count,
    scenario: FIRST_SCENARIO_ID + scenarios,
    external: 101,
    smart: 101,
  };
  return {
    seed,
    live,
    startedAt,
    now,
    random: randomFrom(~seed),
    accounts: new Map(accounts.map((account) => [account.id, account])),
    statuses: new Map(),
    // An office without accounts is new, so it has no external numbers either.
    externalNumbers: count === 0 ? [] : makeExternalNumbers(),
    smartNumbers: makeSmartNumbers(),
    voicemail: { email: "voicemail@office.example", send: true },
    directions: DIRECTIONS,
    openDirections: openAtStart(),
    nextId: (kind) => next[kind]++,
  };
}
