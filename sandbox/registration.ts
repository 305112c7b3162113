import { timestamp } from "./clock.ts";
import { hash } from "./random.ts";
import type { ExternalNumber } from "./seed/connections.ts";

/** What a registration depends on, besides the number. */
export interface RegistrationOffice {
  seed: number;
  live: boolean;
  startedAt: number;
  now(): number;
}

/** Milliseconds that a registration stays as it is, and that a new one takes. */
const SLOT_MS = 90_000;
const FIRST_MS = 8_000;
/** Share of the time that a healthy connection is registered. */
const HEALTHY = 0.9;
/** Only "OK" is documented; these are what registrars say otherwise. */
const LOST_WORDS = ["UNREGED", "Rejected", "Timeout"] as const;

/**
 * Whether a number of the kind «АТС» is registered now, in a word, and since when. Depends on
 * seed, id and time alone; in an office that is not live everything stays as it was set.
 */
export function registrationOf(office: RegistrationOffice, row: ExternalNumber) {
  const { seed, live, startedAt } = office;
  const now = office.now();
  if (!live) {
    return { registered: row.registered, word: wordOf(row.registered, 0), date: timestamp(now) };
  }
  const { connectedAt } = row;
  if (connectedAt !== null && now - connectedAt < FIRST_MS) {
    return { registered: false, word: "TRYING", date: timestamp(connectedAt) };
  }
  const id = row.id ?? 0;
  // Each number has its own offset, so that they don't change all at once.
  const offset = hash(seed, id, 5) * SLOT_MS;
  const slot = Math.floor((now - startedAt + offset) / SLOT_MS);
  const registered = row.registered && hash(seed, id, slot, 6) < HEALTHY;
  const since = Math.max(startedAt, startedAt + slot * SLOT_MS - offset);
  const lot = row.registered ? hash(seed, id, slot, 7) : 0;
  return { registered, word: wordOf(registered, lot), date: timestamp(since) };
}

/** `lot` from 0 to 1. */
function wordOf(registered: boolean, lot: number): string {
  if (registered) return "OK";
  return LOST_WORDS[Math.floor(lot * LOST_WORDS.length)] ?? LOST_WORDS[0];
}
