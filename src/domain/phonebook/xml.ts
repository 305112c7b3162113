/** Characters that XML 1.0 does not allow, not even as references: https://www.w3.org/TR/xml/#charsets */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Cs}/gu;

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  // A parser would make it a line feed.
  "\r": "&#13;",
};

/** Text for the content of an element. */
export function xmlText(text: string): string {
  return text
    .replaceAll(FORBIDDEN, "")
    .replaceAll(/[&<>"'\r]/g, (character) => REFERENCES[character] ?? "");
}

/** An element on a line of its own, which holds only text. */
export const textElement = (name: string, text: string) => `<${name}>${xmlText(text)}</${name}>`;

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/** Lines as a file. */
export const xmlFile = (lines: readonly string[]) => [XML_DECLARATION, ...lines, ""].join("\n");
