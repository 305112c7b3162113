import { ROLES } from "#api/access.ts";
import { SWITCH_REASONS } from "#api/switchReasons.ts";
import type { FormatPhone } from "#common/phone.ts";
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

/** Names what an entry knows by its id only; undefined where it is not known, or not yet. */
export interface Names {
  phone: FormatPhone;
  callerId: (id: number) => string | undefined;
  /** A SIP account; only where the accounts are at hand. */
  account?: (id: number) => string | undefined;
  /** A country by its id. */
  destination: (id: number) => string | undefined;
  /** The countries of a dial code. */
  code: (code: string) => string | undefined;
  /** A moment in ISO 8601. */
  moment: (iso: string) => string;
}

const NO_NAMES: Names = {
  phone: (digits) => digits,
  callerId: () => undefined,
  destination: () => undefined,
  code: () => undefined,
  moment: (iso) => iso,
};

/** «Изменён аккаунт»: what was done, by operation. */
const ACTIONS: Readonly<Record<string, Key>> = {
  "GET /sip/{id}": "journal.action.revealPassword",
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
  "POST /alerts/channels": "journal.action.createChannel",
  "PATCH /alerts/channels/{id}": "journal.action.updateChannel",
  "DELETE /alerts/channels/{id}": "journal.action.deleteChannel",
  "POST /alerts/channels/{id}/test": "journal.action.testChannel",
  "POST /alerts/rules": "journal.action.createRule",
  "PATCH /alerts/rules/{id}": "journal.action.updateRule",
  "DELETE /alerts/rules/{id}": "journal.action.deleteRule",
  "POST /alerts/pause": "journal.action.pauseAlerts",
  "SEND /alerts": "journal.action.sendAlert",
  "POST /switches": "journal.action.createSwitch",
  "PATCH /switches/{id}": "journal.action.changeSwitch",
  "DELETE /switches/{id}": "journal.action.cancelSwitch",
  "END /switches": "journal.action.endSwitch",
  "POST /handover-links": "journal.action.createHandoverLink",
  "OPEN /handover-links": "journal.action.openHandoverLink",
};

/** What concerns Pult's own users; any other operation of a user is one that was denied. */
const USER_ACTIONS: Readonly<Record<string, Key>> = {
  "POST /sign-in": "journal.action.signIn",
  "POST /sign-in/oidc": "journal.action.signIn",
  "POST /sign-in/code": "journal.action.signInCode",
  "POST /sign-in/link": "journal.action.signInLink",
  "POST /sign-in/link/redeem": "journal.action.signInLink",
  "POST /sign-out": "journal.action.signOut",
  "POST /session/verify": "journal.action.verify",
  "POST /session/password": "journal.action.ownPassword",
  "POST /session/totp": "journal.action.totpOn",
  "POST /session/totp/confirm": "journal.action.totpOn",
  "POST /session/totp/stop": "journal.action.totpOff",
  "DELETE /sessions/{id}": "journal.action.endSession",
  "POST /users": "journal.action.createUser",
  "PATCH /users/{id}": "journal.action.updateUser",
  "POST /users/{id}/link": "journal.action.userLink",
  "POST /users/{id}/totp/stop": "journal.action.userTotpOff",
  "DELETE /users/{id}/sessions/{sid}": "journal.action.endUserSession",
};

/**
 * By whom: at a timer's moment Pult itself, for who set it; by a one-time link anybody who has it.
 * Empty where nobody signs in.
 */
export function actorText(actor: string, t: Text): string {
  if (actor === HANDOVER_LINK) return t("journal.handoverLink");
  const person = /^Pult, for (.+)$/.exec(actor)?.[1];
  if (person === undefined) return actor === ANONYMOUS ? "" : actor;
  return person === ANONYMOUS ? t("journal.pult") : t("journal.pultFor", { person });
}

const ANONYMOUS = "anonymous";
const HANDOVER_LINK = "handover link";

/** What was done; the operation itself if a newer Pult wrote the entry. */
export function actionText({ operation, object, outcome }: JournalEntry, t: Text): string {
  const own = lookUp(USER_ACTIONS, operation);
  if (own !== undefined) return t(own);
  const key = lookUp(ACTIONS, operation);
  const kind: string = object.kind;
  const action = key === undefined ? operation : t(key, { kind });
  const isDenied = kind === "user" && outcome === "refused";
  return isDenied ? t("journal.action.denied", { action }) : action;
}

const lookUp = <T>(map: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(map, key) ? map[key] : undefined;

const FIELDS: Readonly<Record<string, Key>> = {
  name: "journal.field.name",
  number: "journal.field.number",
  role: "journal.field.role",
  aon: "journal.field.aon",
  password: "journal.field.password",
  active_scenario: "journal.field.activeScenario",
  sequence_rule: "journal.field.sequenceRule",
  sip_timeout: "journal.field.sipTimeout",
  phones: "journal.field.phones",
  phone_number: "journal.field.phones",
  phone_timeout: "journal.field.phoneTimeout",
  voicemail: "journal.field.voicemail",
  voicemail_media_id: "journal.field.greeting",
  host: "journal.field.host",
  source: "journal.field.host",
  port: "journal.field.port",
  transport: "journal.field.transport",
  opener: "journal.field.opener",
  madeBy: "journal.field.madeBy",
  login: "journal.field.login",
  secret: "journal.field.password",
  phone_b: "journal.field.number",
  user_id: "journal.field.user",
  description: "journal.field.description",
  email: "journal.field.email",
  send: "journal.field.send",
  type: "journal.field.type",
  type_default: "journal.field.typeDefault",
  cli_type: "journal.field.cliType",
  cli_type_default: "journal.field.cliType",
  sip_id: "journal.field.sipId",
  group_id: "journal.field.groupId",
  scenario_id: "journal.field.scenarioId",
  call_queue_id: "journal.field.queueId",
  destination_number: "journal.field.destinationNumber",
  destination_uri: "journal.field.destinationUri",
  codes: "journal.field.codes",
  direction_ids: "journal.field.directions",
  address: "journal.field.address",
  fullName: "journal.field.fullName",
  isDisabled: "journal.field.disabled",
  userRole: "journal.field.userRole",
  channel: "journal.field.channel",
  channels: "journal.field.channels",
  text: "journal.field.text",
  until: "journal.field.until",
  back: "journal.field.back",
  reason: "journal.field.reason",
  language: "journal.field.language",
  isOn: "journal.field.isOn",
  kind: "journal.field.channelType",
  to: "journal.field.addresses",
  chat: "journal.field.chat",
  url: "journal.field.url",
  condition: "journal.field.condition",
  looksDown: "journal.field.looksDown",
  looksUp: "journal.field.looksUp",
  tellsEnd: "journal.field.tellsEnd",
  groupSeconds: "journal.field.groupSeconds",
  hours: "journal.field.hours",
  zone: "journal.field.zone",
  pausedUntil: "journal.field.pausedUntil",
  // What an undo creates or deletes whole.
  scenario: "journal.field.scenario",
  forwarding: "journal.field.forwarding",
  smart: "journal.field.smart",
};

/** They say what was changed, which the entry's object says already, or repeat other fields. */
const HIDDEN = new Set(["id", "active", "endpoints", "number_type", "number_id"]);

/** What a write changed, field by field; fields that stayed the same are left out. */
export function differences(
  entry: Pick<JournalEntry, "object" | "fields" | "before">,
  t: Text,
  names = NO_NAMES,
): Difference[] {
  const { fields, before } = entry;
  const isDeletion = Object.keys(fields).length === 0;
  const keys = Object.keys(isDeletion ? (before ?? {}) : fields);
  return keys.flatMap((key) => {
    if (HIDDEN.has(key)) return [];
    // An account's `role` is a description.
    const meaning = key === "role" && entry.object.kind === "user" ? "userRole" : key;
    const from = valueText(meaning, before?.[key], t, names);
    const to = isDeletion ? undefined : valueText(meaning, fields[key], t, names);
    return from === to ? [] : [{ field: fieldText(entry, key, t), from, to }];
  });
}

/** The name of a field; the provider's own where a newer Pult wrote the entry. */
export function fieldText({ object }: Pick<JournalEntry, "object">, key: string, t: Text): string {
  const kind: string = object.kind;
  if (key === "role" && kind === "user") return t("journal.field.userRole");
  if (key === "secret" && kind === "alert") return t("journal.field.secret");
  const text = lookUp(FIELDS, key);
  return text === undefined ? key : t(text);
}

/** A field's value in words; undefined where there is none. */
export function valueText(
  key: string,
  value: unknown,
  t: Text,
  names = NO_NAMES,
): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value === "boolean") return t(value ? "journal.yes" : "journal.no");
  if (Array.isArray(value)) {
    const items = value.map((item) => valueText(key, item, t, names) ?? "");
    return items.length === 0 ? t("journal.none") : items.join(", ");
  }
  if (isJsonObject(value)) return objectText(key, value, t, names);
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  return simpleText(key, value, t, names);
}

function simpleText(key: string, value: string | number, t: Text, names: Names): string {
  const text = String(value);
  const byId = (name: string | undefined) => name ?? t("journal.id", { id: text });
  switch (key) {
    case "aon":
      return byId(names.callerId(Number(value)));
    case "direction_ids":
      return byId(names.destination(Number(value)));
    case "codes":
      return names.code(text) ?? text;
    case "sip_id":
      return byId(names.account?.(Number(value)));
    case "group_id":
    case "scenario_id":
    case "call_queue_id":
    case "voicemail_media_id":
      return byId(undefined);
    case "userRole": {
      const role = ROLES.find((one) => one === text);
      return role === undefined ? text : t(`journal.role.${role}`);
    }
    case "transport":
      return text.toUpperCase();
    case "opener":
      return t("journal.opener", { opener: text });
    case "madeBy":
      return text === ANONYMOUS ? t("journal.anonymous") : text;
    case "language":
      return t("journal.language", { language: text });
    case "kind":
      return t("journal.channelType", { type: text });
    case "pausedUntil":
    case "until":
      return names.moment(text);
    case "sequence_rule":
      return text === "single" || text === "simultaneous" ? t(`journal.rule.${text}`) : text;
    case "type":
    case "type_default":
      return t("journal.forward", { type: text });
    case "reason": {
      const reason = SWITCH_REASONS.find((one) => one === text);
      return reason === undefined ? text : t(`journal.reason.${reason}`);
    }
    case "cli_type":
    case "cli_type_default":
      return t(text === "Y" ? "journal.yes" : "journal.no");
    // An extension is shorter, and stays as it is.
    case "number":
    case "phone_b":
    case "phone_number":
    case "destination_number":
      return names.phone(text);
    default:
      return text;
  }
}

/** Of what an alert rule tells, and when. */
function alertText(key: "condition" | "hours", value: Record<string, unknown>, t: Text): string {
  const { type, kind, ids, minutes, days, from, to } = value;
  if (key === "hours") {
    const names = listOf(days).map((day) => t("journal.day", { day: String(day) }));
    return t("journal.hours", { days: names.join(", "), from: String(from), to: String(to) });
  }
  return t("journal.condition", {
    type: String(type),
    kind: String(kind),
    of: listOf(ids).length,
    n: Number(value["atLeast"] ?? value["drops"]),
    minutes: Number(minutes),
  });
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function objectText(key: string, value: Record<string, unknown>, t: Text, names: Names): string {
  if (key === "condition" || key === "hours") return alertText(key, value, t);
  const { name, number, timeout, type, id } = value;
  if ((key === "forwarding" || key === "back") && typeof type === "string")
    return t("journal.forward", { type });
  if (key === "phones" && typeof timeout === "number") {
    const shown = typeof number === "string" && number !== "" ? names.phone(number) : "?";
    return t("journal.phone", { number: shown, seconds: timeout });
  }
  for (const one of [name, number, id]) {
    if (typeof one === "string" || typeof one === "number") return String(one);
  }
  return JSON.stringify(value);
}
