import { queryOptions } from "@tanstack/react-query";
import { getVoicemail } from "#api/voicemail.ts";
import { withBackoff } from "#common/backoff.ts";
import { operationQuery } from "#common/query.ts";

/** A colleague may change it meanwhile; refetched sooner while it fails to load. */
const INTERVAL_MS = 5 * 60_000;
const RETRY_MS = 10_000;

/** Where recordings are sent. */
export const voicemailQuery = () =>
  queryOptions({
    ...operationQuery(getVoicemail, {}),
    refetchInterval: (query) =>
      query.state.status === "error" ? withBackoff(RETRY_MS, query) : INTERVAL_MS,
  });

/** The settings, saved or typed. */
export interface Settings {
  send: boolean;
  /** Empty where there is none. */
  email: string;
}

export function isSameSettings(a: Settings, b: Settings): boolean {
  return a.send === b.send && a.email.trim() === b.email.trim();
}
