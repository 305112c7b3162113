import { vi } from "vitest";

/** A request as sent by `call`; `body` is parsed, undefined when there was none. */
export interface SentRequest {
  method: string | undefined;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: unknown;
  signal: AbortSignal;
}

type Respond = (sent: SentRequest) => Response | Promise<Response>;

/**
 * Replaces `fetch` by `respond` and returns the list of requests sent, which grows. Undone by
 * `vi.unstubAllGlobals()`.
 */
export function stubFetch(respond: Respond): SentRequest[] {
  const sent: SentRequest[] = [];
  vi.stubGlobal("fetch", async (target: string, init: RequestInit) => {
    const { pathname, search } = new URL(target, "http://localhost");
    const request: SentRequest = {
      method: init.method,
      path: pathname,
      query: new URLSearchParams(search),
      headers: new Headers(init.headers),
      body: typeof init.body === "string" ? JSON.parse(init.body) : undefined,
      signal: init.signal ?? new AbortController().signal,
    };
    sent.push(request);
    return await respond(request);
  });
  return sent;
}

/** A JSON response of our server, with status 200 by default. */
export function json(body: unknown, init: ResponseInit = {}): Response {
  const headers = new Headers(init.headers);
  headers.set("X-Request-Id", "a1b2c3d4");
  return Response.json(body, { ...init, headers });
}

/** A response of other text: HTML, truncated JSON, or nothing. */
export function text(body: string, init: ResponseInit = {}): Response {
  return new Response(body, init);
}
