import { getVoicemail, updateVoicemail } from "#api/voicemail.ts";
import { fetchFresh } from "#common/cache.ts";
import { useApiMutation } from "#common/useApiMutation.ts";
import { isSameSettings, voicemailQuery } from "./queries.ts";

export const useUpdateVoicemail = () =>
  useApiMutation(updateVoicemail, {
    confirm: async (client, { body }) =>
      isSameSettings(await fetchFresh(client, voicemailQuery()), body),
    update: async (client, { body }) => {
      const { queryKey } = voicemailQuery();
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, body);
    },
    // A rejected save changes nothing, and settings read to look up a lost response are fresh.
    invalidates: (_, done) => (done?.answered === true ? [getVoicemail] : []),
  });
