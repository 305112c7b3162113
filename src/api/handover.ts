import * as z from "zod/mini";
import { id, LIMITS } from "./fields.ts";
import { operation } from "./operation.ts";

/** How a phone speaks to the provider's server; the provider names neither it nor the port. */
export const TRANSPORTS = ["udp", "tcp", "tls"] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** How long a link works, in minutes. */
export const LINK_MINUTES = 10;

/**
 * Makes a link that leads to an account's password once, without a sign-in. Both paths are secrets and
 * begin after the base path: their address is `location.origin + basePath + path`. A person opens
 * `path` and uses it up by a button; a phone reads its settings at `devicePath` (lpconfig XML of
 * Linphone), twice within a minute at most.
 */
export const createHandoverLink = operation({
  name: "createHandoverLink",
  own: true,
  method: "POST",
  path: "/handover-links",
  access: "admin",
  summary: "Make a one-time link to an account's credentials",
  source: "Pult",
  takesVerification: true,
  countsAsReveal: true,
  body: z.object({
    account: id,
    transport: z.enum(TRANSPORTS),
    port: z.int().check(z.gte(LIMITS.port.min), z.lte(LIMITS.port.max)),
  }),
  response: z.object({
    path: z.string(),
    devicePath: z.string(),
    /** ISO 8601, in UTC. */
    expiresAt: z.iso.datetime(),
  }),
});
