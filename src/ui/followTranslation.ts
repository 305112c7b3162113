import { standIns } from "./translated.ts";

/**
 * Notes what a translator puts in place of React's texts, and takes it away where React has changed
 * the text since: nobody would see that otherwise.
 */
export function followTranslation(): void {
  const watch = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === "characterData") showItself(record.target);
      else for (const node of record.removedNodes) noteStandIn(node, record);
    }
  });

  function noteStandIn(node: Node, { addedNodes, previousSibling, nextSibling }: MutationRecord) {
    if (node.nodeType !== Node.TEXT_NODE || node.parentNode !== null) return;
    // By Chrome's translator, or by Yandex Browser's own element.
    const standIn = [addedNodes[0], previousSibling, nextSibling].find(
      (one) => one?.nodeName === "FONT" || one?.nodeName.includes("-"),
    );
    if (!standIn) return;
    standIns.set(node, standIn);
    watch.observe(node, { characterData: true });
  }

  watch.observe(document.body, { childList: true, subtree: true });
}

/** Out of date is what stands in for a text that React has changed. */
function showItself(text: Node) {
  const standIn = standIns.get(text);
  if (text.parentNode || !standIn?.parentNode) return;
  standIns.delete(text);
  standIn.parentNode.replaceChild(text, standIn);
}
