/** Flags for a headless Chromium that talks to nobody but the page under test. */
export const CHROMIUM_ARGS: string[];
/** Path of a Chromium or Chrome that starts, if there is one. */
export function findChromium(): Promise<string | undefined>;
/** The same, installed if need be; throws plain words when that fails. */
export function ensureChromium(): Promise<string>;
