/** A new id for changes that belong together; not secret. `randomUUID` is missing on plain http. */
export function newBatchId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
