import { translations } from "./translated.ts";

/**
 * Records what a translator puts in place of React's text nodes, and restores the original where
 * React has changed the text since: the change would be invisible otherwise.
 */
export function followTranslation(): void {
  const watch = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === "characterData") restoreOriginal(record.target);
      else for (const node of record.removedNodes) recordTranslation(node, record);
    }
  });

  function recordTranslation(
    node: Node,
    { addedNodes, previousSibling, nextSibling }: MutationRecord,
  ) {
    if (node.nodeType !== Node.TEXT_NODE || node.parentNode !== null) return;
    // By Chrome's translator, or by Yandex Browser's own element.
    const translation = [addedNodes[0], previousSibling, nextSibling].find(
      (one) => one?.nodeName === "FONT" || one?.nodeName.includes("-"),
    );
    if (!translation) return;
    translations.set(node, translation);
    watch.observe(node, { characterData: true });
  }

  watch.observe(document.body, { childList: true, subtree: true });
}

/** The translation of a text that React has changed is outdated. */
function restoreOriginal(text: Node) {
  const translation = translations.get(text);
  if (text.parentNode || !translation?.parentNode) return;
  translations.delete(text);
  translation.parentNode.replaceChild(text, translation);
}
