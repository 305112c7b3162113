import * as z from "zod/mini";

const ASCII = /^[ -~]*$/;
/** What would make an address of a web page something else than its host. */
const NO_DOMAIN = /[\s/\\:?#@[\]%,;]/;

/**
 * An email address as mail servers write it: a domain in other letters becomes its ASCII form
 * (`почта.рф` is `xn--80a1acny.xn--p1ai`). What is no address stays as it is.
 */
export function asciiAddress(address: string): string {
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1);
  if (at < 0 || ASCII.test(domain) || NO_DOMAIN.test(domain)) return address;
  try {
    return `${address.slice(0, at)}@${new URL(`http://${domain}`).hostname}`;
  } catch {
    return address;
  }
}

/** The last part of a domain like `почта.рф`, which zod's own pattern does not know. */
const ASCII_FORM_OF_LAST = /\.xn--[a-z\d-]*[a-z\d]$/i;

/** Whether a text is one email address; its domain may be in any letters. */
export function isMailAddress(text: string): boolean {
  // Letters of two alphabets in one name look like another one: `оffice` with a Cyrillic о.
  const labels = text.slice(text.lastIndexOf("@") + 1).split(".");
  if (labels.some((label) => /[a-z]/i.test(label) && /\p{Script=Cyrillic}/u.test(label)))
    return false;
  const known = asciiAddress(text).replace(ASCII_FORM_OF_LAST, ".example");
  return z.safeParse(z.email(), known).success;
}
