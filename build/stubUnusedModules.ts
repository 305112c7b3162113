import { createRequire } from "node:module";
import type { Plugin } from "vite";

/**
 * Library modules that the app never uses, which no bundler can detect: the ripple of buttons and
 * their turning circle, in whose places the theme has nothing and a smaller one; a dependency of emotion's `withTheme`; and emotion's list of all HTML
 * attributes, since each MUI component decides itself which props it forwards. Stubbing them saves
 * about 6 kB (gzip) of the first route.
 */
const STUBS: Readonly<Record<string, string>> = {
  "./TouchRipple.mjs": "export default () => null;",
  "../CircularProgress/index.mjs": "export default () => null;",
  "hoist-non-react-statics": "export default (component) => component;",
  "@emotion/is-prop-valid":
    'export default (name) => !["as", "ownerState", "sx", "theme"].includes(name);',
};

/** react-router's `exports` always name the development build, with its warnings. */
const PRODUCTION_ROUTER = createRequire(import.meta.url)
  .resolve("react-router")
  .replace(/development([/\\])index\.m?js$/, "production$1index.mjs");

/** Replaces library modules that this app does not use with small stubs. */
export function stubUnusedModules(): Plugin {
  const prefix = "\0stub:";
  return {
    name: "pult:stub-unused-modules",
    enforce: "pre",
    apply: "build",
    resolveId: (source) => {
      if (source === "react-router") return PRODUCTION_ROUTER;
      return source in STUBS ? prefix + source : undefined;
    },
    load: (id) => (id.startsWith(prefix) ? STUBS[id.slice(prefix.length)] : undefined),
  };
}
