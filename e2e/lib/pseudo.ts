import type { Page } from "@playwright/test";
import { allKeys, type TestLocale, type Texts, TEXTS } from "./texts.ts";

/** How much longer a text becomes: as much as a translation may be longer than its original. */
const LONGER = 0.4;
const PLACE = /\{\w+(?:, \w+)?\}/g;
const CHOICES = /\{\w+, (?:plural|select|selectordinal),/g;
const CATALOGS = /\/assets\/(?:texts-)?(en|ru)-[\w-]+\.js$/;

/** What is drawn of an ICU message, in its first form: without the names of what is filled in. */
function drawn(message: string): string {
  let plain = message;
  // The last choice holds no other. Its forms are about as long as one another.
  for (;;) {
    const at = [...plain.matchAll(CHOICES)].at(-1)?.index;
    if (at === undefined) break;
    let depth = 0;
    let end = at;
    do {
      if (plain[end] === "{") depth += 1;
      if (plain[end] === "}") depth -= 1;
      end += 1;
    } while (depth > 0);
    const form = /\w+ \{([^}]*)\}/.exec(plain.slice(at + 1, end))?.[1] ?? "";
    plain = plain.slice(0, at) + form + plain.slice(end);
  }
  return plain.replaceAll(PLACE, "").replaceAll(/\s+/g, " ").trim();
}

/**
 * What makes a message longer, as words of its own letters at its end: so tests still find it by
 * its beginning, and what is filled in stays. A single word becomes a longer word.
 */
export function tailOf(message: string): string {
  const text = drawn(message);
  const letters = text.replaceAll(/[^\p{L} ]/gu, "");
  const missing = Math.ceil(letters.length * LONGER);
  if (missing === 0) return "";
  if (!text.includes(" ")) return letters.slice(0, missing).toLowerCase();
  return ` ${letters.slice(0, missing).trim().toLowerCase()}`;
}

/** The texts of the app as they are drawn after `speakPseudo`. */
export const pseudoTexts =
  (locale: TestLocale): Texts =>
  (key) =>
    TEXTS[locale](key) + tailOf(TEXTS[locale](key));

/** Makes the app speak in texts that are 40 % longer: its catalogs are changed on their way. */
export async function speakPseudo(page: Page): Promise<void> {
  const bodies = new Map<string, string>();
  await page.route(CATALOGS, async (route) => {
    const url = route.request().url();
    const body = bodies.get(url) ?? lengthened(url, await (await route.fetch()).text());
    bodies.set(url, body);
    // A later test must not find it in the cache.
    const headers = { "Cache-Control": "no-store" };
    await route.fulfill({ body, contentType: "text/javascript", headers });
  });
}

/** A chunk of catalogs that appends to each message its tail before anybody sees it. */
function lengthened(url: string, chunk: string): string {
  const [, language] = CATALOGS.exec(url) ?? [];
  const locale = language === "ru" ? "ru-RU" : "en-US";
  const catalogs = /export\{([^}]*)\}/
    .exec(chunk)?.[1]
    ?.split(",")
    .map((one) => one.split(" ")[0]);
  if (catalogs === undefined) throw new Error(`No catalogs in ${url}`);
  const tails = Object.fromEntries(
    allKeys
      .filter((key) => chunk.includes(`"${key}":`))
      .map((key) => [key, tailOf(TEXTS[locale](key))]),
  );
  return `${chunk}
const tails = ${JSON.stringify(tails)};
for (const exported of [${catalogs.join(", ")}]) {
  const catalog = exported.default ?? exported;
  for (const key of Object.keys(catalog)) catalog[key] = [catalog[key], tails[key]].flat();
}`;
}
