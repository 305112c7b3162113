/**
 * Keeps browsers and password managers from filling a field in: nothing here is a login of the
 * person, and what they fill in unasked would be sent. Each of them has a sign of its own.
 */
export const KEEP_OFF = {
  autoComplete: "off",
  "data-1p-ignore": "true",
  "data-bwignore": "true",
  "data-lpignore": "true",
  "data-protonpass-ignore": "true",
  "data-form-type": "other",
} as const;

/** The same for a field of a form. It has no `name`: by that browsers guess what it is. */
export const keepOff = (field: string) => ({ ...KEEP_OFF, "data-field": field });
