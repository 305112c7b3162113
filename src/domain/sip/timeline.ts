import { readRule, type Rule, type SipScenario } from "#api/readScenario.ts";

/** One phone that a scenario rings. */
export interface Leg {
  kind: "sip" | "phone" | "other";
  /** Digits; undefined where the provider does not return them (trap 7). */
  number?: string | undefined;
  /** The provider's own text for an undocumented kind. */
  type?: string | undefined;
  /** Seconds; 0: does not ring. */
  timeout: number;
}

/** What is known about a scenario; what the provider does not return is undefined. */
export interface CallPlan {
  rule: Rule | undefined;
  legs: readonly Leg[];
  voicemail: boolean | undefined;
}

/** A leg on the axis, in seconds from the moment the call comes in. */
export interface Span {
  leg: Leg;
  from: number;
  to: number;
}

export interface Timeline {
  spans: readonly Span[];
  /** Seconds until nothing rings any more; the two differ while the rule is unknown. */
  least: number;
  most: number;
  /**
   * Whether it is known when each leg starts. If not, a span's length is right but its position
   * means nothing.
   */
  certain: boolean;
  voicemail: boolean | undefined;
}

/** The plan of a scenario as the provider returns it. */
export function toCallPlan(
  scenario: Pick<SipScenario, "endpoints"> & Partial<SipScenario>,
): CallPlan {
  return {
    rule: readRule(scenario.sequence_rule),
    legs: scenario.endpoints.map(({ type, timeout, number }): Leg => {
      if (type === "sip") return { kind: "sip", timeout };
      if (type === "mob") return { kind: "phone", timeout, number: number || undefined };
      return { kind: "other", type, timeout, number: number || undefined };
    }),
    voicemail: scenario.voicemail,
  };
}

/** When each leg of a plan rings: the SIP account first, the others after it or beside it. */
export function buildTimeline({ rule, legs, voicemail }: CallPlan): Timeline {
  const most = legs.reduce((sum, { timeout }) => sum + timeout, 0);
  const least = legs.reduce((longest, { timeout }) => Math.max(longest, timeout), 0);
  // With a single ringing leg there is no order to know.
  const certain = rule !== undefined || least === most;
  let clock = 0;
  const spans = sipFirst(legs).map((leg): Span => {
    const from = rule === "single" ? clock : 0;
    clock += leg.timeout;
    return { leg, from, to: from + leg.timeout };
  });
  if (rule === "single") return { spans, least: most, most, certain, voicemail };
  if (rule === "simultaneous") return { spans, least, most: least, certain, voicemail };
  return { spans, least, most, certain, voicemail };
}

function sipFirst(legs: readonly Leg[]): readonly Leg[] {
  return [
    ...legs.filter(({ kind }) => kind === "sip"),
    ...legs.filter(({ kind }) => kind !== "sip"),
  ];
}

/** Tick distances in seconds, the finest first. */
const STEPS = [5, 10, 15, 20, 30, 60, 90, 120];

/** Ticks for an axis of this length: 0 and at most `most` more, evenly spaced. */
export function axisTicks(seconds: number, most = 6): number[] {
  const step = STEPS.find((size) => seconds / size <= most) ?? Math.ceil(seconds / most / 60) * 60;
  return Array.from({ length: Math.floor(seconds / step) + 1 }, (_, index) => index * step);
}
