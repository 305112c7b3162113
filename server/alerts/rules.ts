import type { AlertRuleFields } from "#api/alerts.ts";
import type { WatchedKind, WatchedState } from "#api/history.ts";
import { isWithin } from "./hours.ts";
import { afterLook, type ObjectStates, toTell } from "./objects.ts";

/** What a look found of an object. Moments are milliseconds since 1970. */
export interface SeenObject {
  state: WatchedState | "absent";
  /** The look that first found it. */
  since: number;
  /** What it was before that, where it was seen. */
  before: WatchedState | null;
}

export type SeenObjects = ReadonlyMap<number, SeenObject>;

/** What a rule is evaluated against: what the store holds of the last looks. */
export interface Sight {
  now: number;
  /** The last look at each kind that succeeded. */
  looks: Partial<Record<WatchedKind, { at: number; objects: SeenObjects }>>;
  /** Since when the provider can't be read; null while it can. */
  unreadableSince: number | null;
}

/** Something that is or is not so: many are down, the provider can't be read. */
interface Level {
  isOn: boolean;
  since: number;
  isTold: boolean;
}

/** What a rule has seen and told so far; JSON, so that a restart neither repeats nor forgets. */
export interface RuleState {
  /** The look from which on it tells: what was down before is not told. Null before that look. */
  startedAt: number | null;
  /** The look that was counted last. */
  lookedAt: number;
  objects: ObjectStates;
  level: Level;
  /** Since when there is something to tell. */
  pendingSince: number | null;
}

export interface DownObject {
  id: number;
  since: number;
}

export interface UpObject extends DownObject {
  downSince: number;
  /** The provider lists it no more. */
  isGone: boolean;
}

/** Something to tell, all at once: one message on each channel of the rule. */
export type AlertEvent =
  | {
      type: "objects";
      kind: WatchedKind;
      down: DownObject[];
      up: UpObject[];
      /** Went down again and again; nothing more is told of them until they are calm. */
      flapping: (DownObject & { drops: number })[];
      calm: DownObject[];
      /** How many more were told to be down before, and are. */
      others: number;
    }
  | {
      type: "many";
      kind: WatchedKind;
      isOver: boolean;
      since: number;
      down: DownObject[];
      /** How many there are in all. */
      total: number;
    }
  | { type: "unreadable"; isOver: boolean; since: number };

export interface Pause {
  /** Until when all rules are paused; null while they are not. */
  pausedUntil: number | null;
}

const NEW_STATE: RuleState = {
  startedAt: null,
  lookedAt: 0,
  objects: {},
  level: { isOn: false, since: 0, isTold: false },
  pendingSince: null,
};

/**
 * Evaluates one rule after a look. Pure: the same state and the same sight give the same, and a look
 * that was counted already counts no second time.
 */
export function evaluate(
  rule: AlertRuleFields,
  previous: RuleState | undefined,
  sight: Sight,
  { pausedUntil }: Pause,
): { state: RuleState; event: AlertEvent | undefined } {
  const seen = see(rule, previous ?? NEW_STATE, sight);
  const told = tell(rule, seen, sight);
  const isPending = told.event !== undefined || told.isSettled;
  if (!isPending) return { state: { ...seen, pendingSince: null }, event: undefined };
  const pendingSince = seen.pendingSince ?? sight.now;
  const isGrouping = sight.now - pendingSince < rule.groupSeconds * 1000;
  if (isQuiet(rule, sight.now, { pausedUntil }) || isGrouping)
    return { state: { ...seen, pendingSince }, event: undefined };
  return { state: { ...told.state, pendingSince: null }, event: told.event };
}

/** Whether a rule tells nothing at a moment: outside its hours, or while it or all rules are paused. */
export function isQuiet(rule: AlertRuleFields, at: number, { pausedUntil }: Pause): boolean {
  const ownPause = Date.parse(rule.pausedUntil ?? "") || 0;
  return at < Math.max(pausedUntil ?? 0, ownPause) || !isWithin(rule.hours, rule.zone, at);
}

/** Counts a look, and what it makes of a condition that is or is not so. */
function see(rule: AlertRuleFields, previous: RuleState, sight: Sight): RuleState {
  const { condition } = rule;
  if (condition.type === "unreadable") {
    const { unreadableSince: since } = sight;
    const isOn = since !== null && sight.now - since >= condition.minutes * 60_000;
    return { ...previous, level: levelOf(previous.level, isOn, since ?? sight.now) };
  }
  const look = sight.looks[condition.kind];
  if (look === undefined) return previous;
  const { at } = look;
  const { lookedAt, startedAt: begun } = previous;
  if (begun !== null && at <= lookedAt) return previous;
  const startedAt = begun ?? at;
  const objects = afterLook(rule, previous.objects, { at, startedAt, seen: covered(rule, look) });
  const state = { ...previous, startedAt, lookedAt: at, objects };
  if (condition.type !== "many") return state;
  const count = Object.values(objects).filter(({ isDown }) => isDown).length;
  return { ...state, level: levelOf(previous.level, count >= condition.atLeast, at) };
}

function levelOf(level: Level, isOn: boolean, since: number): Level {
  return level.isOn === isOn ? level : { ...level, isOn, since };
}

/** The objects that a rule is about. */
function covered({ condition }: AlertRuleFields, { objects }: { objects: SeenObjects }) {
  if (condition.type === "unreadable" || condition.ids.length === 0) return objects;
  const ids = new Set(condition.ids);
  return new Map([...objects].filter(([id]) => ids.has(id)));
}

/** What there is to tell, and the state after it was told; `isSettled` where that changes silently. */
function tell(
  rule: AlertRuleFields,
  state: RuleState,
  sight: Sight,
): { state: RuleState; event: AlertEvent | undefined; isSettled: boolean } {
  const { condition, tellsEnd } = rule;
  if (condition.type === "offline" || condition.type === "flapping") {
    const seen = sight.looks[condition.kind]?.objects ?? new Map<number, SeenObject>();
    const { isChanged, objects, ...found } = toTell(rule, state.objects, seen);
    const isAny = Object.values(found).some((one) => Array.isArray(one) && one.length > 0);
    const event = isAny
      ? ({ type: "objects", kind: condition.kind, ...found } as const)
      : undefined;
    return { state: { ...state, objects }, event, isSettled: isChanged };
  }
  const { isOn, since, isTold } = state.level;
  if (isOn === isTold) return { state, event: undefined, isSettled: false };
  const next = { ...state, level: { ...state.level, isTold: isOn } };
  if (!isOn && !tellsEnd) return { state: next, event: undefined, isSettled: true };
  if (condition.type === "unreadable") {
    return { state: next, event: { type: "unreadable", isOver: !isOn, since }, isSettled: true };
  }
  const down = Object.entries(state.objects).flatMap(([id, object]) =>
    object.isDown ? [{ id: Number(id), since: object.since }] : [],
  );
  const look = sight.looks[condition.kind];
  const present = look === undefined ? [] : [...covered(rule, look).values()];
  const total = present.filter((one) => one.state !== "absent").length;
  const event = { type: "many", kind: condition.kind, isOver: !isOn, since, down, total } as const;
  return { state: next, event, isSettled: true };
}
