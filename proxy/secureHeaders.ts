import type { MiddlewareHandler } from "hono";
import { NONCE, secureHeaders } from "hono/secure-headers";
import type { ProxyEnv } from "./env.ts";

type Options = NonNullable<Parameters<typeof secureHeaders>[0]>;

const NONE = ["'none'"];
/** Obsolete headers, and HSTS, which the TLS-terminating server in front must send. */
const OMITTED: Options = {
  strictTransportSecurity: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
};
/** Responses that are not pages must never run as one, framed or opened directly. */
const NOT_A_PAGE_POLICY: Options["contentSecurityPolicy"] = {
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

/**
 * The app copies credentials, shows the board full screen with a wake lock, and plays alert sounds.
 */
const ALLOWED = ["autoplay", "clipboardWrite", "fullscreen", "screenWakeLock"] as const;
const DENIED = `
  accelerometer browsingTopics camera clipboardRead computePressure displayCapture encryptedMedia
  gamepad geolocation gyroscope hid identityCredentialsGet idleDetection keyboardMap localFonts
  magnetometer microphone midi otpCredentials payment pictureInPicture publickeyCredentialsCreate
  publickeyCredentialsGet serial storageAccess syncXhr usb windowManagement xrSpatialTracking
`;

/** The headers of the app's files; the page's own policy is kept. */
export const fileHeaders: MiddlewareHandler = secureHeaders({
  ...OMITTED,
  overwrite: false,
  contentSecurityPolicy: NOT_A_PAGE_POLICY,
  // Against clickjacking: no other page may frame the app.
  xFrameOptions: "DENY",
  // Browser features the app uses; all others are denied to anything that runs in its page.
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
 * The Content-Security-Policy of the app's page: scripts and styles need the nonce
 * (`c.get("secureHeadersNonce")`) or are loaded by one that has it, requests go only to this
 * origin, and text cannot become code (Trusted Types).
 */
export const pagePolicy: MiddlewareHandler = secureHeaders({
  ...OMITTED,
  xFrameOptions: false,
  contentSecurityPolicy: {
    defaultSrc: NONE,
    scriptSrc: [NONCE],
    styleSrc: [NONCE],
    fontSrc: ["'self'"],
    // The icon with a number badge is a data URL (badgedIcon.ts).
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
