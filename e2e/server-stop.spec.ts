import { EventEmitter, once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { addressOf, startBuilt } from "./lib/builtServer.ts";
import { underLoad } from "./lib/underLoad.ts";

const CLIENTS = 40;
// Three servers are started and loaded one after another, beside whatever else runs.
test.describe.configure({ timeout: 120_000 });

/** A provider whose answers take the longer the higher the account's number is; that of 9 never comes. */
async function slowProvider() {
  const asked = new EventEmitter();
  const server = createServer((request, response) => {
    const id = Number(request.url?.at(-1));
    if (id === 9) asked.emit("never");
    else setTimeout(() => response.end('{"success":true}'), (id - 1) * 40);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, close };
}

test("a server that is told to stop under load loses no request", async () => {
  const provider = await slowProvider();
  for (const round of [1, 2, 3]) {
    const server = startBuilt({ PLUSOFON_TOKEN: "12|secret", PLUSOFON_URL: provider.url });
    const url = await addressOf(server);
    const tally = await underLoad(url, CLIENTS, () => server.process.kill("SIGTERM"));
    const code = await server.ended;
    process.stdout.write(
      `SIGTERM under load, round ${round}: ${tally.underWay} requests under way, ` +
        `${tally.answered} answered in all, ${tally.answeredLate} of them sent later, ` +
        `${tally.notAccepted} connections not taken, ${tally.lost.length} lost; ended with ${code}\n`,
    );
    expect(tally.lost).toEqual([]);
    expect(tally.underWay).toBeGreaterThan(0);
    expect(tally.answered).toBeGreaterThan(CLIENTS * 20);
    expect(code).toBe(0);
    const lines = server.output().trim().split("\n");
    expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ event: "stopped", underWay: 0 });
  }
  provider.close();
});

test("a second signal ends it at once", async () => {
  const provider = await slowProvider();
  const server = startBuilt({ PLUSOFON_TOKEN: "12|secret", PLUSOFON_URL: provider.url });
  const url = await addressOf(server);
  const hasArrived = once(provider.asked, "never");
  const answer = fetch(`${url}/api/v1/sip/9`, { headers: { "x-pult": "1" } }).catch(
    (error: Error) => error.message,
  );
  await hasArrived;
  // The same one may arrive twice, so it counts a while later only.
  const again = setInterval(() => server.process.kill("SIGTERM"), 100);
  expect(await server.ended).toBe(1);
  clearInterval(again);
  expect(await answer).toBe("fetch failed");
  provider.close();
});
