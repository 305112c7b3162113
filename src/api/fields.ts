import * as z from "zod/mini";

/**
 * The documented limits, in this place only: forms show them, the client validates them before it
 * sends, the sandbox rejects what breaks them.
 */
export const LIMITS = {
  /** Extension of a SIP account (operations 4 and 5). */
  extension: { min: 200, max: 99_999 },
  /** Ring timeouts in seconds (operations 4, 8 and 9). */
  timeout: { min: 0, max: 90, step: 5 },
  /** Forwarding phones of one scenario (operations 8 and 9). */
  phones: { max: 5 },
  port: { min: 1, max: 65_535 },
  /** Laravel's default for a string column; the documents name no limit of their own. */
  text: { max: 255 },
} as const;

// ── What we send: exactly the documented types ──────────────────────────────────────────────

export const extension = z.int().check(z.gte(LIMITS.extension.min), z.lte(LIMITS.extension.max));

export const timeoutSeconds = z
  .int()
  .check(z.gte(LIMITS.timeout.min), z.lte(LIMITS.timeout.max), z.multipleOf(LIMITS.timeout.step));

export const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.text.max));
export const description = z.string().check(z.trim(), z.maxLength(LIMITS.text.max));
export const id = z.int().check(z.positive());

/** A phone number as the API wants it: digits of E.164 without the plus. */
export const phoneDigits = z.string().check(z.regex(/^\d{3,15}$/));
/** The same where the documents type it as an integer. */
export const phoneInteger = z.int().check(z.gte(100), z.lte(999_999_999_999_999));

/** The rule by which a scenario rings its phones. */
export const sequenceRule = z.enum(["single", "simultaneous"]);

/** Page and page size; documented for scenarios, honoured by every paginated list. */
export const paging = z.object({
  page: z.optional(z.int().check(z.positive())),
  limit: z.optional(z.int().check(z.positive(), z.lte(100))),
});

/** `{id}` in a path. */
export const idParams = z.object({ id });

// ── What we read: lenient outside, one type inside (types vary between responses) ────────────

/**
 * A whole number that may be returned as a string of digits. Beyond 2^53 JavaScript rounds: such an
 * id would be another account's.
 */
export const readInt = z.pipe(
  z.union([
    z.int(),
    z.string().check(
      z.regex(/^-?\d+$/),
      z.refine((digits) => Number.isSafeInteger(Number(digits))),
    ),
  ]),
  z.transform(Number),
);

/** The id of a row: a value that a path can hold. */
export const readId = z.pipe(readInt, z.int().check(z.positive()));

/** A number that is shown exactly as returned; one that JSON.parse rounded is invalid. */
const exactNumber = z
  .number()
  .check(z.refine((value) => !Number.isInteger(value) || Number.isSafeInteger(value)));

/** A text that may be returned as a number. */
export const readText = z.pipe(z.union([z.string(), exactNumber]), z.transform(String));

/** A text that may be missing or null; then it is empty. */
export const readOptionalText = z.pipe(
  z.nullish(z.union([z.string(), exactNumber, z.literal(false), z.array(z.never())])),
  z.transform((value) =>
    value === null || value === undefined || value === false ? "" : String(value),
  ),
);

/** An optional text whose invalid values are dropped rather than making the row invalid. */
export const readHint = z.catch(z.optional(readOptionalText), undefined);

/** A boolean that may be returned as 0, 1 or their strings. */
export const readBoolean = z.pipe(
  z.union([z.boolean(), z.literal([0, 1, "0", "1", "true", "false"])]),
  z.transform((value) => value === true || value === 1 || value === "1" || value === "true"),
);

const isEmpty = (value: unknown) =>
  value === "" || value === false || (Array.isArray(value) && value.length === 0);

/** An object that may be missing, null or empty, as PHP writes that: `[]`, `""`, `false`. */
export function readOptional<T extends z.core.$ZodType>(item: T) {
  return z.pipe(
    z.transform((value: unknown) => (isEmpty(value) ? null : value)),
    z.nullish(item),
  );
}

/** PHP returns an empty map as an empty array. */
export function readMap<T extends z.core.$ZodType>(item: T) {
  return z.union([
    z.record(z.string(), item),
    z.pipe(
      z.array(z.never()),
      z.transform((): Record<string, z.output<T>> => ({})),
    ),
  ]);
}

/** A page in Laravel's format. Its URLs say `localhost`: they are never followed. */
export function paginated<T extends z.core.$ZodType>(item: T) {
  return z.object({
    data: z.array(item),
    current_page: z._default(readInt, 1),
    last_page: z._default(readInt, 1),
    per_page: z._default(readInt, 15),
    total: z.optional(readInt),
  });
}

/** The response of every write. `success: false` never gets here (see `hiddenFailure.ts`). */
export const done = z.object({ success: z.optional(readBoolean) });
