import { once } from "node:events";
import { request } from "node:http";
import { createServer } from "vite";
import { expect, it, onTestFinished, vi } from "vitest";
import { fetchAsApp } from "#proxy/testing/proxy.ts";
import { pultProxy } from "./devProxy.ts";

it("handles the proxy's paths in Vite's dev server and leaves the rest to Vite", async () => {
  vi.stubEnv("PLUSOFON_TOKEN", "");
  onTestFinished(() => void vi.unstubAllEnvs());
  const vite = await createServer({
    configFile: false,
    logLevel: "silent",
    appType: "custom",
    optimizeDeps: { noDiscovery: true },
    server: { port: 0, host: "127.0.0.1", watch: null },
    plugins: [pultProxy()],
  });
  onTestFinished(() => vite.close());
  await vite.listen();
  const address = vite.httpServer?.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const get = (path: string) => fetchAsApp(`http://127.0.0.1:${port}${path}`);
  expect(await (await get("/healthz")).json()).toEqual({ status: "ok" });
  expect(await (await get("/api/session")).json()).toEqual({ mode: "sandbox" });
  expect((await get("/api/v1/sip")).status).toBe(200);
  expect(await (await get("/api/v1/nothing")).json()).toMatchObject({ proxy: "unknown-path" });
  const websocket = { Connection: "Upgrade", Upgrade: "websocket" };
  const upgrade = request(`http://127.0.0.1:${port}/api/session`, { headers: websocket }).end();
  expect(await once(upgrade, "error")).toMatchObject([{ code: "ECONNRESET" }]);
  expect((await get("/apiary")).headers.get("content-type")).not.toContain("json");
});
