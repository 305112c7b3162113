import type { MiddlewareHandler } from "hono";
import { NONCE, secureHeaders } from "hono/secure-headers";
import type { ProxyEnv } from "./env.ts";

type Options = NonNullable<Parameters<typeof secureHeaders>[0]>;

const NONE = ["'none'"];
/** Of these older browsers than ours knew some; whether there is TLS is for the front to say. */
const LEFT_OUT: Options = {
  strictTransportSecurity: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
};
/** What is no page must not act as one, whatever it holds, in a frame or alone. */
const NO_PAGE: Options["contentSecurityPolicy"] = {
  defaultSrc: NONE,
  baseUri: NONE,
  formAction: NONE,
  frameAncestors: NONE,
  sandbox: [],
};

const API_HEADERS = {
  "content-security-policy":
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/** The headers of the API's responses, which do not pass through Hono's `Response` (`sendBytes`). */
export const apiHeaders: MiddlewareHandler<ProxyEnv> = (c, next) => {
  for (const [name, value] of Object.entries(API_HEADERS)) c.env.outgoing.setHeader(name, value);
  return next();
};

/** Copied credentials; the wall's full screen and wake lock; the sound of an alert. */
const ALLOWED = ["autoplay", "clipboardWrite", "fullscreen", "screenWakeLock"] as const;
const DENIED = `
  accelerometer browsingTopics camera clipboardRead computePressure displayCapture encryptedMedia
  gamepad geolocation gyroscope hid identityCredentialsGet idleDetection keyboardMap localFonts
  magnetometer microphone midi otpCredentials payment pictureInPicture publickeyCredentialsCreate
  publickeyCredentialsGet serial storageAccess syncXhr usb windowManagement xrSpatialTracking
`;

/** The headers of the app's files; the page has a policy of its own, which stays. */
export const fileHeaders: MiddlewareHandler = secureHeaders({
  ...LEFT_OUT,
  overwrite: false,
  contentSecurityPolicy: NO_PAGE,
  // Nobody may lay this app, invisible, over a page of theirs.
  xFrameOptions: "DENY",
  // What the app may use of a browser; of the rest it has none, whatever runs in its page.
  permissionsPolicy: {
    ...Object.fromEntries(
      DENIED.trim()
        .split(/\s+/)
        .map((name) => [name, []]),
    ),
    ...Object.fromEntries(ALLOWED.map((name) => [name, ["self"]])),
  },
});

/**
 * The Content-Security-Policy of the app's page: it runs and paints only what carries the nonce
 * (`c.get("secureHeadersNonce")`) or was brought in by that, talks only to us, and turns no text
 * into code (Trusted Types).
 */
export const pagePolicy: MiddlewareHandler = secureHeaders({
  ...LEFT_OUT,
  xFrameOptions: false,
  contentSecurityPolicy: {
    defaultSrc: NONE,
    scriptSrc: [NONCE],
    styleSrc: [NONCE],
    fontSrc: ["'self'"],
    // The icon with a number on it is an address of its own (badgedIcon.ts).
    imgSrc: ["'self'", "data:"],
    connectSrc: ["'self'"],
    baseUri: NONE,
    formAction: NONE,
    frameAncestors: NONE,
    objectSrc: NONE,
    workerSrc: NONE,
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: NONE,
  },
});
