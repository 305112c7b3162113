import type { Page } from "@playwright/test";
import { allKeys, type TestLocale, type Texts, TEXTS } from "./texts.ts";

/** How much longer texts become: about as much as by a translation. */
const LONGER = 0.4;
const PLACEHOLDER = /\{\w+(?:, \w+)?\}/g;
const CHOICES = /\{\w+, (?:plural|select|selectordinal),/g;
const CATALOGS = /\/assets\/(?:texts-)?(en|ru)-[\w-]+\.js$/;

/** The visible text of an ICU message, in its first form and without placeholders. */
function visibleText(message: string): string {
  let plain = message;
  // The last choice contains no other one. Its forms are about equally long.
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
  return plain.replaceAll(PLACEHOLDER, "").replaceAll(/\s+/g, " ").trim();
}

/**
 * The text to append to a message, made from its own letters: tests still find the message by its
 * beginning, and placeholders are unchanged. A single word becomes one longer word.
 */
export function pseudoSuffix(message: string): string {
  const text = visibleText(message);
  const letters = text.replaceAll(/[^\p{L} ]/gu, "");
  const missing = Math.ceil(letters.length * LONGER);
  if (missing === 0) return "";
  if (!text.includes(" ")) return letters.slice(0, missing).toLowerCase();
  return ` ${letters.slice(0, missing).trim().toLowerCase()}`;
}

/** The app's texts after `applyPseudoLocale`. */
export const pseudoTexts =
  (locale: TestLocale): Texts =>
  (key) =>
    TEXTS[locale](key) + pseudoSuffix(TEXTS[locale](key));

/** Makes the app's texts 40 % longer, by changing the message catalogs in the responses. */
export async function applyPseudoLocale(page: Page): Promise<void> {
  const requestBodies = new Map<string, string>();
  await page.route(CATALOGS, async (route) => {
    const url = route.request().url();
    const body = requestBodies.get(url) ?? lengthenCatalog(url, await (await route.fetch()).text());
    requestBodies.set(url, body);
    // Must not be cached for a later test.
    const headers = { "Cache-Control": "no-store" };
    await route.fulfill({ body, contentType: "text/javascript", headers });
  });
}

/** Adds code to a chunk of catalogs that appends the suffix to each message. */
function lengthenCatalog(url: string, chunk: string): string {
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
      .map((key) => [key, pseudoSuffix(TEXTS[locale](key))]),
  );
  return `${chunk}
const tails = ${JSON.stringify(tails)};
for (const exported of [${catalogs.join(", ")}]) {
  const catalog = exported.default ?? exported;
  for (const key of Object.keys(catalog)) catalog[key] = [catalog[key], tails[key]].flat();
}`;
}
