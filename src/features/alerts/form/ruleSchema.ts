import * as z from "zod/mini";
import {
  ALERT_LIMITS,
  type AlertRuleFields,
  CONDITION_TYPES,
  createAlertRule,
  updateAlertRule,
} from "#api/alerts.ts";
import { WATCHED_KINDS, type WatchedKind } from "#api/history.ts";
import { draftShape, typedText } from "#ui/form/draft/shape.ts";
import { requestResolver, typedNumber } from "#ui/form/resolver.ts";

/** What is typed and chosen. Names are those of the request, so that errors find their field. */
export interface RuleValues {
  name: string;
  condition: {
    type: (typeof CONDITION_TYPES)[number];
    kind: WatchedKind;
    /** `sip:25`: those of the other kind stay while one looks at both. */
    ids: string[];
    atLeast: string;
    drops: string;
    minutes: string;
    flapping: { drops: string; minutes: string };
  };
  /** What is typed to find an object, and not chosen yet. */
  pick: string;
  scope: "all" | "some";
  flaps: boolean;
  looksDown: string;
  looksUp: string;
  tellsEnd: boolean;
  groupSeconds: string;
  when: "always" | "hours";
  hours: { days: number[]; from: string; to: string }[];
  zone: string;
  channels: string[];
}

export const DRAFT = draftShape<RuleValues>()([], {
  name: typedText,
  condition: z.object({
    type: z.enum(CONDITION_TYPES),
    kind: z.enum(WATCHED_KINDS),
    ids: z.array(typedText),
    atLeast: typedText,
    drops: typedText,
    minutes: typedText,
    flapping: z.object({ drops: typedText, minutes: typedText }),
  }),
  pick: typedText,
  scope: z.enum(["all", "some"]),
  flaps: z.boolean(),
  looksDown: typedText,
  looksUp: typedText,
  tellsEnd: z.boolean(),
  groupSeconds: typedText,
  when: z.enum(["always", "hours"]),
  hours: z.array(z.object({ days: z.array(z.number()), from: typedText, to: typedText })),
  zone: typedText,
  channels: z.array(typedText),
});

export const FIELDS = ["name", "looksDown", "looksUp", "groupSeconds", "zone", "channels"] as const;

/** Part of a week that a new line of hours begins with. */
export const NEW_HOURS = { days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" };

export const objectKey = (kind: WatchedKind, id: number): string => `${kind}:${id}`;

/** Of which a rule tells, by what the form holds. */
export function idsOf(kind: WatchedKind, keys: readonly string[]): number[] {
  return keys.flatMap((key) => {
    const [of, id] = key.split(":");
    return of === kind ? [Number(id)] : [];
  });
}

/** What the form opens with. */
export function toValues(rule: Omit<AlertRuleFields, "isOn" | "pausedUntil">): RuleValues {
  const { condition, hours } = rule;
  const isUnreadable = condition.type === "unreadable";
  const kind = isUnreadable ? "sip" : condition.kind;
  const ids = isUnreadable ? [] : condition.ids;
  const flapping = condition.type === "offline" ? condition.flapping : null;
  return {
    name: rule.name,
    condition: {
      type: condition.type,
      kind,
      ids: ids.map((id) => objectKey(kind, id)),
      atLeast: String(condition.type === "many" ? condition.atLeast : 10),
      drops: String(condition.type === "flapping" ? condition.drops : 3),
      minutes: String("minutes" in condition ? condition.minutes : 60),
      flapping: {
        drops: String(flapping?.drops ?? 3),
        minutes: String(flapping?.minutes ?? 60),
      },
    },
    pick: "",
    scope: ids.length > 0 ? "some" : "all",
    flaps: flapping !== null,
    looksDown: String(rule.looksDown),
    looksUp: String(rule.looksUp),
    tellsEnd: rule.tellsEnd,
    groupSeconds: String(rule.groupSeconds),
    when: hours.length > 0 ? "hours" : "always",
    hours: hours.length > 0 ? hours : [NEW_HOURS],
    zone: rule.zone,
    channels: rule.channels,
  };
}

function toCondition({ condition, scope, pick, flaps }: RuleValues): unknown {
  const { type, kind, ids: keys, atLeast, drops, minutes, flapping } = condition;
  const times = { drops: typedNumber(drops), minutes: typedNumber(minutes) };
  if (type === "unreadable") return { type, minutes: times.minutes };
  const chosen = idsOf(kind, keys);
  // What is typed and not chosen must not be left out in silence.
  const isOpen = chosen.length === 0 || pick.trim() !== "";
  const ids = scope === "all" ? [] : isOpen ? undefined : chosen;
  if (type === "many") return { type, kind, ids, atLeast: typedNumber(atLeast) };
  if (type === "flapping") return { type, kind, ids, ...times };
  const often = { drops: typedNumber(flapping.drops), minutes: typedNumber(flapping.minutes) };
  return { type, kind, ids, flapping: flaps ? often : null };
}

function toFields(values: RuleValues) {
  const { name, looksDown, looksUp, tellsEnd, groupSeconds, when, hours, zone, channels } = values;
  return {
    name,
    condition: toCondition(values),
    looksDown: typedNumber(looksDown),
    looksUp: typedNumber(looksUp),
    tellsEnd,
    groupSeconds: typedNumber(groupSeconds),
    hours:
      when === "always"
        ? []
        : hours.map(({ days, from, to }) => {
            return { days: days.length > 0 ? days : undefined, from, to };
          }),
    zone,
    // One that tells nobody is of no use.
    channels: channels.length > 0 ? channels : undefined,
  };
}

const MESSAGES = {
  missing: { ids: "field.choose", days: "field.choose", channels: "field.choose" },
} as const;

export const createResolver = requestResolver(
  createAlertRule.body,
  (values: RuleValues) => ({ ...toFields(values), isOn: true, pausedUntil: null }),
  MESSAGES,
);

export const updateResolver = requestResolver(updateAlertRule.body, toFields, MESSAGES);

const grid = ({ min, max }: { min: number; max: number }, step = 1) => ({ min, max, step });

export const GRIDS = {
  atLeast: grid(ALERT_LIMITS.atLeast),
  drops: grid(ALERT_LIMITS.drops),
  minutes: grid(ALERT_LIMITS.minutes),
  looks: grid(ALERT_LIMITS.looks),
  groupSeconds: grid(ALERT_LIMITS.groupSeconds, 10),
};
