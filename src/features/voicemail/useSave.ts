import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import { updateVoicemail } from "#api/voicemail.ts";
import { fetchFresh } from "#common/cache.ts";
import { mayBeDone } from "#common/errorText.ts";
import { voicemailQuery } from "#domain/voicemail/queries.ts";
import { isSameSettings, type Settings } from "./settings.ts";

export interface Failure {
  saved: false;
  error: unknown;
  /** No clear answer came: it may be done later. */
  unsure: boolean;
  /** The settings were read after that, and are not what was to be saved. */
  read: boolean;
}
export type Outcome = { saved: true; answered: boolean } | Failure;

/** Saves the settings; if the response is lost, reads them again to see whether it was done. */
export function useSave(): (settings: Settings) => Promise<Outcome> {
  const client = useQueryClient();
  const { queryKey } = voicemailQuery();
  // A mutation: what watches whether the server answers hears of it.
  const { mutateAsync: send } = useMutation({
    mutationFn: (body: Settings) => call(updateVoicemail, { body }),
  });
  return async (settings) => {
    try {
      await send(settings);
    } catch (error) {
      const unsure = mayBeDone(error);
      const found = unsure
        ? await fetchFresh(client, voicemailQuery()).catch(() => undefined)
        : undefined;
      if (found !== undefined && isSameSettings(found, settings))
        return { saved: true, answered: false };
      return { saved: false, error, unsure, read: found !== undefined };
    }
    // Shown at once; a look that is slow or fails must not make a save seem undone.
    await client.cancelQueries({ queryKey });
    client.setQueryData(queryKey, settings);
    void client.invalidateQueries({ queryKey });
    return { saved: true, answered: true };
  };
}
