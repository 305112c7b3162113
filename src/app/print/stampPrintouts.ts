import { loadTexts, text } from "#i18n/texts.ts";

/** On paper, says under the page's title when it was printed, and what was searched for: its field is not printed. */
export async function stampPrintouts(): Promise<void> {
  await loadTexts("app/print");
  const media = matchMedia("print");
  addEventListener("beforeprint", stamp);
  media.addEventListener("change", () => {
    if (media.matches) stamp();
  });
}

/** The page's header prints the attribute; React, which does not know of it, leaves it alone. */
function stamp(): void {
  const header = document.querySelector("[data-page-title]")?.closest("header");
  const moment = new Date().toLocaleString(document.documentElement.lang, {
    dateStyle: "long",
    timeStyle: "short",
  });
  const params = new URLSearchParams(location.search);
  const q = params.get("q")?.trim() ?? "";
  // Of smart numbers.
  const user = params.get("user") ?? "";
  const parts = [
    text("print.at", { moment }),
    ...(user === "" ? [] : [text("print.user", { user })]),
    ...(q === "" ? [] : [text("print.search", { q })]),
  ];
  header?.setAttribute("data-printed", parts.join(" · "));
}
