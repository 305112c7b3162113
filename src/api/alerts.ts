import * as z from "zod/mini";
import { WATCHED_KINDS } from "./history.ts";
import { id as objectId } from "./fields.ts";
import { isLinkLocal } from "./linkLocal.ts";
import { isMailAddress } from "./mailAddress.ts";
import { operation } from "./operation.ts";
import { plainText } from "./plainText.ts";

/** By what an alert reaches somebody. */
export const CHANNEL_TYPES = ["email", "telegram", "webhook"] as const;
export type ChannelType = (typeof CHANNEL_TYPES)[number];

export const ALERT_LANGUAGES = ["ru", "en"] as const;
export type AlertLanguage = (typeof ALERT_LANGUAGES)[number];

/** The limits that forms show. */
export const ALERT_LIMITS = {
  channels: 50,
  rules: 100,
  recipients: 20,
  /** Objects that a rule names one by one. */
  objects: 500,
  looks: { min: 1, max: 20 },
  atLeast: { min: 2, max: 10_000 },
  drops: { min: 2, max: 100 },
  /** Minutes in which drops are counted, and after which an unreadable provider is told. */
  minutes: { min: 1, max: 1440 },
  groupSeconds: { min: 0, max: 3600 },
  secret: { min: 16, max: 200 },
  /** Parts of a week in which a rule tells something. */
  hours: 7,
} as const;

const source = "Pult";
const nothing = z.object({});
/** A moment in ISO 8601, in UTC. */
const moment = z.iso.datetime();
const id = z.string().check(z.regex(/^[\w-]{1,64}$/));
const idParams = z.object({ id });
const between = ({ min, max }: { min: number; max: number }) =>
  z.int().check(z.gte(min), z.lte(max));
const name = plainText(z.trim(), z.minLength(1), z.maxLength(100), z.regex(/^[^\r\n]*$/));

// ── Channels ────────────────────────────────────────────────────────────────────────────────

const address = plainText(z.trim(), z.maxLength(254), z.refine(isMailAddress));
/** An id, or `@name` of a public channel. */
const chat = z.string().check(z.regex(/^(-?\d{1,20}|@\w{4,64})$/));
const botToken = z.string().check(z.regex(/^\d{3,20}:[\w-]{20,100}$/));
const webhookUrl = z.string().check(z.maxLength(2000), z.refine(isWebhookUrl));
const { min, max } = ALERT_LIMITS.secret;
/** Signs what is sent to a webhook. */
const webhookSecret = z.string().check(z.regex(new RegExp(`^[\\x21-\\x7e]{${min},${max}}$`)));

const email = z.object({
  type: z.literal("email"),
  to: z.array(address).check(z.minLength(1), z.maxLength(ALERT_LIMITS.recipients)),
});
const telegram = z.object({ type: z.literal("telegram"), chat });
const webhook = z.object({ type: z.literal("webhook"), url: webhookUrl });

/** Where a new channel leads; its secret is written, and never read again. */
const newTarget = z.discriminatedUnion("type", [
  email,
  z.extend(telegram, { secret: botToken }),
  z.extend(webhook, { secret: webhookSecret }),
]);
export type ChannelTarget = z.output<typeof newTarget>;

/** Without a secret the one that is there stays. */
const changedTarget = z.discriminatedUnion("type", [
  email,
  z.extend(telegram, { secret: z.optional(botToken) }),
  z.extend(webhook, { secret: z.optional(webhookSecret) }),
]);

const shownTarget = z.discriminatedUnion("type", [
  z.object({ type: z.literal("email"), to: z.array(z.string()) }),
  z.object({ type: z.literal("telegram"), chat: z.string(), hasSecret: z.boolean() }),
  z.object({ type: z.literal("webhook"), url: z.string(), hasSecret: z.boolean() }),
]);
export type ShownTarget = z.output<typeof shownTarget>;

const channelFields = {
  name,
  /** In which its messages are written. */
  language: z.enum(ALERT_LANGUAGES),
  isOn: z.boolean(),
};

const channel = z.object({
  id: z.string(),
  name: z.string(),
  language: z.enum(ALERT_LANGUAGES),
  isOn: z.boolean(),
  target: shownTarget,
});
export type AlertChannel = z.output<typeof channel>;

export const listAlertChannels = operation({
  name: "listAlertChannels",
  own: true,
  method: "GET",
  path: "/alerts/channels",
  access: "admin",
  summary: "Where alerts are sent",
  source,
  response: z.object({
    items: z.array(channel),
    /** Whether the server's settings name a mail server. */
    canMail: z.boolean(),
  }),
  rows: "items",
});

export const createAlertChannel = operation({
  name: "createAlertChannel",
  own: true,
  method: "POST",
  path: "/alerts/channels",
  access: "admin",
  summary: "Add a place where alerts are sent",
  source,
  body: z.object({ ...channelFields, target: newTarget }),
  response: z.object({ id: z.string() }),
});

export const updateAlertChannel = operation({
  name: "updateAlertChannel",
  own: true,
  method: "PATCH",
  path: "/alerts/channels/{id}",
  access: "admin",
  summary: "Change a place where alerts are sent",
  source,
  params: idParams,
  body: z.partial(z.object({ ...channelFields, target: changedTarget })),
  response: nothing,
});

/** What waits to be sent there is dropped. */
export const deleteAlertChannel = operation({
  name: "deleteAlertChannel",
  own: true,
  method: "DELETE",
  path: "/alerts/channels/{id}",
  access: "admin",
  summary: "Delete a place where alerts are sent",
  source,
  params: idParams,
  response: nothing,
});

/** Sends a message at once, and waits for the answer. */
export const testAlertChannel = operation({
  name: "testAlertChannel",
  own: true,
  method: "POST",
  path: "/alerts/channels/{id}/test",
  access: "admin",
  summary: "Send a test message, and show what the other side answers",
  source,
  params: idParams,
  response: z.object({
    isDelivered: z.boolean(),
    /** What the other side answered, or why it was not reached: text, cut, without secrets. */
    answer: z.string(),
    ms: z.int(),
  }),
});

// ── Rules ───────────────────────────────────────────────────────────────────────────────────

const objects = {
  kind: z.enum(WATCHED_KINDS),
  /** None stands for all. */
  ids: z.array(objectId).check(z.maxLength(ALERT_LIMITS.objects)),
};
const flaps = { drops: between(ALERT_LIMITS.drops), minutes: between(ALERT_LIMITS.minutes) };

const condition = z.discriminatedUnion("type", [
  /** Each object that goes down. One that flaps is told once, and then nothing until it is calm. */
  z.object({ type: z.literal("offline"), ...objects, flapping: z.nullable(z.object(flaps)) }),
  /** So many of them are down at once. */
  z.object({ type: z.literal("many"), ...objects, atLeast: between(ALERT_LIMITS.atLeast) }),
  /** An object went down so many times within so many minutes. */
  z.object({ type: z.literal("flapping"), ...objects, ...flaps }),
  /** The provider could not be read for so many minutes. */
  z.object({ type: z.literal("unreadable"), minutes: between(ALERT_LIMITS.minutes) }),
]);
export type AlertCondition = z.output<typeof condition>;
export const CONDITION_TYPES = ["offline", "many", "flapping", "unreadable"] as const;

const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
/** A part of a week; past midnight where `to` is before `from`, a whole day where both are the same. */
const hours = z.object({
  /** 1 is Monday. */
  days: z.array(z.int().check(z.gte(1), z.lte(7))).check(z.minLength(1), z.maxLength(7)),
  from: clock,
  to: clock,
});
export type Hours = z.output<typeof hours>;

const ruleFields = z.object({
  name,
  isOn: z.boolean(),
  condition,
  /** So many looks in a row have to find it before it counts as down, and as up again. */
  looksDown: between(ALERT_LIMITS.looks),
  looksUp: between(ALERT_LIMITS.looks),
  /** Whether the end of it is told, too. */
  tellsEnd: z.boolean(),
  /** What happens within so many seconds is one message. */
  groupSeconds: between(ALERT_LIMITS.groupSeconds),
  /** When it may tell something (none: always). What is still so after quiet hours is told then. */
  hours: z.array(hours).check(z.maxLength(ALERT_LIMITS.hours)),
  /** IANA name of the time zone of `hours` and of the times in messages. */
  zone: plainText(z.maxLength(64), z.refine(isTimeZone)),
  /** Tells nothing before this moment. */
  pausedUntil: z.nullable(moment),
  /** The ids of the channels. */
  channels: z.array(id).check(z.maxLength(ALERT_LIMITS.channels)),
});
export type AlertRuleFields = z.output<typeof ruleFields>;

const rule = z.extend(ruleFields, { id: z.string() });
export type AlertRule = z.output<typeof rule>;

export const listAlertRules = operation({
  name: "listAlertRules",
  own: true,
  method: "GET",
  path: "/alerts/rules",
  access: "support",
  summary: "What is told to whom",
  source,
  response: z.object({
    items: z.array(rule),
    /** The channels without where they lead. */
    channels: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        type: z.enum(CHANNEL_TYPES),
        isOn: z.boolean(),
      }),
    ),
    /** Until when all rules are paused; null while they are not. */
    pausedUntil: z.nullable(moment),
  }),
  rows: "items",
});

export const createAlertRule = operation({
  name: "createAlertRule",
  own: true,
  method: "POST",
  path: "/alerts/rules",
  access: "admin",
  summary: "Add a rule",
  source,
  body: ruleFields,
  response: z.object({ id: z.string() }),
});

/** With another condition it starts over: it tells what happens from then on. */
export const updateAlertRule = operation({
  name: "updateAlertRule",
  own: true,
  method: "PATCH",
  path: "/alerts/rules/{id}",
  access: "admin",
  summary: "Change a rule",
  source,
  params: idParams,
  body: z.partial(ruleFields),
  response: nothing,
});

export const deleteAlertRule = operation({
  name: "deleteAlertRule",
  own: true,
  method: "DELETE",
  path: "/alerts/rules/{id}",
  access: "admin",
  summary: "Delete a rule",
  source,
  params: idParams,
  response: nothing,
});

/** What is still so at the end of the pause is told then. */
export const pauseAlerts = operation({
  name: "pauseAlerts",
  own: true,
  method: "POST",
  path: "/alerts/pause",
  access: "admin",
  summary: "Tell nothing until a moment, or go on",
  source,
  body: z.object({ until: z.nullable(moment) }),
  response: nothing,
});

// ── What was sent ───────────────────────────────────────────────────────────────────────────

export const DELIVERY_STATES = ["waiting", "delivered", "failed"] as const;

const delivery = z.object({
  id: z.string(),
  at: moment,
  rule: z.string(),
  channel: z.string(),
  /** The message's first line. */
  subject: z.string(),
  state: z.enum(DELIVERY_STATES),
  attempts: z.int(),
  deliveredAt: z.nullable(moment),
  /** Of one that waits. */
  nextAt: z.nullable(moment),
  /** Why the last attempt failed. */
  error: z.nullable(z.string()),
});
export type AlertDelivery = z.output<typeof delivery>;

export const listAlertDeliveries = operation({
  name: "listAlertDeliveries",
  own: true,
  method: "GET",
  path: "/alerts/deliveries",
  access: "support",
  summary: "What was sent last, newest first",
  source,
  query: z.object({ limit: z.optional(z.int().check(z.positive(), z.lte(200))) }),
  response: z.object({ items: z.array(delivery) }),
  rows: "items",
});

/** http or https, without a name and a password, which logs would show; not to the machine's own link. */
function isWebhookUrl(text: string): boolean {
  try {
    const { protocol, username, password, hash, hostname } = new URL(text);
    const isPlain = username === "" && password === "" && hash === "";
    return /^https?:$/.test(protocol) && isPlain && !isLinkLocal(hostname);
  } catch {
    return false;
  }
}

function isTimeZone(text: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: text }));
  } catch {
    return false;
  }
}
