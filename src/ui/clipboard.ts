/**
 * Copies a text that is still being fetched. Safari allows that only when the write begins with the
 * click, hence the promise inside a `ClipboardItem`. Over plain http, as on an office's network,
 * browsers have no Clipboard API: there it falls back to `execCommand`. Throws when fetching the text
 * fails or the browser refuses.
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
  // Its rejection is handled by the await below.
  blob.catch(() => undefined);
  await Promise.all([text, navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })])]);
}

/**
 * Copies as the user's own Ctrl+C would. Only a placeholder is selected for that: the text itself,
 * which may be a password, never enters the page. Returns whether it was copied.
 */
function copyBySelection(text: string): boolean {
  let copied = false;
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = event.clipboardData !== null;
  };
  try {
    withPlaceholderSelected(() => {
      document.addEventListener("copy", onCopy, { capture: true });
      document.execCommand("copy");
      document.removeEventListener("copy", onCopy, { capture: true });
    });
  } catch {
    // The command is not supported.
  }
  return copied;
}

/** Safari copies only where something is selected. Restores the previous selection. */
function withPlaceholderSelected(copy: () => void): void {
  const selection = getSelection();
  const previous = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
  const placeholder = document.createElement("span");
  placeholder.textContent = "\u00a0";
  placeholder.className = "visually-hidden";
  placeholder.style.userSelect = "text";
  document.body.append(placeholder);
  selection?.selectAllChildren(placeholder);
  copy();
  placeholder.remove();
  selection?.removeAllRanges();
  if (previous !== undefined) selection?.addRange(previous);
}
