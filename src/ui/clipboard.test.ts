import { afterEach, expect, it, vi } from "vitest";
import { copyText } from "./clipboard.ts";

afterEach(() => vi.unstubAllGlobals());

/** Holds what it was given, as the browser's own does. */
class Item {
  readonly plain: Promise<Blob> | undefined;
  constructor(given: Record<string, Promise<Blob>>) {
    this.plain = given["text/plain"];
  }
}

function stub(clipboard: Partial<Clipboard>) {
  vi.stubGlobal("navigator", { clipboard });
}

it("writes a text that is still loading", async () => {
  const writeText = vi.fn<(given: unknown) => Promise<void>>(async () => undefined);
  stub({ writeText });
  await copyText(Promise.resolve("secret"));
  expect(writeText).toHaveBeenCalledExactlyOnceWith("secret");
});

it("starts writing within the click, before the text has arrived, where the browser requires that", async () => {
  vi.stubGlobal("ClipboardItem", Item);
  const write = vi.fn<(given: unknown) => Promise<void>>(async () => undefined);
  stub({ write });
  const coming = new EventTarget();
  const text = new Promise<string>((resolve) => {
    coming.addEventListener("text", () => resolve("secret"));
  });
  const copied = copyText(text);
  expect(write).toHaveBeenCalledTimes(1);
  coming.dispatchEvent(new Event("text"));
  await copied;
  const [items] = write.mock.calls[0] ?? [];
  const blob = Array.isArray(items) && items[0] instanceof Item ? await items[0].plain : undefined;
  expect(await blob?.text()).toBe("secret");
});

it("fails with the text's or the browser's error", async () => {
  stub({ writeText: () => Promise.reject(new DOMException("refused", "NotAllowedError")) });
  await expect(copyText(Promise.resolve("secret"))).rejects.toThrow("refused");
  await expect(copyText(Promise.reject(new Error("gone")))).rejects.toThrow("gone");
});
