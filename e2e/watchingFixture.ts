import { keyboardTest } from "./keyboardFixture.ts";
import { startBuiltServer, waitForUrl } from "./lib/builtServer.ts";

/**
 * By keyboard alone, on a server of its own that looks each second: at its default office, the only one
 * of which people are told.
 */
export const watchingTest = keyboardTest.extend<{ watchServer: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names out of it
  watchServer: async ({}, use) => {
    const env = { PULT_HOST: "127.0.0.1", PLUSOFON_TOKEN: "", WATCH_EVERY: "1" };
    const server = startBuiltServer(env);
    await use(await waitForUrl(server));
    server.process.kill();
    await server.ended;
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names out of it
  extraHTTPHeaders: async ({}, use) => use({}),
  baseURL: async ({ watchServer }, use) => use(watchServer),
});
