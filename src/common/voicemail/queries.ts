import { getVoicemail } from "#api/voicemail.ts";
import { answerQuery } from "#common/query.ts";

/** Where recordings are sent, as the provider has it saved. */
export const voicemailQuery = () => answerQuery(getVoicemail, {});
