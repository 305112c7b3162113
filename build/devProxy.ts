import type { Plugin } from "vite";
import { toListener } from "#proxy/listener.ts";
import { createLog } from "#proxy/log.ts";
import { openProxy } from "#server/openProxy.ts";
import { environment, readSettings } from "#server/settings.ts";

const PROXY_PATH = /^\/(api|__sandbox|healthz|handover)([/?]|$)/;

/** The production proxy inside Vite's dev server, with the same settings. */
export function pultProxy(): Plugin {
  return {
    name: "pult:proxy",
    apply: "serve",
    async configureServer(server) {
      const log = createLog("problems", (line) => server.config.logger.warn(line));
      const openedProxy = await openProxy(readSettings(environment()), log);
      server.config.logger.info(`  Mode: ${openedProxy.mode}`);
      server.httpServer?.once("close", () => void openedProxy.close());
      // Vite keeps sockets of unknown upgrade protocols open without a timeout.
      server.httpServer?.on("upgrade", ({ headers }, socket) => {
        if (!headers["sec-websocket-protocol"]?.startsWith("vite-")) socket.destroy();
      });
      const listener = toListener(openedProxy.proxy);
      server.middlewares.use((request, response, next) => {
        if (PROXY_PATH.test(request.url ?? "")) listener(request, response);
        else next();
      });
    },
  };
}
