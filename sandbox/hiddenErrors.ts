/** Bodies that hide a failure behind HTTP 200, by the name in the fault `error-200:NAME`. */
export const HIDDEN_ERRORS = {
  error: (words: string) => ({ error: words }),
  status: (words: string) => ({ status: "error", message: words }),
  nested: (words: string) => ({ data: { success: false, message: words } }),
  code: (words: string) => ({ code: "ERR_REFUSED", message: words }),
  errors: (words: string) => ({ errors: [words] }),
  message: (words: string) => ({ message: words }),
  ok: () => ({ ok: true }),
  object: () => ({}),
  list: () => [],
  null: () => null,
  nothing: () => undefined,
} as const;

export type HiddenError = keyof typeof HIDDEN_ERRORS;

export function isHiddenError(name: string): name is HiddenError {
  return Object.hasOwn(HIDDEN_ERRORS, name);
}
