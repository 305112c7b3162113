import type { Credentials } from "../credentials.ts";
import { findRefusal, type Made } from "../provisioning.ts";

/**
 * The text of the code that Acrobits Cloud Softphone scans; see "Cloud Softphone QR Codes",
 * https://doc.acrobits.net. The Cloud ID is the office's own: it names its server and settings.
 */
export function acrobits(credentials: Credentials, cloudId: string): Made {
  const { extension, login, password } = credentials;
  const refusal = findRefusal(credentials);
  if (refusal !== undefined) return refusal;
  if (!/^[\w.*-]{1,64}$/.test(cloudId)) return { problem: "notCloudId" };
  const text = `csc:${escapeUrl(login)}:${escapeUrl(password)}@${cloudId}`;
  return { fileName: `cloud-softphone-${extension}.txt`, text };
}

/** Also what `encodeURIComponent` lets through, since an asterisk parts a Cloud ID. */
function escapeUrl(value: string): string {
  return encodeURIComponent(value).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
