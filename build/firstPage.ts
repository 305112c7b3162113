import type { Plugin, Rolldown } from "vite";

/** What stands in the page where the build puts what it knows. */
const AHEAD = "{ texts: {}, list: [], sections: [] }";
const STYLE_SHEET = /\s*<link rel="stylesheet"[^>]*>/g;

type Bundle = Rolldown.OutputBundle;

interface Ahead {
  /** The frame's and the first list's, by language. */
  texts: Record<string, string>;
  /** The code and the style of the first list. */
  list: string[];
  /** The first parts of the app's addresses. */
  sections: readonly string[];
}

/**
 * Makes the built page paint its frame before anything else is there, and ask at once for what
 * its address needs. `sections` are the first parts of the app's addresses.
 */
export function firstPage(sections: readonly string[]): Plugin {
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

function aheadOf(bundle: Bundle, sections: readonly string[]): Ahead {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  const texts = chunks.flatMap(({ name, fileName }) => {
    const [, locale] = /^texts-(\w+)$/.exec(name) ?? [];
    return locale === undefined ? [] : [[locale, address(fileName)] as const];
  });
  const list = chunks
    .filter(({ name }) => name === "list")
    .flatMap(({ fileName, viteMetadata }) =>
      [fileName].concat([...(viteMetadata?.importedCss ?? [])]),
    );
  if (texts.length === 0 || list.length === 0) throw new Error("Nothing to ask for ahead");
  return { texts: Object.fromEntries(texts), list: list.map(address), sections };
}
