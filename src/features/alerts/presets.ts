import type { AlertRuleFields } from "#api/alerts.ts";

export const PRESETS = ["offline", "many", "external", "unreadable"] as const;
export type Preset = (typeof PRESETS)[number];

const FLAPS = { drops: 3, minutes: 60 };

/** Of what a ready-made rule tells; `accounts` is how many there are, as far as known. */
export function presetCondition(preset: Preset, accounts: number): AlertRuleFields["condition"] {
  switch (preset) {
    case "many":
      return { type: "many", kind: "sip", ids: [], atLeast: Math.max(2, Math.ceil(accounts / 2)) };
    case "unreadable":
      return { type: "unreadable", minutes: 5 };
    default:
      return {
        type: "offline",
        kind: preset === "external" ? "external" : "sip",
        ids: [],
        flapping: FLAPS,
      };
  }
}

/** What any new rule begins with: two looks, working hours, one message for what comes together. */
export const NEW_RULE = {
  isOn: true,
  looksDown: 2,
  looksUp: 2,
  tellsEnd: true,
  groupSeconds: 30,
  hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" }],
  pausedUntil: null,
} satisfies Partial<AlertRuleFields>;
