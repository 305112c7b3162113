import { randomBytes } from "node:crypto";
import { type Encoding, pack } from "./encoding.ts";
import { pagePolicy } from "#proxy/secureHeaders.ts";

/** Stands in the built page wherever a nonce has to. */
export const NONCE_PLACEHOLDER = "nonce-of-this-answer";

export interface Page {
  bytes: Buffer;
  /** Its Content-Security-Policy. */
  policy: string;
}

/**
 * Renders the built page for each answer: what may run and paint in it carries a number
 * that nobody can guess, so that whatever else gets into the page does nothing.
 */
export function pageOf(
  built: string,
  basePath = "",
): (encoding: Encoding | undefined) => Promise<Page> {
  const template = under(basePath, built);
  return async (encoding) => {
    const nonce = randomBytes(18).toString("base64url");
    const plain = Buffer.from(template.replaceAll(NONCE_PLACEHOLDER, nonce));
    const bytes = encoding === undefined ? plain : await pack(plain, encoding, false);
    return { bytes, policy: pagePolicy(nonce) };
  };
}

/** The built page names its files relative to itself, but shows under addresses of any depth. */
function under(basePath: string, built: string): string {
  const template = built.replaceAll('"./', `"${basePath}/`);
  return basePath === "" ? template : template.replace("<html ", `<html data-base="${basePath}" `);
}
