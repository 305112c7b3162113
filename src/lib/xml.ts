/** What XML 1.0 can't hold, not even escaped: https://www.w3.org/TR/xml/#charsets */
// oxlint-disable-next-line no-control-regex -- these are what it looks for
const NOT_XML = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Cs}/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  // A parser would make other blanks of them.
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** A text without what XML can't hold. */
export const withoutNotXml = (text: string): string => text.replaceAll(NOT_XML, "");

/** Whether XML can hold a text as it is. */
export const isXmlText = (text: string): boolean => text.search(NOT_XML) === -1;

/** A text as the content of an element or an attribute; what XML can't hold is left out. */
export function escapeXml(text: string): string {
  return withoutNotXml(text).replaceAll(/[&<>"'\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** `<name attributes>text</name>`. */
export function element(name: string, text: string | number, attributes = ""): string {
  const opening = attributes === "" ? name : `${name} ${attributes}`;
  return `<${opening}>${escapeXml(String(text))}</${name}>`;
}

/** Lines as a file. */
export function xmlFile(...lines: readonly string[]): string {
  return ['<?xml version="1.0" encoding="UTF-8"?>', ...lines, ""].join("\n");
}
