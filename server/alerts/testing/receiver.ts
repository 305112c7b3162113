import type { ServerResponse } from "node:http";
import { onTestFinished } from "vitest";
import { recordingUpstream } from "#proxy/testing/upstream.ts";

export type Behave = (response: ServerResponse) => void;

/** Answers with a status, and headers. */
export const answer =
  (status: number, text = "", headers: Record<string, string> = {}): Behave =>
  (response) => {
    response.writeHead(status, headers);
    response.end(text);
  };

/** A real HTTP server somewhere else, whose behaviour tests change; it keeps what it was sent. */
export async function startReceiver(first: Behave = answer(200, "ok")) {
  let behave = first;
  const server = await recordingUpstream((_, response) => behave(response));
  onTestFinished(() => server.close());
  const { url, seen } = server;
  return { url, seen, become: (next: Behave) => (behave = next) };
}
