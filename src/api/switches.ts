import * as z from "zod/mini";
import { id as objectId } from "./fields.ts";
import { forwarding } from "./forwarding.ts";
import { operation } from "./operation.ts";
import { SWITCH_REASONS } from "./switchReasons.ts";

export { SWITCH_REASONS, type SwitchReason } from "./switchReasons.ts";

/** What can be set until a moment: the active scenario of an account, an open country, a forwarding. */
export const SWITCH_KINDS = ["scenario", "direction", "forwarding"] as const;
export type SwitchKind = (typeof SWITCH_KINDS)[number];

export const SWITCH_LIMITS = {
  /** How far ahead a moment may be, in days. */
  days: 366,
  /** Countries that are set in one go. */
  codes: 300,
} as const;

/** Why it is late, and tried again: the provider is not reached, or denies access. */
export const SWITCH_TROUBLES = ["unreachable", "denied"] as const;
export type SwitchTrouble = (typeof SWITCH_TROUBLES)[number];

const source = "Pult";
const nothing = z.object({});
const idParams = z.object({ id: z.string().check(z.regex(/^[\w-]{1,64}$/)) });
/** A moment in ISO 8601, in UTC. */
const moment = z.iso.datetime();
const code = z.string().check(z.regex(/^\d{1,7}$/));

const scenarioRef = z.object({ id: objectId, name: z.string() });

/** What a switch has set, and what it goes back to. */
const subject = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("scenario"),
    account: objectId,
    scenario: scenarioRef,
    back: scenarioRef,
  }),
  /** Open; it is closed then. */
  z.object({ kind: z.literal("direction"), code }),
  z.object({ kind: z.literal("forwarding"), set: forwarding, back: forwarding }),
]);
export type SwitchSubject = z.output<typeof subject>;

const timedSwitch = z.object({
  id: z.string(),
  subject,
  /** Extension or phone number, and name, of what it is about. */
  number: z.nullable(z.string()),
  name: z.nullable(z.string()),
  until: moment,
  /** Who set it; `anonymous` where Pult asks nobody to sign in. */
  actor: z.string(),
  /** Why it is late; null while it is not. */
  trouble: z.nullable(z.enum(SWITCH_TROUBLES)),
  /** Why it ended without having changed anything back; null while it is open. */
  ended: z.nullable(
    z.object({
      at: moment,
      reason: z.enum(SWITCH_REASONS),
      /** The provider's own words. */
      message: z.nullable(z.string()),
    }),
  ),
});
export type TimedSwitch = z.output<typeof timedSwitch>;

/** The open ones, the next one first; and those that ended without doing anything, for some days. */
export const listSwitches = operation({
  name: "listSwitches",
  own: true,
  method: "GET",
  path: "/switches",
  access: "support",
  summary: "What is set until a moment",
  source,
  response: z.object({ items: z.array(timedSwitch) }),
  rows: "items",
});

/**
 * What is set already will be set back at a moment. Takes the place of the one that its object has.
 * 409 (`switch-changed`) where something else is set by now.
 */
export const createSwitch = operation({
  name: "createSwitch",
  own: true,
  method: "POST",
  path: "/switches",
  access: "admin",
  summary: "Set back at a moment what was just set",
  source,
  body: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("scenario"),
      until: moment,
      account: objectId,
      /** The active one, and the one that is activated then. */
      scenario: objectId,
      back: objectId,
    }),
    z.object({
      kind: z.literal("direction"),
      until: moment,
      /** Dial codes that were opened through Pult, and closed before. */
      codes: z.array(code).check(z.minLength(1), z.maxLength(SWITCH_LIMITS.codes)),
    }),
    z.object({ kind: z.literal("forwarding"), until: moment, set: forwarding, back: forwarding }),
  ]),
  response: z.object({ ids: z.array(z.string()) }),
});

/** 409 (`switch-over`) for one that has ended, or is being carried out. */
export const changeSwitch = operation({
  name: "changeSwitch",
  own: true,
  method: "PATCH",
  path: "/switches/{id}",
  access: "admin",
  summary: "Change the moment of a switch",
  source,
  params: idParams,
  body: z.object({ until: moment }),
  response: nothing,
});

/** What is set stays. 409 (`switch-over`) for one that has ended, or is being carried out. */
export const cancelSwitch = operation({
  name: "cancelSwitch",
  own: true,
  method: "DELETE",
  path: "/switches/{id}",
  access: "admin",
  summary: "Cancel a switch",
  source,
  params: idParams,
  response: nothing,
});

/** Hides, for everybody, why one ended. */
export const dismissSwitch = operation({
  name: "dismissSwitch",
  own: true,
  method: "POST",
  path: "/switches/{id}/dismiss",
  access: "admin",
  summary: "Hide a switch that ended",
  source,
  params: idParams,
  response: nothing,
});
