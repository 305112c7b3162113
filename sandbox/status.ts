import { type Account, isCreated } from "./account.ts";
import { hash } from "./random.ts";

interface Habit {
  /** How long a state lasts, in seconds, at least and at most. */
  slot: readonly [number, number];
  /** Share of the time spent online. */
  online: number;
}

const STEADY: Habit = { slot: [240, 480], online: 0.97 };
const AWAY: Habit = { slot: [240, 480], online: 0.04 };
const FLAPPING: Habit = { slot: [10, 40], online: 0.6 };

/** What a status depends on, besides the account. */
export interface StatusOffice {
  seed: number;
  live: boolean;
  startedAt: number;
  now(): number;
  /** Whether an account is online, by its id, where that was set by hand. */
  statuses: ReadonlyMap<number, boolean>;
}

/**
 * Whether an account is registered now. Depends on seed, account id and time slot alone; in an
 * office that is not live everything stays as at the start. What was set by hand goes before that.
 */
export function isOnline(office: StatusOffice, account: Account): boolean {
  const set = office.statuses.get(account.id);
  if (set !== undefined) return set;
  const now = office.now();
  if (!office.live) return account.bornAt === null && registered(office.seed, account.id, 0);
  return isCreated(account, now) && registered(office.seed, account.id, now - office.startedAt);
}

function registered(seed: number, id: number, elapsed: number): boolean {
  const { slot, online } = habitOf(hash(seed, id, 1));
  const length = (slot[0] + hash(seed, id, 2) * (slot[1] - slot[0])) * 1000;
  // Every account has its own offset, so that the office doesn't flicker all at once.
  const index = Math.floor(elapsed / length + hash(seed, id, 3));
  return hash(seed, id, index, 4) < online;
}

function habitOf(lot: number): Habit {
  if (lot < 0.75) return STEADY;
  return lot < 0.87 ? AWAY : FLAPPING;
}
