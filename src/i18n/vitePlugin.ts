import { compileMessageOrThrow } from "@lingui/message-utils/compileMessage";
import type { Plugin } from "vite";

/**
 * Compiles the ICU messages of `locales/<language>.json` at build time, so that the browser
 * carries no ICU parser and a broken message breaks the build.
 */
export function messagesPlugin(): Plugin {
  return {
    name: "pult:messages",
    enforce: "pre",
    transform: {
      filter: { id: /\/locales\/\w+\.json$/ },
      handler(source) {
        const messages = Object.entries(JSON.parse(source) as Record<string, string>);
        const compiled = messages.map(([key, message]) => [key, compileMessageOrThrow(message)]);
        return {
          code: `export default ${JSON.stringify(Object.fromEntries(compiled))}`,
          moduleType: "js",
          map: null,
        };
      },
    },
  };
}
