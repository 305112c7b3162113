import { queryOptions } from "@tanstack/react-query";
import { getVoicemail } from "#api/voicemail.ts";
import { laterWhileFailing } from "#common/backoff.ts";
import { answerQuery } from "#common/query.ts";

/** Milliseconds between two reads: a colleague may change it meanwhile; and while that fails. */
const EVERY = 5 * 60_000;
const SOON = 10_000;

/** Where recordings are sent, as the provider has it saved. */
export const voicemailQuery = () =>
  queryOptions({
    ...answerQuery(getVoicemail, {}),
    refetchInterval: (query) =>
      query.state.status === "error" ? laterWhileFailing(SOON, query) : EVERY,
  });
