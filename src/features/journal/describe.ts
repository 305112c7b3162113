import type { JournalEntry } from "#api/journal.ts";
import { isJsonObject } from "#api/errorBody.ts";
import type { Text } from "#i18n/texts.ts";
import type en from "./locales/en.json";

type Key = keyof typeof en;

/** One field that a write changed, in words. */
export interface Difference {
  field: string;
  /** Undefined where the provider did not return it, or there was none. */
  from: string | undefined;
  /** Undefined where something was deleted. */
  to: string | undefined;
}

/** «Изменён аккаунт»: what was done, by operation. */
const ACTIONS: Readonly<Record<string, Key>> = {
  "PUT /sip": "journal.action.createAccount",
  "PATCH /sip/{id}": "journal.action.updateAccount",
  "DELETE /sip/{id}": "journal.action.deleteAccount",
  "POST /sip/{id}/scenarios": "journal.action.createScenario",
  "PUT /sip/{id}/scenarios/{sid}": "journal.action.replaceScenario",
  "PATCH /sip/{id}/scenarios/{sid}": "journal.action.activateScenario",
  "DELETE /sip/{id}/scenarios/{sid}": "journal.action.deleteScenario",
  "PUT /number/external/{type}": "journal.action.createExternal",
  "PATCH /number/external/{type}/{id}": "journal.action.updateExternal",
  "DELETE /number/external/{type}/{id}": "journal.action.deleteExternal",
  "POST /number/external/follow": "journal.action.forward",
  "POST /smart-numbers": "journal.action.createSmart",
  "DELETE /smart-numbers/{id}": "journal.action.deleteSmart",
  "PATCH /voicemail": "journal.action.updateVoicemail",
  "PUT /direction": "journal.action.openDirections",
  "DELETE /direction": "journal.action.closeDirections",
};

/** What was done; the operation itself if a newer Pult wrote the entry. */
export function actionText({ operation }: JournalEntry, t: Text): string {
  const key = ACTIONS[operation];
  return key === undefined ? operation : t(key);
}

const FIELDS = {
  name: "journal.field.name",
  number: "journal.field.number",
  role: "journal.field.role",
  aon: "journal.field.aon",
  password: "journal.field.password",
  active_scenario: "journal.field.activeScenario",
  sequence_rule: "journal.field.sequenceRule",
  sip_timeout: "journal.field.sipTimeout",
  phones: "journal.field.phones",
  voicemail: "journal.field.voicemail",
  host: "journal.field.host",
  login: "journal.field.login",
  secret: "journal.field.password",
  phone_b: "journal.field.number",
  description: "journal.field.name",
  email: "journal.field.email",
  send: "journal.field.send",
  type: "journal.field.type",
  codes: "journal.field.codes",
  direction_ids: "journal.field.directions",
} as const satisfies Record<string, Key>;

/** What a write changed, field by field; fields that stayed the same are left out. */
export function differences({ fields, before }: JournalEntry, t: Text): Difference[] {
  const isDeletion = Object.keys(fields).length === 0;
  const keys = Object.keys(isDeletion ? (before ?? {}) : fields);
  return keys.flatMap((key) => {
    const from = valueText(before?.[key], t);
    const to = isDeletion ? undefined : valueText(fields[key], t);
    if (from === to) return [];
    const label = Object.entries(FIELDS).find(([field]) => field === key)?.[1];
    return [{ field: label === undefined ? key : t(label), from, to }];
  });
}

function valueText(value: unknown, t: Text): string | undefined {
  if (typeof value === "string") return value === "" ? undefined : value;
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return t(value ? "journal.yes" : "journal.no");
  if (Array.isArray(value)) {
    const items = value.map((item) => valueText(item, t) ?? "");
    return items.length === 0 ? undefined : items.join(", ");
  }
  if (!isJsonObject(value)) return undefined;
  const { name, number, id } = value;
  return valueText(name ?? number ?? id, t) ?? JSON.stringify(value);
}
