import { revealAccount } from "#api/revealAccount.ts";
import type { SipAccount } from "#api/sip.ts";
import { withVerification } from "#common/verification.ts";

/** The provider's response held no password. */
export class NoPasswordError extends Error {}

/** The response is about another account than was asked for: nothing of it may be shown. */
export class WrongAccountError extends Error {}

export type AccountWithPassword = SipAccount & { password: string };

/**
 * Reads an account with its password; asks the person for theirs where that was long ago. Throws
 * `NoPasswordError`, `WrongAccountError`, an `ApiError`, or the signal's abort.
 */
export async function readSecret(id: number, signal: AbortSignal): Promise<AccountWithPassword> {
  const account = await withVerification(() => revealAccount(id, signal));
  if (account.id !== id) throw new WrongAccountError();
  const { password } = account;
  if (!password) throw new NoPasswordError();
  return { ...account, password };
}
