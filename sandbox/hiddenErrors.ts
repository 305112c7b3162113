/** Bodies that hide a failure behind HTTP 200, by the name in the fault `error-200:NAME`. */
export const HIDDEN_ERRORS = {
  error: (message: string) => ({ error: message }),
  status: (message: string) => ({ status: "error", message }),
  nested: (message: string) => ({ data: { success: false, message } }),
  code: (message: string) => ({ code: "ERR_REFUSED", message }),
  errors: (message: string) => ({ errors: [message] }),
  message: (message: string) => ({ message }),
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
