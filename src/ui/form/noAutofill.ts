/**
 * Attributes that keep browsers and password managers from filling a field in: no field here is the
 * user's own login, and autofilled text would be sent. Each of them has its own attribute.
 */
export const NO_AUTOFILL = {
  autoComplete: "off",
  "data-1p-ignore": "true",
  "data-bwignore": "true",
  "data-lpignore": "true",
  "data-protonpass-ignore": "true",
  "data-form-type": "other",
} as const;

/** The same for a form field, which has no `name`: browsers guess its purpose from that. */
export const noAutofill = (field: string) => ({ ...NO_AUTOFILL, "data-field": field });
