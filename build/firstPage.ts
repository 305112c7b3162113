import type { Plugin, Rolldown } from "vite";

/** What stands in the page where the build puts what it knows. */
const AHEAD = "{ texts: {}, routes: {}, list: [] }";
const STYLE_SHEET = /\s*<link rel="stylesheet"[^>]*>/g;
/** `status: async () => (await import("./statusRoutes.ts")).statusRoutes` */
const SECTION = /^\s*"?([\w-]*)"?: async \(\) => \(await import\("\.\/(\w+)\.ts"\)\)/gm;

type Bundle = Rolldown.OutputBundle;

interface Ahead {
  /** The frame's and the first list's, by language. */
  texts: Record<string, string>;
  /** By the first part of an address. */
  routes: Record<string, string[]>;
  /** The code and the style of the first list. */
  list: string[];
}

/**
 * Makes the built page paint its frame before anything else is there, and ask at once for what
 * its address needs. `sections` is the source that says where the routes of a section are.
 */
export function firstPage(sections: string): Plugin {
  return {
    name: "pult:first-page",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        if (bundle === undefined) return html;
        if (!html.includes(AHEAD)) throw new Error(`The page has no place for ${AHEAD}`);
        const ahead = JSON.stringify(aheadOf(bundle, sections));
        return sheetsLast(html).replace(AHEAD, () => ahead);
      },
    },
  };
}

/** In the head a style sheet holds up the first paint; below the frame only what follows it. */
function sheetsLast(html: string): string {
  const sheets = html.match(STYLE_SHEET) ?? [];
  return html.replaceAll(STYLE_SHEET, "").replace("</body>", `${sheets.join("")}\n  </body>`);
}

/** As Vite writes them into the page; the server puts its own path in place of the dot. */
const address = (file: string) => `./${file}`;

function aheadOf(bundle: Bundle, sections: string): Ahead {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  const texts = chunks.flatMap(({ name, fileName }) => {
    const [, locale] = /^texts-(\w+)$/.exec(name) ?? [];
    return locale === undefined ? [] : [[locale, address(fileName)] as const];
  });
  const entry = chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName);
  const loaded = withImports(bundle, entry);
  const list = chunks
    .filter(({ name }) => name === "list")
    .flatMap(({ fileName, viteMetadata }) =>
      [fileName].concat([...(viteMetadata?.importedCss ?? [])]),
    );
  const routes = [...sections.matchAll(SECTION)].map(([, part = "", file]) => {
    const own = chunks.filter(({ name }) => name === file).map(({ fileName }) => fileName);
    if (own.length === 0) throw new Error(`There is no chunk of ${file}`);
    const needed = [...withImports(bundle, own)].filter((one) => !loaded.has(one));
    return [part, needed.map(address)] as const;
  });
  if (texts.length === 0 || routes.length === 0 || list.length === 0) {
    throw new Error("Nothing to ask for ahead");
  }
  return {
    texts: Object.fromEntries(texts),
    routes: Object.fromEntries(routes),
    list: list.map(address),
  };
}

/** Files and all that they import at once. */
function withImports(bundle: Bundle, files: readonly string[]): Set<string> {
  const found = new Set<string>();
  const add = (file: string) => {
    const chunk = bundle[file];
    if (chunk?.type !== "chunk" || found.has(file)) return;
    found.add(file);
    chunk.imports.forEach(add);
  };
  files.forEach(add);
  return found;
}
