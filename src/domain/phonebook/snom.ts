import type { PhoneBookEntry } from "./entries.ts";
import { element, xmlFile } from "#lib/xml.ts";

/**
 * A phone book of Snom telephones: "Snom XML Minibrowser", SnomIPPhoneDirectory
 * (http://docs.snom.io/xml_minibrowser/). `title` stands above the list on the telephone.
 */
export function snomXml(entries: readonly PhoneBookEntry[], title: string): string {
  return xmlFile(
    "<SnomIPPhoneDirectory>",
    `  ${element("Title", title)}`,
    ...entries.flatMap(({ name, extension }) => [
      "  <DirectoryEntry>",
      `    ${element("Name", name)}`,
      `    ${element("Telephone", extension)}`,
      "  </DirectoryEntry>",
    ]),
    "</SnomIPPhoneDirectory>",
  );
}
