import type { PhoneBookEntry } from "./entries.ts";
import { textElement, xmlFile } from "./xml.ts";

/**
 * A phone book of Snom telephones: "Snom XML Minibrowser", SnomIPPhoneDirectory
 * (http://docs.snom.io/xml_minibrowser/). `title` stands above the list on the telephone.
 */
export function snomXml(entries: readonly PhoneBookEntry[], title: string): string {
  return xmlFile([
    "<SnomIPPhoneDirectory>",
    `  ${textElement("Title", title)}`,
    ...entries.flatMap(({ name, extension }) => [
      "  <DirectoryEntry>",
      `    ${textElement("Name", name)}`,
      `    ${textElement("Telephone", extension)}`,
      "  </DirectoryEntry>",
    ]),
    "</SnomIPPhoneDirectory>",
  ]);
}
