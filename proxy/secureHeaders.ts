import type { MiddlewareHandler } from "hono";

/** Headers that every answer carries, the app's own files included. */
export const SECURE_HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  // Nobody may lay this app, invisible, over a page of theirs.
  "x-frame-options": "DENY",
} as const;

export const secureHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(SECURE_HEADERS)) c.res.headers.set(name, value);
};
