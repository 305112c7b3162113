import type { PhoneBookEntry } from "./entries.ts";
import { grandstreamXml } from "./grandstream.ts";
import { snomXml } from "./snom.ts";
import { vCards } from "./vcard.ts";
import { yealinkXml } from "./yealink.ts";

export const FORMATS = ["vcard", "yealink", "snom", "grandstream"] as const;
export type PhoneBookFormat = (typeof FORMATS)[number];

interface Format {
  /** The name of a file, as the telephones ask for it where they do. */
  file: string;
  type: string;
  /** What describes the format. */
  source: { title: string; url: string };
  /** The file's text; `title` is what the phone book is called. */
  write: (entries: readonly PhoneBookEntry[], title: string) => string;
}

export const PHONE_BOOKS: Readonly<Record<PhoneBookFormat, Format>> = {
  vcard: {
    file: "pult-phone-book.vcf",
    type: "text/vcard;charset=utf-8",
    source: {
      title: "RFC 2426, vCard 3.0",
      url: "https://www.rfc-editor.org/rfc/rfc2426",
    },
    write: vCards,
  },
  yealink: {
    file: "pult-yealink.xml",
    type: "application/xml",
    source: {
      title: "Administrator’s Guide, Remote Phone Book",
      url: "http://support.yealink.com/documentFront/forwardToDocumentFrontDisplayPage",
    },
    write: yealinkXml,
  },
  snom: {
    file: "pult-snom.xml",
    type: "application/xml",
    source: {
      title: "XML Minibrowser, SnomIPPhoneDirectory",
      url: "http://docs.snom.io/xml_minibrowser/",
    },
    write: snomXml,
  },
  grandstream: {
    // Under this name alone the telephones look for it.
    file: "phonebook.xml",
    type: "application/xml",
    source: {
      title: "GXP Series, XML Phonebook Guide",
      url: "https://documentation.grandstream.com/knowledge-base/gxp-series-xml-phonebook-guide/",
    },
    write: grandstreamXml,
  },
};
