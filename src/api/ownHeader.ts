/**
 * Every call to the proxy has it. Another site's page can't send it: the browser asks the proxy
 * first, by a preflight, which is rejected.
 */
export const OWN_HEADER = { "X-Pult": "1" } as const;

/**
 * Requests the secret that an operation `reveals`; without it the proxy strips the secret from the
 * response. Another site's page can't send this one either.
 */
export const REVEAL_HEADER = "X-Pult-Reveal";
