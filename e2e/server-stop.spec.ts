import { EventEmitter, once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { waitForUrl, startBuiltServer } from "./lib/builtServer.ts";
import { stopUnderLoad } from "./lib/stopUnderLoad.ts";

const CLIENTS = 40;
// Three servers are started and loaded one after another.
test.describe.configure({ timeout: 120_000 });

/** A provider that takes longer the higher the account id is, and never responds for 9. */
async function slowProvider() {
  const received = new EventEmitter();
  const server = createServer((request, response) => {
    const id = Number(request.url?.at(-1));
    if (id === 9) received.emit("never");
    else setTimeout(() => response.end('{"success":true}'), (id - 1) * 40);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received, close };
}

test("a server stopped under load loses no request", async () => {
  const provider = await slowProvider();
  for (const round of [1, 2, 3]) {
    const server = startBuiltServer({ PLUSOFON_TOKEN: "12|secret", PLUSOFON_URL: provider.url });
    const url = await waitForUrl(server);
    const result = await stopUnderLoad(url, CLIENTS, () => server.process.kill("SIGTERM"));
    const code = await server.ended;
    process.stdout.write(
      `SIGTERM under load, round ${round}: ${result.underWay} requests under way, ` +
        `${result.answered} answered in all, ${result.answeredAfterStop} of them sent later, ` +
        `${result.refusedConnections} connections refused, ${result.lost.length} lost; ended with ${code}\n`,
    );
    expect(result.lost).toEqual([]);
    expect(result.underWay).toBeGreaterThan(0);
    expect(result.answered).toBeGreaterThan(CLIENTS * 20);
    expect(code).toBe(0);
    const lines = server.output().trim().split("\n");
    expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ event: "stopped", underWay: 0 });
  }
  provider.close();
});

test("a second SIGTERM ends the server at once", async () => {
  const provider = await slowProvider();
  const server = startBuiltServer({ PLUSOFON_TOKEN: "12|secret", PLUSOFON_URL: provider.url });
  const url = await waitForUrl(server);
  const hasArrived = once(provider.received, "never");
  const answer = fetch(`${url}/api/v1/sip/9`, { headers: { "x-pult": "1" } }).catch(
    (error: Error) => error.message,
  );
  await hasArrived;
  // The server ignores a second signal right after the first, so it is repeated.
  const interval = setInterval(() => server.process.kill("SIGTERM"), 100);
  expect(await server.ended).toBe(1);
  clearInterval(interval);
  expect(await answer).toBe("fetch failed");
  provider.close();
});
