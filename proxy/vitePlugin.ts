import type { Plugin } from "vite";
import { listenerOf } from "./listener.ts";
import { openProxy } from "./openProxy.ts";
import { environment, readSettings } from "./settings.ts";

const OWN_PATH = /^\/(api|__sandbox|healthz)([/?]|$)/;

/** The production proxy inside Vite's dev server, with the same settings. */
export function pultProxy(): Plugin {
  return {
    name: "pult:proxy",
    apply: "serve",
    async configureServer(server) {
      const report = (line: string) => server.config.logger.warn(line);
      const proxy = await openProxy(readSettings(environment()), report);
      server.config.logger.info(`  Mode: ${proxy.mode}`);
      server.httpServer?.once("close", () => void proxy.close());
      const listener = listenerOf(proxy.app);
      server.middlewares.use((request, response, next) => {
        if (OWN_PATH.test(request.url ?? "")) listener(request, response);
        else next();
      });
    },
  };
}
