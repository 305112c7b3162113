/**
 * Whether an address is one of the machine's own link (169.254.0.0/16, fe80::/10): clouds answer there
 * with a machine's credentials. Takes a URL's `hostname`, or an address that DNS has given.
 */
export function isLinkLocal(host: string): boolean {
  const address = host.replaceAll(/^\[|\]$/g, "").toLowerCase();
  return (
    /^(::ffff:)?169\.254\.\d/.test(address) ||
    // As URLs write IPv4 within IPv6.
    address.startsWith("::ffff:a9fe:") ||
    /^fe[89ab][\da-f]:/.test(address)
  );
}
