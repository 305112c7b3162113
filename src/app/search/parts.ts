import { loadTexts } from "#i18n/texts.ts";

/** What the search needs is named here, and not in the code of the first list. */
export async function loadSearchDialog() {
  const [part] = await Promise.all([import("./SearchDialog.tsx"), loadTexts("app/search")]);
  return part.SearchDialog;
}
