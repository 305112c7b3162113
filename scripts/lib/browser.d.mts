/** Flags for a headless Chromium that makes no requests of its own. */
export const CHROMIUM_ARGS: string[];
/** Path of a working Chromium or Chrome; undefined if there is none. */
export function findChromium(): Promise<string | undefined>;
/** Installs one if needed; throws an error for the user when that fails. */
export function ensureChromium(): Promise<string>;
