import type { Plugin } from "vite";
import { toListener } from "#proxy/listener.ts";
import { createLog } from "#proxy/log.ts";
import { openProxy } from "#server/openProxy.ts";
import { environment, readSettings } from "#server/settings.ts";

const OWN_PATH = /^\/(api|__sandbox|healthz)([/?]|$)/;

/** The production proxy inside Vite's dev server, with the same settings. */
export function pultProxy(): Plugin {
  return {
    name: "pult:proxy",
    apply: "serve",
    async configureServer(server) {
      const log = createLog("problems", (line) => server.config.logger.warn(line));
      const opened = await openProxy(readSettings(environment()), log);
      server.config.logger.info(`  Mode: ${opened.mode}`);
      server.httpServer?.once("close", () => void opened.close());
      // Vite leaves open what offers another protocol than its own, without a time limit.
      server.httpServer?.on("upgrade", ({ headers }, socket) => {
        if (!headers["sec-websocket-protocol"]?.startsWith("vite-")) socket.destroy();
      });
      const listener = toListener(opened.proxy);
      server.middlewares.use((request, response, next) => {
        if (OWN_PATH.test(request.url ?? "")) listener(request, response);
        else next();
      });
    },
  };
}
