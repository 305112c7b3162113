import * as z from "zod/mini";
import { operation } from "./operation.ts";
import { plainText } from "./plainText.ts";

/** What an entry is about. */
export const JOURNAL_KINDS = [
  "sip",
  "external",
  "smart",
  "voicemail",
  "directions",
  "user",
  "alert",
] as const;
export type JournalKind = (typeof JOURNAL_KINDS)[number];

/**
 * How a write ended: done; refused, so that nothing changed; or unknown, where the answer was
 * lost; `begun` while it is under way.
 */
export const OUTCOMES = ["begun", "done", "refused", "unknown"] as const;
export type JournalOutcome = (typeof OUTCOMES)[number];

const values = z.record(z.string(), z.unknown());

const journalEntry = z.object({
  id: z.int(),
  /** ISO 8601, in UTC. */
  at: z.string(),
  /** Who did it; `anonymous` where Pult asks nobody to sign in. */
  actor: z.string(),
  /** `PATCH /sip/{id}`. */
  operation: z.string(),
  object: z.object({
    kind: z.enum(JOURNAL_KINDS),
    /** Null for what there is one of, and for what was only being created. */
    id: z.nullable(z.string()),
    /** Extension or phone number, and name, as they were then; null where nobody said. */
    number: z.nullable(z.string()),
    name: z.nullable(z.string()),
  }),
  /** What was sent; a secret only as `***`. */
  fields: values,
  /** The same fields as they were right before, where the provider returns them. */
  before: z.nullable(values),
  outcome: z.enum(OUTCOMES),
  /** Why it was not done, in the provider's or the proxy's words. */
  message: z.nullable(z.string()),
  /** The changes of one bulk edit have the same. */
  batch: z.nullable(z.string()),
  /** The entry that this change took back, and the one that took this one back. */
  undoes: z.nullable(z.int()),
  undoneBy: z.nullable(z.int()),
});
export type JournalEntry = z.output<typeof journalEntry>;

const position = z.int().check(z.positive());

/** Who changed what, newest first. */
export const listJournal = operation({
  name: "listJournal",
  own: true,
  method: "GET",
  path: "/journal",
  access: "support",
  summary: "Changes made through Pult, newest first",
  source: "Pult",
  query: z.object({
    limit: z.optional(z.int().check(z.positive(), z.lte(200))),
    /** The `next` of the page before this one. */
    before: z.optional(position),
    kind: z.optional(z.enum(JOURNAL_KINDS)),
    /** `office`: without Pult's own users and the alerts that it sent. */
    about: z.optional(z.literal("office")),
    /** The object's id, with `kind`. */
    object: z.optional(plainText(z.maxLength(50))),
    actor: z.optional(plainText(z.maxLength(100))),
    outcome: z.optional(z.enum(OUTCOMES)),
    batch: z.optional(plainText(z.maxLength(64))),
    /** Words that an entry holds, in any order. */
    search: z.optional(plainText(z.maxLength(200))),
    /** ISO 8601: not before this moment, and before that one. */
    from: z.optional(z.iso.datetime()),
    to: z.optional(z.iso.datetime()),
  }),
  response: z.object({
    items: z.array(journalEntry),
    /** The `before` of the next page; null at the end. */
    next: z.nullable(position),
  }),
  rows: "items",
});

/** Everybody who is in the journal. */
export const listJournalActors = operation({
  name: "listJournalActors",
  own: true,
  method: "GET",
  path: "/journal/actors",
  access: "support",
  summary: "The people who changed something through Pult",
  source: "Pult",
  response: z.object({ actors: z.array(z.string()) }),
  rows: "actors",
});
