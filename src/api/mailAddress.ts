import * as z from "zod/mini";

const ASCII = /^[ -~]*$/;
/** Characters that a URL parser would not read as a part of the host. */
const NOT_IN_DOMAIN = /[\s/\\:?#@[\]%,;]/;

/**
 * An email address as mail servers write it: an internationalized domain becomes its ASCII form
 * (`почта.рф` is `xn--80a1acny.xn--p1ai`). What is not an address stays as it is.
 */
export function asciiAddress(address: string): string {
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1);
  if (at < 0 || ASCII.test(domain) || NOT_IN_DOMAIN.test(domain)) return address;
  try {
    return `${address.slice(0, at)}@${new URL(`http://${domain}`).hostname}`;
  } catch {
    return address;
  }
}

/** The last part of a domain like `почта.рф`, which zod's own pattern does not know. */
const PUNYCODE_TLD = /\.xn--[a-z\d-]*[a-z\d]$/i;

/** Whether a text is one email address; its domain may be internationalized. */
export function isMailAddress(text: string): boolean {
  // Homographs: one label with letters of two alphabets (`оffice` with a Cyrillic о).
  const labels = text.slice(text.lastIndexOf("@") + 1).split(".");
  if (labels.some((label) => /[a-z]/i.test(label) && /\p{Script=Cyrillic}/u.test(label)))
    return false;
  const known = asciiAddress(text).replace(PUNYCODE_TLD, ".example");
  return z.safeParse(z.email(), known).success;
}
