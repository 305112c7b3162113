import type { Page } from "@playwright/test";

/** Whether a translator puts its words in place of a text, as Chrome's does, or around it. */
export type Translating = "replaces" | "wraps";

/**
 * Translates a page as browsers do, from its first text on and as often as it changes: what is
 * English gets `»` before each text, in an element of the translator's own.
 */
export async function translate(page: Page, how: Translating): Promise<void> {
  await page.addInitScript((way) => {
    const put = (text: Text) => {
      const around = text.parentElement;
      if (around === null || around.closest("font, script, style, [translate=no]")) return;
      if (text.data.trim() === "") return;
      const font = document.createElement("font");
      if (way === "wraps") {
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
      texts.forEach(put);
    };
    document.addEventListener("DOMContentLoaded", () => {
      new MutationObserver(translateAll).observe(document.body, {
        childList: true,
        subtree: true,
      });
      translateAll();
    });
  }, how);
}
