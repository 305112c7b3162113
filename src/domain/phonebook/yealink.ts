import type { PhoneBookEntry } from "./entries.ts";
import { textElement, xmlFile } from "./xml.ts";

/**
 * A remote phone book of Yealink telephones: Yealink IP Phones Administrator's Guide, "Remote Phone
 * Book" (`remote_phonebook.data.X.url`).
 */
export function yealinkXml(entries: readonly PhoneBookEntry[]): string {
  return xmlFile([
    "<YealinkIPPhoneDirectory>",
    ...entries.flatMap(({ name, extension }) => [
      "  <DirectoryEntry>",
      `    ${textElement("Name", name)}`,
      `    ${textElement("Telephone", extension)}`,
      "  </DirectoryEntry>",
    ]),
    "</YealinkIPPhoneDirectory>",
  ]);
}
