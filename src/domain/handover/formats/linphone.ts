import { toLpconfig } from "#lib/lpconfig.ts";
import type { Credentials } from "../credentials.ts";
import { findRefusal, type Made } from "../provisioning.ts";

/** The remote provisioning of Linphone (lpconfig XML), as a file for its desktop app. */
export function linphone(credentials: Credentials): Made {
  const refusal = findRefusal(credentials);
  if (refusal !== undefined) return refusal;
  return { fileName: `linphone-${credentials.extension}.xml`, text: toLpconfig(credentials) };
}
