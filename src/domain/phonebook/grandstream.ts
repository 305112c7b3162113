import type { PhoneBookEntry } from "./entries.ts";
import { element, xmlFile } from "#lib/xml.ts";

/**
 * A phone book of Grandstream telephones: "GXP Series - XML Phonebook Guide"
 * (https://documentation.grandstream.com/knowledge-base/gxp-series-xml-phonebook-guide/). It asks for
 * one of the names at least; which word of ours is the last name nobody knows, so all stands in one.
 * `accountindex` 0 is the telephone's first account.
 */
export function grandstreamXml(entries: readonly PhoneBookEntry[]): string {
  return xmlFile(
    "<AddressBook>",
    ...entries.flatMap(({ name, extension }) => [
      "  <Contact>",
      `    ${element("FirstName", "")}`,
      `    ${element("LastName", name)}`,
      '    <Phone type="Work">',
      `      ${element("phonenumber", extension)}`,
      `      ${element("accountindex", "0")}`,
      "    </Phone>",
      "  </Contact>",
    ]),
    "</AddressBook>",
  );
}
