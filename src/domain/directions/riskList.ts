/**
 * Destinations that office telephones are abused to call, with sources. A country is listed when at
 * least two independent sources name it, or when a regulator warns of it; a service with a code of
 * its own, when the ITU's list gives that as the purpose of the code.
 *
 * Left out on purpose: what one carrier alone closed (Albania, Gambia, North Korea, Tunisia…), and
 * Azerbaijan, which two American carriers close and offices in Russia call every day.
 */

/** Why it is marked; the feature has a text for each. */
export type RiskKind =
  | "satellite"
  | "network"
  | "premium"
  | "sharedCost"
  | "revenueShare"
  | "oneRing";

export interface RiskSource {
  /** The source and its date: a name, the same in every language. */
  name: string;
  address: string;
}

/** A warning is no proof: each source is linked, so that the user can judge it. */
export const RISK_SOURCES = {
  itu: {
    name: "ITU, E.164 assigned country codes",
    address: "https://www.itu.int/pub/T-SP-E.164D",
  },
  integra: {
    name: "Electric Lightwave (Integra), International Calling Options",
    address: "http://support.electriclightwave.com/knowledge-base/international-calling-options/",
  },
  cox: {
    name: "Cox Communications, via TransNexus, 2014",
    address:
      "https://www.transnexus.com/blog/2014/carriers-block-international-calls-to-stop-traffic-pumping-fraud/",
  },
  commsrisk: {
    name: "Commsrisk, What Is New with IRSF Fraud?",
    address: "https://commsrisk.com/what-is-new-with-irsf-fraud/",
  },
  namibia: {
    name: "Telecom Namibia, via Xinhua, 2017",
    address: "http://en.chinagate.cn/2017-02/13/content_40277465.htm",
  },
  hakom: {
    name: "HAKOM (Croatia), high-risk numbers, 2010",
    address: "https://yumpu.com/xx/document/view/35177321/popis-visokorizianih-brojeva-hakom",
  },
  humbug: {
    name: "Humbug Telecom Labs, 2011",
    address: "http://www.humbuglabs.org/blog/2011/06/and-the-winner-is-sao-tome/",
  },
  telus: {
    name: "Telus (Canada), via RNZ, 2004",
    address:
      "http://www.radionz.co.nz/international/pacific-news/149319/canadian-phone-company-moves-to-block-nauru-calls",
  },
  comreg: {
    name: "ComReg (Ireland), via RNZ, 2004",
    address:
      "https://www.rnz.co.nz/international/pacific-news/150807/irish-authorities-block-direct-dialling-calls-to-many-south-pacific-countries",
  },
  sriLanka: {
    name: "TRC (Sri Lanka), via The Register, 2005",
    address: "http://www.theregister.co.uk/Alert/2005/11/01/sri_lanka_smut_dialer_crackdown/",
  },
  fcc: {
    name: "FCC (USA), via NBC DFW, 2019",
    address:
      "https://nbcdfw.com/news/local/Dont-Call-Back-FCC-Warns-of-West-African-One-Ring-Phone-Scam-509588711.html",
  },
  ftc: {
    name: "FTC (USA), via PIX11, 2017",
    address:
      "http://pix11.com/2017/03/10/scam-alert-beware-unfamiliar-callers-with-these-area-codes/",
  },
} as const satisfies Record<string, RiskSource>;

export interface RiskEntry {
  /** Every number that begins with these digits. */
  code: string;
  kind: RiskKind;
  /** What it is, in English, for readers of this file. */
  name: string;
  /**
   * Identifies the country by its English name where the provider gives it a shorter, shared code.
   */
  english?: RegExp;
  sources: readonly (keyof typeof RISK_SOURCES)[];
}

export const RISKS: readonly RiskEntry[] = [
  { code: "870", kind: "satellite", name: "Inmarsat", sources: ["itu"] },
  { code: "881", kind: "satellite", name: "Global mobile satellite", sources: ["itu"] },
  { code: "882", kind: "network", name: "International networks", sources: ["itu"] },
  { code: "883", kind: "network", name: "International networks", sources: ["itu"] },
  { code: "979", kind: "premium", name: "International premium rate", sources: ["itu"] },
  { code: "808", kind: "sharedCost", name: "International shared cost", sources: ["itu"] },

  ...revenueShare("53", "Cuba", "integra", "commsrisk", "namibia"),
  ...revenueShare("221", "Senegal", "integra", "namibia"),
  ...revenueShare("224", "Guinea", "integra", "cox", "namibia"),
  ...revenueShare("232", "Sierra Leone", "integra", "cox", "namibia", "fcc"),
  ...revenueShare("239", "Sao Tome and Principe", "integra", "cox", "namibia", "humbug"),
  ...revenueShare("252", "Somalia", "integra", "cox", "commsrisk", "namibia"),
  ...revenueShare("371", "Latvia", "integra", "commsrisk", "hakom"),
  ...revenueShare("377", "Monaco", "integra", "cox", "namibia"),
  ...revenueShare("389", "North Macedonia", "integra", "namibia"),
  ...revenueShare("592", "Guyana", "namibia", "telus"),
  ...revenueShare("674", "Nauru", "comreg", "sriLanka", "telus"),
  ...revenueShare("675", "Papua New Guinea", "namibia", "sriLanka"),
  ...revenueShare("677", "Solomon Islands", "comreg", "sriLanka"),
  ...revenueShare("681", "Wallis and Futuna", "comreg", "sriLanka"),
  ...revenueShare("682", "Cook Islands", "comreg", "sriLanka"),
  ...revenueShare("686", "Kiribati", "comreg", "sriLanka"),
  ...revenueShare("688", "Tuvalu", "integra", "comreg", "sriLanka"),
  ...revenueShare("690", "Tokelau", "comreg", "sriLanka"),
  ...revenueShare("960", "Maldives", "cox", "hakom"),

  { code: "222", kind: "oneRing", name: "Mauritania", sources: ["fcc"] },
  ...oneRing("Antigua and Barbuda", /antigua/, "1268"),
  ...oneRing("British Virgin Islands", /virgin.*(brit|uk)|brit.*virgin/, "1284"),
  ...oneRing("Grenada", /grenada/, "1473"),
  ...oneRing("Turks and Caicos", /turks/, "1649"),
  ...oneRing("Montserrat", /montserrat/, "1664"),
  ...oneRing("Dominica", /dominica\b/, "1767"),
  ...oneRing("Dominican Republic", /dominican/, "1809", "1829", "1849"),
  ...oneRing("Jamaica", /jamaica/, "1876"),
];

function revenueShare(code: string, name: string, ...sources: RiskEntry["sources"]): RiskEntry[] {
  return [{ code, kind: "revenueShare", name, sources }];
}

/** Parts of +1 that look like an American number and are charged like a call abroad. */
function oneRing(name: string, english: RegExp, ...codes: string[]): RiskEntry[] {
  return codes.map((code) => ({ code, kind: "oneRing", name, english, sources: ["ftc"] }));
}
