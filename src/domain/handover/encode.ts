import type { Provisioning } from "./provisioning.ts";

/** The bytes of a file, in its encoding. */
export function encodeFile({ text, encoding }: Provisioning): Uint8Array<ArrayBuffer> {
  if (encoding === undefined) return new TextEncoder().encode(text);
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) bytes.setUint16(at * 2, text.charCodeAt(at), true);
  return new Uint8Array(bytes.buffer);
}
