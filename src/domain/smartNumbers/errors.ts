import { type ApiError, isApiError } from "#api/errors.ts";
import { deleteSmartNumber } from "#api/smartNumbers.ts";
import { label } from "#api/operation.ts";

/**
 * Whether the provider reports an unknown user: documented with status 500, with a full stop in one
 * place and without in another.
 */
export function isUnknownUser(error: unknown): error is ApiError {
  return (
    isApiError(error) &&
    error.kind === "notFound" &&
    /^user not found\.?$/i.test(error.providerMessage?.trim() ?? "")
  );
}

/** Whether there was no such smart number to delete. */
export function isNotFound(error: unknown): boolean {
  return (
    isApiError(error) &&
    error.kind === "notFound" &&
    error.operation === label(deleteSmartNumber) &&
    !isUnknownUser(error)
  );
}

/** Whether this is the documented error for an id that is no whole number. */
export function isWrongId(error: unknown): boolean {
  return (
    isApiError(error) &&
    error.kind === "invalid" &&
    /smart number id must be int/i.test(error.providerMessage ?? "")
  );
}
