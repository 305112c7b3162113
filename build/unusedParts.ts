import type { Plugin } from "vite";

/**
 * Parts of libraries that the app never runs, though no bundler can tell: the ripple of buttons,
 * which the theme turns off, and what emotion's `withTheme` needs. They are some 3 kB of the first
 * list's code, compressed.
 */
const UNUSED: Readonly<Record<string, string>> = {
  "./TouchRipple.mjs": "export default () => null;",
  "hoist-non-react-statics": "export default (component) => component;",
};

/** Puts nothing in the place of library parts that are never run. */
export function unusedParts(): Plugin {
  const prefix = "\0unused:";
  return {
    name: "pult:unused-parts",
    enforce: "pre",
    apply: "build",
    resolveId: (source) => (source in UNUSED ? prefix + source : undefined),
    load: (id) => (id.startsWith(prefix) ? UNUSED[id.slice(prefix.length)] : undefined),
  };
}
