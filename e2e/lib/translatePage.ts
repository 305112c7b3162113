import type { Page } from "@playwright/test";

/** Whether the translator replaces text nodes, like Chrome's, or wraps them in an element. */
export type TranslatorMode = "replaces" | "wraps";

/**
 * Simulates a browser's page translator: moves each text node into a `font` element, also after
 * changes, and prefixes replaced texts with `»`.
 */
export async function translatePage(page: Page, mode: TranslatorMode): Promise<void> {
  await page.addInitScript((kind) => {
    const translateText = (text: Text) => {
      const around = text.parentElement;
      if (around === null || around.closest("font, script, style, [translate=no]")) return;
      if (text.data.trim() === "") return;
      const font = document.createElement("font");
      if (kind === "wraps") {
        text.replaceWith(font);
        font.append(text);
      } else {
        font.textContent = `»${text.data}`;
        text.replaceWith(font);
      }
    };
    const translateAll = () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      texts.forEach(translateText);
    };
    document.addEventListener("DOMContentLoaded", () => {
      new MutationObserver(translateAll).observe(document.body, {
        childList: true,
        subtree: true,
      });
      translateAll();
    });
  }, mode);
}
