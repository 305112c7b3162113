/**
 * Puts a text that is still being fetched into the clipboard. Safari allows that only when the
 * write begins with the click, hence the promise inside a `ClipboardItem`. Throws when the text
 * can't be had or the browser refuses.
 */
export async function copyText(text: Promise<string>): Promise<void> {
  if (typeof ClipboardItem === "undefined") {
    await navigator.clipboard.writeText(await text);
    return;
  }
  const blob = text.then((value) => new Blob([value], { type: "text/plain" }));
  // Its own failure is told by the await below, not by the item.
  blob.catch(() => undefined);
  await Promise.all([text, navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })])]);
}
