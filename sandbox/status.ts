import { type Account, isCreated } from "./account.ts";
import { hash } from "./random.ts";

interface OnlinePattern {
  /** How long a state lasts: shortest and longest, in seconds. */
  slot: readonly [number, number];
  /** Share of the time spent online. */
  online: number;
}

const STEADY: OnlinePattern = { slot: [240, 480], online: 0.97 };
const AWAY: OnlinePattern = { slot: [240, 480], online: 0.04 };
const FLAPPING: OnlinePattern = { slot: [10, 40], online: 0.6 };

/** From this time on (ms since 1970) an account is online, or offline. */
export interface StatusStep {
  at: number;
  online: boolean;
}

/** What overrides the simulated status: always the same, or steps in the order of time. */
export type StatusOverride = boolean | readonly StatusStep[];

/** The parts of an office that a status depends on. */
export interface StatusOffice {
  seed: number;
  live: boolean;
  startedAt: number;
  now(): number;
  /** Overridden statuses by account id. */
  statuses: ReadonlyMap<number, StatusOverride>;
}

/**
 * Whether an account is registered now. Depends only on seed, account id and time slot; in an
 * office that is not live it never changes. An override of the status takes precedence.
 */
export function isOnline(office: StatusOffice, account: Account): boolean {
  const override = office.statuses.get(account.id);
  if (typeof override === "boolean") return override;
  const now = office.now();
  const step = override?.findLast(({ at }) => at <= now);
  if (step !== undefined) return step.online;
  if (!office.live)
    return account.creationStartedAt === null && registered(office.seed, account.id, 0);
  return isCreated(account, now) && registered(office.seed, account.id, now - office.startedAt);
}

function registered(seed: number, id: number, elapsed: number): boolean {
  const { slot, online } = pickPattern(hash(seed, id, 1));
  const length = (slot[0] + hash(seed, id, 2) * (slot[1] - slot[0])) * 1000;
  // Each account has its own offset, so that they don't all change at once.
  const index = Math.floor(elapsed / length + hash(seed, id, 3));
  return hash(seed, id, index, 4) < online;
}

function pickPattern(draw: number): OnlinePattern {
  if (draw < 0.75) return STEADY;
  return draw < 0.87 ? AWAY : FLAPPING;
}
