/** Prints one result; a result over its limit makes the whole bench fail. */
export function report(ok: boolean, text: string): void {
  console.log(`${ok ? "ok   " : "OVER "} ${text}`);
  if (!ok) process.exitCode = 1;
}
