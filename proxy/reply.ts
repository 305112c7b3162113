/** An answer to the browser, whole: nothing of it is streamed. */
export interface Reply {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Buffer;
}

/** A JSON answer that no browser keeps. */
export function jsonReply(body: unknown, status = 200, headers: Reply["headers"] = {}): Reply {
  const type = { "content-type": "application/json", "cache-control": "no-store" };
  return { status, headers: { ...type, ...headers }, body: Buffer.from(JSON.stringify(body)) };
}
