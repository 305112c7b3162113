import type { MiddlewareHandler } from "hono";
import { NONCE, secureHeaders } from "hono/secure-headers";

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

/** The headers of the API's answers. */
export const apiHeaders: MiddlewareHandler = secureHeaders({
  ...LEFT_OUT,
  contentSecurityPolicy: NO_PAGE,
  xFrameOptions: false,
  crossOriginOpenerPolicy: false,
});

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
