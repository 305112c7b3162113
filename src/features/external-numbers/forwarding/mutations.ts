import { useQueryClient } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import { listExternalNumbers } from "#api/externalNumbers.ts";
import { followExternalNumber, type Forwarding } from "#api/forwarding.ts";
import { type ErrorText, mayBeDone, useErrorText } from "#common/errorText.ts";
import { invalidate } from "#common/query.ts";
import { useText } from "#i18n/texts.ts";
import { forgetForwarding, rememberForwarding } from "./known.ts";
import type { ForwardingValues } from "./values.ts";

/** Sets the forwarding of a number, whatever it was before; `values` is what was typed for it. */
export function useForward(): (body: Forwarding, values: ForwardingValues) => Promise<void> {
  const client = useQueryClient();
  return async (body, values) => {
    try {
      await call(followExternalNumber, { body });
      rememberForwarding(client, { body, values, at: Date.now() });
    } catch (error) {
      if (mayBeDone(error)) forgetForwarding(client, body);
      // The number may be gone. Of the forwarding itself the list tells nothing.
      void invalidate(client, listExternalNumbers);
      throw error;
    }
  };
}

/** Why it failed; where that is unclear: no list will tell, and to save again does no harm. */
export function useForwardingErrorText(): (error: unknown) => ErrorText {
  const t = useText();
  const general = useErrorText();
  return (error) =>
    mayBeDone(error) ? { ...general(error), text: t("forwarding.unsure") } : general(error);
}
