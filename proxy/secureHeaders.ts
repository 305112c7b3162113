import type { MiddlewareHandler } from "hono";

/** What the app may use of a browser; of the rest it has none, whatever runs in its page. */
const PERMISSIONS = {
  // Copied credentials; the wall's full screen and wake lock; the sound of an alert.
  allowed: ["autoplay", "clipboard-write", "fullscreen", "screen-wake-lock"],
  denied: [
    "accelerometer",
    "browsing-topics",
    "camera",
    "clipboard-read",
    "compute-pressure",
    "display-capture",
    "encrypted-media",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "keyboard-map",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "otp-credentials",
    "payment",
    "picture-in-picture",
    "publickey-credentials-create",
    "publickey-credentials-get",
    "serial",
    "storage-access",
    "sync-xhr",
    "usb",
    "window-management",
    "xr-spatial-tracking",
  ],
};

const POLICY = "content-security-policy";

/** Headers of the page and the app's own files; the API's answers carry those that concern them. */
export const SECURE_HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  // Nobody may lay this app, invisible, over a page of theirs.
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": [
    ...PERMISSIONS.allowed.map((name) => `${name}=(self)`),
    ...PERMISSIONS.denied.map((name) => `${name}=()`),
  ].join(", "),
  // What is no page must not act as one, whatever it holds.
  [POLICY]:
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
} as const;

/**
 * The Content-Security-Policy of the app's page: it runs and paints only what carries `nonce`
 * or was brought in by that, talks only to us, and turns no text into code (Trusted Types).
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "font-src 'self'",
    // The icon with a number on it is an address of its own (badgedIcon.ts).
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "worker-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

/** Puts the headers on every answer; one that has a policy of its own keeps it. */
export const secureHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  for (const [name, value] of Object.entries(SECURE_HEADERS)) {
    if (name !== POLICY || !headers.has(name)) headers.set(name, value);
  }
};
