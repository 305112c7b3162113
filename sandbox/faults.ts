import * as z from "zod/mini";
import { label } from "#api/operation.ts";
import { HIDDEN_ERRORS } from "./hiddenErrors.ts";
import { operationList } from "#api/operations.ts";

interface Kind {
  /** Pattern of the text after the kind's name. */
  detail: string;
  /** The same as documentation shows it: `:NNN`. */
  written: readonly string[];
  /** Example texts after the kind's name, for the app's sandbox panel. */
  examples: readonly string[];
}
const noDetail: Kind = { detail: "", written: [""], examples: [""] };
const shapes = Object.keys(HIDDEN_ERRORS);

/** Every kind of fault: the only list of them. */
const KINDS = {
  latency: { detail: ":\\d{1,6}", written: [":MS"], examples: [":3000"] },
  status: {
    detail: ":(?:[45]\\d\\d|500:no-access)",
    written: [":NNN", ":500:no-access"],
    examples: [":401", ":403", ":404", ":422", ":429", ":500", ":500:no-access"],
  },
  drop: noDetail,
  hang: noDetail,
  html: noDetail,
  truncate: noDetail,
  "success-false": noDetail,
  "error-200": {
    detail: `:(?:${shapes.join("|")})`,
    written: [":SHAPE"],
    examples: shapes.map((shape) => `:${shape}`),
  },
  "odd-row": {
    detail: "(?::[a-z_]{1,30})?",
    written: ["", ":FIELD"],
    examples: ["", ":name", ":number", ":id"],
  },
  partial: noDetail,
  "page-ignored": noDetail,
  rate: { detail: ":[1-9]\\d{0,5}", written: [":N"], examples: [":60"] },
  gzip: noDetail,
  "clock-off": { detail: ":-?[1-9]\\d{0,4}", written: [":SECONDS"], examples: [":3600"] },
} as const satisfies Record<string, Kind>;
export type FaultKind = keyof typeof KINDS;

/** How documentation shows each kind: `status:NNN`. */
export const FAULT_FORMS: readonly string[] = Object.entries(KINDS).flatMap(([kind, { written }]) =>
  written.map((detail) => kind + detail),
);

/** Faults that the sandbox offers, `status:429` and so on: a few of each kind. */
export const FAULT_EXAMPLES: readonly string[] = Object.entries(KINDS).flatMap(
  ([kind, { examples }]) => examples.map((detail) => kind + detail),
);

const FAULT = new RegExp(
  `^(?:${Object.entries(KINDS)
    .map(([kind, { detail }]) => kind + detail)
    .join("|")})$`,
);
const RESPONSE_LOSING = new Set(["drop", "hang", "truncate"]);

const entry = z
  .strictObject({
    operation: z.enum(["*", ...operationList.map(label)], {
      error: 'The operation must be one like "GET /sip", or "*" for all.',
    }),
    fault: z.string().check(
      z.regex(FAULT, {
        error: `The fault must be ${FAULT_FORMS.slice(0, -1).join(", ")} or ${FAULT_FORMS.at(-1)}.`,
      }),
    ),
    /** How many requests it applies to; unlimited when omitted. */
    times: z.optional(z.int().check(z.gte(1), z.lte(1_000_000))),
    /** Performs the operation before its response is lost. */
    after: z.optional(z.boolean()),
    message: z.optional(z.string()),
    fields: z.optional(z.record(z.string(), z.array(z.string()))),
    /** Seconds. */
    retryAfter: z.optional(z.int().check(z.gte(0), z.lte(3600))),
  })
  .check(
    z.refine(({ after, fault }) => after !== true || RESPONSE_LOSING.has(fault), {
      path: ["after"],
      error: "Only drop, hang and truncate can come after the operation.",
    }),
  );

export const faultList = z.array(entry).check(z.maxLength(100));
export type Fault = z.output<typeof entry>;

/** The faults of one office. */
export interface FaultSwitch {
  /** Replaces the whole list. */
  replace(faults: readonly Fault[]): void;
  /** The current list, with the remaining times (0: used up). */
  list(): Fault[];
  /** The fault for the next request of an operation (`GET /sip`); uses it up once. */
  take(operation: string): Fault | undefined;
}

export function createFaultSwitch(): FaultSwitch {
  let current: Fault[] = [];
  return {
    replace: (faults) => {
      current = faults.map((fault) => ({ ...fault }));
    },
    list: () => current.map((fault) => ({ ...fault })),
    take: (operation) => {
      const fault = current.find(
        (each) => (each.operation === operation || each.operation === "*") && each.times !== 0,
      );
      if (fault?.times !== undefined) fault.times -= 1;
      return fault;
    },
  };
}
