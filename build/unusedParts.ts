import { createRequire } from "node:module";
import type { Plugin } from "vite";

/**
 * Parts of libraries that the app never runs, though no bundler can tell: the ripple of buttons,
 * which the theme turns off, what emotion's `withTheme` needs, and its list of all attributes of HTML,
 * since each of MUI's parts says itself what it passes on. They are some 5 kB of the first list's
 * code, compressed.
 */
const UNUSED: Readonly<Record<string, string>> = {
  "./TouchRipple.mjs": "export default () => null;",
  "hoist-non-react-statics": "export default (component) => component;",
  "@emotion/is-prop-valid":
    'export default (name) => !["as", "ownerState", "sx", "theme"].includes(name);',
};

/** Its `exports` name the build with warnings for developers, whatever the mode. */
const ROUTER = createRequire(import.meta.url)
  .resolve("react-router")
  .replace(/development([/\\])index\.m?js$/, "production$1index.mjs");

/** Leaves out of the app what only other apps, or developers, need of its libraries. */
export function unusedParts(): Plugin {
  const prefix = "\0unused:";
  return {
    name: "pult:unused-parts",
    enforce: "pre",
    apply: "build",
    resolveId: (source) => {
      if (source === "react-router") return ROUTER;
      return source in UNUSED ? prefix + source : undefined;
    },
    load: (id) => (id.startsWith(prefix) ? UNUSED[id.slice(prefix.length)] : undefined),
  };
}
