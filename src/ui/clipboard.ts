/**
 * Puts a text that is still being fetched into the clipboard. Safari allows that only when the
 * write begins with the click, hence the promise inside a `ClipboardItem`. Over plain http, as on
 * an office's network, browsers have no such clipboard: there it goes the older way. Throws when
 * the text can't be had or the browser refuses.
 */
export async function copyText(text: Promise<string>): Promise<void> {
  try {
    await writeText(text);
  } catch (error) {
    // The text's own failure comes first.
    if (!copyBySelection(await text)) throw error;
  }
}

async function writeText(text: Promise<string>): Promise<void> {
  if (typeof ClipboardItem === "undefined") {
    await navigator.clipboard.writeText(await text);
    return;
  }
  const blob = text.then((value) => new Blob([value], { type: "text/plain" }));
  // Its own failure is told by the await below, not by the item.
  blob.catch(() => undefined);
  await Promise.all([text, navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })])]);
}

/**
 * Copies as the person's own Ctrl+C would. What is selected for that is a blank: the text itself,
 * which may be a password, never stands in the page. Gives whether it was copied.
 */
function copyBySelection(text: string): boolean {
  let copied = false;
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = event.clipboardData !== null;
  };
  try {
    withBlankSelected(() => {
      document.addEventListener("copy", give, { capture: true });
      document.execCommand("copy");
      document.removeEventListener("copy", give, { capture: true });
    });
  } catch {
    // There is no such command.
  }
  return copied;
}

/** Safari copies only where something is selected; then what was selected before is again. */
function withBlankSelected(copy: () => void): void {
  const selection = getSelection();
  const before = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
  const blank = document.createElement("span");
  blank.textContent = "\u00a0";
  blank.className = "visually-hidden";
  blank.style.userSelect = "text";
  document.body.append(blank);
  selection?.selectAllChildren(blank);
  copy();
  blank.remove();
  selection?.removeAllRanges();
  if (before !== undefined) selection?.addRange(before);
}
