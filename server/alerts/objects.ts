import type { AlertRuleFields } from "#api/alerts.ts";
import type { DownObject, SeenObject, SeenObjects, UpObject } from "./rules.ts";

/** What a rule has seen and told of one object. */
export interface ObjectState {
  /** Whether it counts as down: only after enough looks. */
  isDown: boolean;
  /** How many looks in a row found the opposite. */
  looks: number;
  /** When it went down. */
  since: number;
  /** That it is down was told, and not yet that it is up. */
  isTold: boolean;
  /** It was down when the rule began: nothing is told of it before it was up. */
  isSilent: boolean;
  /** When it went down within the last while, where flapping is looked for. */
  drops: number[];
  /** That it flaps was told, and not yet that it is calm. */
  isFlapping: boolean;
}

/** By id; an object that is up, and of which all is told, is left out. */
export type ObjectStates = Record<string, ObjectState>;

const UP: ObjectState = {
  isDown: false,
  looks: 0,
  since: 0,
  isTold: false,
  isSilent: false,
  drops: [],
  isFlapping: false,
};

interface CountedLook {
  at: number;
  startedAt: number;
  seen: SeenObjects;
}

/** The states after one more look. */
export function afterLook(
  rule: AlertRuleFields,
  states: ObjectStates,
  { at, startedAt, seen }: CountedLook,
): ObjectStates {
  const next: ObjectStates = {};
  for (const [id, object] of seen) {
    const known = states[id];
    if (object.state === "online" && known === undefined) continue;
    const counted = count(rule, known, object, startedAt);
    const drops = recentDrops(rule, counted.drops, object, { at, startedAt });
    keep(next, String(id), { ...counted, drops });
  }
  return next;
}

function count(
  { looksDown, looksUp }: AlertRuleFields,
  known: ObjectState | undefined,
  { state, since, before }: SeenObject,
  startedAt: number,
): ObjectState {
  const isDownNow = state === "offline";
  if (known === undefined) {
    if (!isDownNow) return UP;
    if (!isDrop({ state, since, before }, startedAt)) {
      return { ...UP, isDown: true, since, isSilent: true };
    }
  }
  const object = known ?? UP;
  if (isDownNow === object.isDown) return object.looks === 0 ? object : { ...object, looks: 0 };
  const looks = object.looks + 1;
  const isEnough = looks >= (isDownNow ? looksDown : looksUp);
  if (!isEnough) return { ...object, looks };
  if (isDownNow) return { ...object, isDown: true, looks: 0, since };
  return { ...object, isDown: false, looks: 0, isSilent: false };
}

/** Whether it went down while the rule was there. */
const isDrop = ({ state, since, before }: SeenObject, startedAt: number): boolean =>
  state === "offline" && before === "online" && since > startedAt;

/** How often it may go down, and within which time; undefined where the rule does not ask. */
function flapsOf({ condition }: AlertRuleFields) {
  if (condition.type === "flapping") return condition;
  return condition.type === "offline" ? (condition.flapping ?? undefined) : undefined;
}

function recentDrops(
  rule: AlertRuleFields,
  drops: readonly number[],
  object: SeenObject,
  { at, startedAt }: { at: number; startedAt: number },
): number[] {
  const flaps = flapsOf(rule);
  if (flaps === undefined) return [];
  const isNew = isDrop(object, startedAt) && object.since > (drops.at(-1) ?? -Infinity);
  const all = isNew ? [...drops, object.since] : drops;
  // No more than tell whether there are enough.
  return all.filter((drop) => drop > at - flaps.minutes * 60_000).slice(-flaps.drops);
}

function keep(states: ObjectStates, id: string, object: ObjectState): void {
  const { isDown, looks, isTold, drops, isFlapping } = object;
  const isWorth = isDown || looks > 0 || isTold || isFlapping || drops.length > 0;
  if (isWorth) states[id] = object;
}

export interface ToTell {
  down: DownObject[];
  up: UpObject[];
  flapping: (DownObject & { drops: number })[];
  calm: DownObject[];
  others: number;
  /** The states once this is told. */
  objects: ObjectStates;
  /** Whether they differ from those before. */
  isChanged: boolean;
}

/** What of the objects is not told yet. */
export function toTell(rule: AlertRuleFields, states: ObjectStates, seen: SeenObjects): ToTell {
  const found: ToTell = {
    down: [],
    up: [],
    flapping: [],
    calm: [],
    others: 0,
    objects: {},
    isChanged: false,
  };
  const { condition, tellsEnd } = rule;
  const flaps = flapsOf(rule);
  for (const [key, object] of Object.entries(states)) {
    const id = Number(key);
    const { since } = object;
    let next = object;
    const isRestless = flaps !== undefined && object.drops.length >= flaps.drops;
    if (isRestless && !object.isFlapping) {
      found.flapping.push({ id, since: object.drops[0] ?? since, drops: object.drops.length });
      next = { ...next, isFlapping: true };
    } else if (object.isFlapping && object.drops.length === 0) {
      if (tellsEnd) found.calm.push({ id, since });
      next = { ...next, isFlapping: false };
    }
    if (condition.type === "offline" && !next.isFlapping) {
      if (next.isDown && !next.isTold && !next.isSilent) {
        found.down.push({ id, since });
        next = { ...next, isTold: true };
      } else if (!next.isDown && next.isTold) {
        const now = seen.get(id);
        const isGone = now === undefined || now.state === "absent";
        if (tellsEnd) found.up.push({ id, since: now?.since ?? since, downSince: since, isGone });
        next = { ...next, isTold: false };
      } else if (next.isDown && next.isTold) found.others += 1;
    }
    if (next !== object) found.isChanged = true;
    keep(found.objects, key, next);
  }
  return found;
}
