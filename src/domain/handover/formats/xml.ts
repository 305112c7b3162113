const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** A value as the text of an XML element or attribute; `findRefusal` has refused what XML can't hold. */
export function escapeXml(value: string): string {
  return value.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** `<name attributes>value</name>`. */
export function element(name: string, value: string | number, attributes = ""): string {
  const opening = attributes === "" ? name : `${name} ${attributes}`;
  return `<${opening}>${escapeXml(String(value))}</${name}>`;
}

/** The file's elements, one a line. */
export function xmlFile(...lines: readonly string[]): string {
  return ['<?xml version="1.0" encoding="UTF-8"?>', ...lines, ""].join("\n");
}
