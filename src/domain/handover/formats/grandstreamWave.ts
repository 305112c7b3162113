import type { Credentials } from "../credentials.ts";
import { findRefusal, type Made } from "../provisioning.ts";
import { element } from "#lib/xml.ts";

/**
 * Bytes that a code of 97 × 97 modules holds at level M: with 3 pixels a module, and the quiet zone,
 * the largest that a phone's screen of 360 pixels shows whole.
 */
export const MAX_CODE_BYTES = 666;

/**
 * The XML in the code that the Grandstream Wave app scans ("Scan QR Code" of a SIP account), see
 * Grandstream's "Grandstream Wave User Guide", https://documentation.grandstream.com.
 */
export function grandstreamWave(credentials: Credentials): Made {
  const { name, extension, login, password, server, port } = credentials;
  const refusal = findRefusal(credentials);
  if (refusal !== undefined) return refusal;
  const values = [
    element("RegisterServer", server),
    element("OutboundServer", `${server}:${port}`),
    element("UserID", login),
    element("AuthID", login),
    element("AuthPass", password),
    element("AccountName", name || extension),
    element("DisplayName", name || extension),
  ];
  const text = `<?xml version="1.0" encoding="utf-8"?><AccountConfig version="1"><Account>${values.join("")}</Account></AccountConfig>`;
  if (new TextEncoder().encode(text).length > MAX_CODE_BYTES) return { problem: "tooLong" };
  return { fileName: `grandstream-wave-${extension}.xml`, text };
}
