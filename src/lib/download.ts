/** Milliseconds after which the browser has certainly started to read. */
const READ_MS = 60_000;

/** Lets the browser save text or bytes, given in parts, as a file of this name. */
export function download(parts: BlobPart[], name: string, type: string): void {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), READ_MS);
}
