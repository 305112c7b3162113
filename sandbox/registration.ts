import { timestamp } from "./timestamp.ts";
import { hash } from "./random.ts";
import type { ExternalNumber } from "./seed/connections.ts";

/** The parts of an office that a registration depends on. */
export interface RegistrationOffice {
  seed: number;
  live: boolean;
  startedAt: number;
  now(): number;
}

/** Minimum duration of a registration, and duration of a new one, in milliseconds. */
const SLOT_MS = 90_000;
const FIRST_REGISTRATION_MS = 8_000;
/** Share of the time that a working connection is registered. */
const HEALTHY_SHARE = 0.9;
/** Only "OK" is documented; registrars otherwise use words like these. */
const LOST_STATUSES = ["UNREGED", "Rejected", "Timeout"] as const;

/**
 * Whether a number of the type «АТС» is registered now, the provider's status text, and since when.
 * Depends only on seed, id and time; in an office that is not live it never changes.
 */
export function getRegistration(office: RegistrationOffice, row: ExternalNumber) {
  const { seed, live, startedAt } = office;
  const now = office.now();
  if (!live) {
    return {
      registered: row.registered,
      providerStatus: providerStatusFor(row.registered, 0),
      date: timestamp(now),
    };
  }
  const { connectedAt } = row;
  if (connectedAt !== null && now - connectedAt < FIRST_REGISTRATION_MS) {
    return { registered: false, providerStatus: "TRYING", date: timestamp(connectedAt) };
  }
  const id = row.id ?? 0;
  // Each number has its own offset, so that they don't change all at once.
  const offset = hash(seed, id, 5) * SLOT_MS;
  const slot = Math.floor((now - startedAt + offset) / SLOT_MS);
  const registered = row.registered && hash(seed, id, slot, 6) < HEALTHY_SHARE;
  const since = Math.max(startedAt, startedAt + slot * SLOT_MS - offset);
  const draw = row.registered ? hash(seed, id, slot, 7) : 0;
  return {
    registered,
    providerStatus: providerStatusFor(registered, draw),
    date: timestamp(since),
  };
}

/** `draw` is a random number from 0 to 1. */
function providerStatusFor(registered: boolean, draw: number): string {
  if (registered) return "OK";
  return LOST_STATUSES[Math.floor(draw * LOST_STATUSES.length)] ?? LOST_STATUSES[0];
}
