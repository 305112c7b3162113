/**
 * Every call to the proxy carries it. Another site's page can't send it: a browser asks the
 * proxy first, by a preflight, and that is refused.
 */
export const OWN_HEADER = { "X-Pult": "1" } as const;
