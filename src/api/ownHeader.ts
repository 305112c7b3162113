/**
 * Every call to the proxy has it. Another site's page can't send it: the browser asks the proxy
 * first, by a preflight, which is rejected.
 */
export const OWN_HEADER = { "X-Pult": "1" } as const;

/**
 * Says that a person has just used the app. Polling goes on when nobody is there, and must not keep
 * a session from ending.
 */
export const ACTIVE_HEADER = "X-Pult-Active";

/**
 * Requests the secret that an operation `reveals`; without it the proxy strips the secret from the
 * response. Another site's page can't send this one either.
 */
export const REVEAL_HEADER = "X-Pult-Reveal";

/** Names the changes that belong together: the journal shows them as one. */
export const BATCH_HEADER = "X-Pult-Batch";

/** Id of the journal's entry that a write takes back. */
export const UNDOES_HEADER = "X-Pult-Undoes";

/** In the response to a write: the id of its entry in the journal. */
export const ENTRY_HEADER = "X-Pult-Entry";
