import { useQueryClient } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import {
  followExternalNumber,
  type Forwarding,
  listExternalNumbers,
} from "#api/externalNumbers.ts";
import { type ErrorText, mayBeDone, useErrorText } from "#common/errorText.ts";
import { invalidate } from "#common/query.ts";
import { useForwardingText } from "./messages.ts";

/** Sets the forwarding of a number, whatever it was before. */
export function useForward(): (body: Forwarding) => Promise<void> {
  const client = useQueryClient();
  return async (body) => {
    try {
      await call(followExternalNumber, { body });
    } catch (error) {
      // The number may be gone. Of the forwarding itself the list tells nothing.
      void invalidate(client, listExternalNumbers);
      throw error;
    }
  };
}

/** Why it failed; where that is unclear: no list will tell, and to save again does no harm. */
export function useForwardingErrorText(): (error: unknown) => ErrorText {
  const t = useForwardingText();
  const general = useErrorText();
  return (error) =>
    mayBeDone(error) ? { ...general(error), text: t("forwarding.unsure") } : general(error);
}
