import { request } from "undici";
import { expect, it } from "vitest";
import { startPair } from "./testing/proxy.ts";

const ask = async (url: string, host: string) => {
  const { statusCode, body } = await request(`${url}/api/v1/sip`, { headers: { host } });
  return { status: statusCode, text: await body.text() };
};

it.each(["evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example", "[::2]"])(
  "refuses a call under the foreign name %s before anything leaves",
  async (host) => {
    const { proxy, upstream } = await startPair(undefined, { allowedHosts: ["pult.example"] });
    const { status, text } = await ask(proxy.url, host);
    expect(status).toBe(403);
    expect(text).toContain("ALLOWED_HOSTS");
    expect(upstream.seen).toHaveLength(0);
  },
);

it.each(["localhost:8080", "127.0.0.1", "[::1]:8080", "PULT.example", "pult.example:443"])(
  "answers under its own name %s",
  async (host) => {
    const { proxy, upstream } = await startPair(undefined, { allowedHosts: ["pult.example"] });
    await ask(proxy.url, host);
    expect(upstream.seen).toHaveLength(1);
  },
);
