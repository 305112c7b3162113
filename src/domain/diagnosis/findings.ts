import type { SipScenario } from "#api/sipScenarios.ts";
import type { SipState } from "#domain/sip/rows.ts";
import { type Leg, toCallPlan } from "#domain/sip/timeline.ts";

/** The active scenario of an account, with what is known of it. */
export type ActiveScenario = Pick<SipScenario, "id" | "name" | "endpoints"> & Partial<SipScenario>;

/** An external number that calls take to the account, and that is not registered now. */
export interface LostNumber {
  /** Of its «АТС» connection. */
  id: number;
  /** Digits; undefined where the provider does not list it. */
  number: string | undefined;
  /** In ms since 1970. */
  since: number;
}

/** What is known of an account's way of a call; undefined is what is not known. */
export interface Facts {
  /** Undefined while it is loading. */
  state: SipState | undefined;
  /** Whether the statuses could not be read. */
  statusesUnread: boolean;
  /** Since when the server can't read the provider, in ms since 1970. */
  unreadableSince: number | undefined;
  /** Null where none is active. */
  active: ActiveScenario | null | undefined;
  /** Whether the scenarios could not be read: then nothing is said of them. */
  scenariosUnread: boolean;
  /** All scenarios of the account. */
  scenarios: readonly SipScenario[] | undefined;
  /** How often it went offline within the last hour, as the server saw it. */
  drops: number | undefined;
  /** Whether this browser saw it come and go within minutes. */
  flapping: boolean;
  lost: readonly LostNumber[];
}

interface Instead {
  /** The one scenario that would ring the phone; undefined where there are several, or none. */
  instead: SipScenario | undefined;
}

/** Why a phone does not ring, or may not. */
export type Finding =
  | { kind: "creating" }
  /** The scenario rings nothing. */
  | ({ kind: "silent"; scenario: ActiveScenario } & Instead)
  /** It rings only others: those whose number is known, and how many more. */
  | ({
      kind: "elsewhere";
      scenario: ActiveScenario;
      numbers: readonly string[];
      others: number;
    } & Instead)
  | { kind: "offline" }
  /** None is active. */
  | ({ kind: "inactive"; count: number | undefined } & Instead)
  | { kind: "external"; lost: LostNumber }
  /** The number is left out where only this browser saw it. */
  | { kind: "unstable"; drops: number | undefined }
  /** The provider can't be read, or does not list the account. */
  | { kind: "unknown"; why: "unread" | "unlisted"; unreadableSince: number | undefined }
  | { kind: "scenariosUnread" };
export type FindingKind = Finding["kind"];

/** The most serious first: what surely keeps calls from the phone, then what may, then what is unknown. */
export const SERIOUS_FIRST: readonly FindingKind[] = [
  "creating",
  "silent",
  "elsewhere",
  "offline",
  "inactive",
  "external",
  "unstable",
  "unknown",
  "scenariosUnread",
];

/** With these a phone still rings as its scenario says. */
const RINGS_ANYWAY: ReadonlySet<FindingKind> = new Set(["external", "unstable"]);

/** So many drops in an hour are more than a restart. */
export const UNSTABLE_DROPS = 3;

export interface Diagnosis {
  /** The most serious first. */
  findings: readonly Finding[];
  /** The scenario that rings the phone, where nothing keeps calls from it. */
  rings: ActiveScenario | undefined;
}

export function diagnose(facts: Facts): Diagnosis {
  const findings = [
    ...aboutScenario(facts),
    ...aboutPhone(facts),
    ...facts.lost.map((lost): Finding => ({ kind: "external", lost })),
  ].sort((a, b) => SERIOUS_FIRST.indexOf(a.kind) - SERIOUS_FIRST.indexOf(b.kind));
  const rings =
    facts.state === "online" && findings.every(({ kind }) => RINGS_ANYWAY.has(kind))
      ? (facts.active ?? undefined)
      : undefined;
  return { findings, rings };
}

function aboutScenario({ active, scenarios, scenariosUnread }: Facts): Finding[] {
  if (active === undefined) return scenariosUnread ? [{ kind: "scenariosUnread" }] : [];
  const able = scenarios?.filter((one) => one.id !== active?.id && ringsPhone(ringingLegs(one)));
  const instead = able?.length === 1 ? able[0] : undefined;
  if (active === null) return [{ kind: "inactive", count: scenarios?.length, instead }];
  const ringing = ringingLegs(active);
  if (ringing.length === 0) return [{ kind: "silent", scenario: active, instead }];
  if (ringsPhone(ringing)) return [];
  const numbers = ringing.flatMap(({ number }) => number ?? []);
  const others = ringing.length - numbers.length;
  return [{ kind: "elsewhere", scenario: active, numbers, others, instead }];
}

const ringingLegs = (scenario: ActiveScenario) =>
  toCallPlan(scenario).legs.filter(({ timeout }) => timeout > 0);

const ringsPhone = (ringing: readonly Leg[]) => ringing.some(({ kind }) => kind === "sip");

function aboutPhone(facts: Facts): Finding[] {
  const { state, statusesUnread, unreadableSince, drops, flapping } = facts;
  if (state === undefined) return [];
  if (state === "creating") return [{ kind: "creating" }];
  const isUnstable = drops !== undefined && drops >= UNSTABLE_DROPS;
  const unstable: Finding[] =
    isUnstable || flapping ? [{ kind: "unstable", drops: isUnstable ? drops : undefined }] : [];
  if (state === "offline") return [{ kind: "offline" }, ...unstable];
  if (state === "unknown") {
    const why = statusesUnread || unreadableSince !== undefined ? "unread" : "unlisted";
    return [{ kind: "unknown", why, unreadableSince }, ...unstable];
  }
  return unstable;
}
