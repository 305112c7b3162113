import type { Plugin, Rolldown } from "vite";

/** The placeholder in the page that the build replaces. */
const PLACEHOLDER = "{ texts: {}, list: [], sections: [] }";
const STYLE_SHEET = /\s*<link rel="stylesheet"[^>]*>/g;

type Bundle = Rolldown.OutputBundle;

interface PreloadData {
  /** Scripts with the texts of the layout and the first list, by language. */
  texts: Record<string, string>;
  /** Scripts and style sheets of the first list. */
  list: string[];
  /** The first segments of the app's paths. */
  sections: readonly string[];
}

/**
 * Makes the built page paint its layout before any script has loaded, and preload what its path
 * needs. `sections` are the first segments of the app's paths.
 */
export function firstPage(sections: readonly string[]): Plugin {
  return {
    name: "pult:first-page",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        if (bundle === undefined) return html;
        if (!html.includes(PLACEHOLDER)) throw new Error(`The page lacks ${PLACEHOLDER}`);
        const json = JSON.stringify(preloadData(bundle, sections));
        return moveStyleSheetsLast(html).replace(PLACEHOLDER, () => json);
      },
    },
  };
}

/**
 * A style sheet in the head blocks the first paint; after the layout it blocks only what follows.
 */
function moveStyleSheetsLast(html: string): string {
  const sheets = html.match(STYLE_SHEET) ?? [];
  return html.replaceAll(STYLE_SHEET, "").replace("</body>", `${sheets.join("")}\n  </body>`);
}

/** Paths as Vite writes them into the page; the server replaces the dot with its base path. */
const relativePath = (file: string) => `./${file}`;

function preloadData(bundle: Bundle, sections: readonly string[]): PreloadData {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  const texts = chunks.flatMap(({ name, fileName }) => {
    const [, locale] = /^texts-(\w+)$/.exec(name) ?? [];
    return locale === undefined ? [] : [[locale, relativePath(fileName)] as const];
  });
  const list = chunks
    .filter(({ name }) => name === "list")
    .flatMap(({ fileName, viteMetadata }) =>
      [fileName].concat([...(viteMetadata?.importedCss ?? [])]),
    );
  if (texts.length === 0 || list.length === 0) throw new Error("Nothing to preload");
  return { texts: Object.fromEntries(texts), list: list.map(relativePath), sections };
}
