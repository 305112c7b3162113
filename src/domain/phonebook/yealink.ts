import type { PhoneBookEntry } from "./entries.ts";
import { element, xmlFile } from "#lib/xml.ts";

/**
 * A remote phone book of Yealink telephones: Yealink IP Phones Administrator's Guide, "Remote Phone
 * Book" (`remote_phonebook.data.X.url`).
 */
export function yealinkXml(entries: readonly PhoneBookEntry[]): string {
  return xmlFile(
    "<YealinkIPPhoneDirectory>",
    ...entries.flatMap(({ name, extension }) => [
      "  <DirectoryEntry>",
      `    ${element("Name", name)}`,
      `    ${element("Telephone", extension)}`,
      "  </DirectoryEntry>",
    ]),
    "</YealinkIPPhoneDirectory>",
  );
}
