import type { Page } from "@playwright/test";

/** A catalog as it is compiled: texts, and what is filled in as a name with its kind and choices. */
type Token = string | readonly [name: string, kind?: string, choices?: Choices];
type Choices = Readonly<Record<string, string | number | readonly Token[]>>;
type Catalog = Readonly<Record<string, string | readonly Token[]>>;

/** How much longer than English a text may become. */
const LONGER = 0.4;
const ACCENTS: Readonly<Record<string, string>> = {
  a: "á",
  c: "ç",
  e: "é",
  i: "í",
  n: "ñ",
  o: "ó",
  u: "ú",
  y: "ý",
};

/** A text with accents on its letters and its words drawn out until it is longer by 40 %. */
export function pseudo(text: string): string {
  const letters = [...text.matchAll(/[a-z]/gi)].length;
  const all = [...text.matchAll(/[aeiou]/gi)].length;
  let missing = Math.ceil(letters * LONGER);
  let vowels = 0;
  return text.replaceAll(/[a-z]/gi, (letter) => {
    const accented = ACCENTS[letter] ?? letter;
    if (!/[aeiou]/i.test(letter)) return accented;
    vowels += 1;
    const more = Math.ceil(missing / (all - vowels + 1));
    missing -= more;
    return accented + (ACCENTS[letter.toLowerCase()] ?? letter).repeat(more);
  });
}

function pseudoTokens(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token): Token => {
    // In a plural, `#` is the number.
    if (typeof token === "string") return token === "#" ? token : pseudo(token);
    const [name, kind, choices] = token;
    if (kind !== "plural" && kind !== "select" && kind !== "selectordinal") return token;
    const longer = Object.entries(choices ?? {}).map(([choice, words]): [string, unknown] => {
      if (typeof words === "string") return [choice, pseudo(words)];
      return [choice, typeof words === "number" ? words : pseudoTokens(words)];
    });
    return [name, kind, Object.fromEntries(longer) as Choices];
  });
}

/** Makes the app speak English that is drawn out: its catalogs are rewritten on their way. */
export async function speakPseudo(page: Page): Promise<void> {
  await page.route(/\/assets\/en-[\w-]+\.js$/, async (route) => {
    const response = await route.fetch();
    const source = `data:text/javascript,${encodeURIComponent(await response.text())}`;
    // What the build makes of a catalog is a module with it as its only export.
    const { default: catalog } = (await import(source)) as { default: Catalog };
    const longer = Object.entries(catalog).map(([key, message]) => [
      key,
      typeof message === "string" ? pseudo(message) : pseudoTokens(message),
    ]);
    const body = `export default ${JSON.stringify(Object.fromEntries(longer))}`;
    await route.fulfill({ response, body });
  });
}
