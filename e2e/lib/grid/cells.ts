import type { Fault } from "#sandbox/faults.ts";
import type { TextKey } from "../texts.ts";

/** A trouble that every operation meets. */
export interface Trouble {
  name: string;
  /** What the sandbox is told; nothing: the browser itself is slow or without a network. */
  fault?: Omit<Fault, "operation">;
  /** The title under which a failure is told; nothing: it is none. */
  says?: TextKey;
  /** The provider's own words, where they help. */
  quote?: string;
  /** How often a read is asked for until it is told. */
  tries: 1 | 3;
}

const fails = (fault: string, says: TextKey, tries: 1 | 3 = 1, quote?: string): Trouble => ({
  name: fault,
  fault: { fault },
  says,
  tries,
  ...(quote === undefined ? {} : { quote }),
});

/** Seconds that the provider asks to be left alone: longer than a page would wait by itself. */
export const ASKED_WAIT_S = 60;
/** Seconds that a slow answer takes by the clock of the page. */
export const SLOW_S = 3;

/** In an order in which none says what the one before said. */
export const TROUBLES: readonly Trouble[] = [
  { name: "slow", tries: 1 },
  { name: "hang", fault: { fault: "hang" }, says: "error.timeout", tries: 3 },
  fails("drop", "error.provider", 3),
  fails("status:400", "error.invalid", 1, "Wrong parameter"),
  fails("status:401", "error.token"),
  fails("status:403", "error.rights"),
  fails("status:404", "error.notFound"),
  fails("status:422", "error.invalid"),
  {
    name: "status:429",
    fault: { fault: "status:429", retryAfter: ASKED_WAIT_S },
    says: "error.tooMany",
    tries: 1,
  },
  fails("status:500:no-access", "error.rights", 1, "No access"),
  fails("html", "error.unintelligible", 3),
  fails("truncate", "error.unintelligible", 3),
  { name: "offline", says: "error.offline", tries: 1 },
];
