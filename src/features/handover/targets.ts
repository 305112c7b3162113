import type { Credentials } from "#domain/handover/credentials.ts";
import { ciscoSpa } from "#domain/handover/formats/ciscoSpa.ts";
import { fanvil } from "#domain/handover/formats/fanvil.ts";
import { grandstream } from "#domain/handover/formats/grandstream.ts";
import { linphone } from "#domain/handover/formats/linphone.ts";
import { microsip } from "#domain/handover/formats/microsip.ts";
import { snom } from "#domain/handover/formats/snom.ts";
import { yealink } from "#domain/handover/formats/yealink.ts";
import type { Made } from "#domain/handover/provisioning.ts";

/** The document in which the maker describes a format, by the name that it has there. */
interface Source {
  name: string;
  address: string;
}

const GRANDSTREAM = "https://documentation.grandstream.com";

const LINPHONE: Source = {
  name: "Linphone: Remote Provisioning",
  address: "https://wiki.linphone.org/xwiki/wiki/public/view/Lib/Features/Remote%20Provisioning/",
};

const FILES = {
  microsip,
  linphone,
  yealink,
  grandstream,
  snom,
  fanvil,
  cisco: ciscoSpa,
} satisfies Record<string, (of: Credentials) => Made>;
export type FileTarget = keyof typeof FILES;
export type CodeTarget = "wave" | "acrobits";
export type Target = "card" | "link" | CodeTarget | FileTarget;

export const makeFile = (target: FileTarget, of: Credentials): Made => FILES[target](of);
export const isFileTarget = (target: Target): target is FileTarget => target in FILES;

/** In the order of the choice, which shows them in groups. */
export const TARGET_GROUPS = {
  person: ["card"],
  app: ["link", "wave", "linphone", "microsip", "acrobits"],
  phone: ["yealink", "grandstream", "snom", "fanvil", "cisco"],
} as const satisfies Record<string, readonly Target[]>;

const TARGETS: readonly Target[] = Object.values(TARGET_GROUPS).flat();

export const findTarget = (name: string | null): Target =>
  TARGETS.find((one) => one === name) ?? "card";

export const SOURCES: Record<Exclude<Target, "card">, Source> = {
  wave: { name: "Grandstream Wave User Guide", address: GRANDSTREAM },
  link: LINPHONE,
  linphone: LINPHONE,
  microsip: { name: "MicroSIP online help", address: "https://www.microsip.org/help" },
  acrobits: { name: "Acrobits Cloud Softphone documentation", address: "https://doc.acrobits.net" },
  yealink: {
    name: "Yealink SIP IP Phones Auto Provisioning Guide",
    address: "https://support.yealink.com",
  },
  grandstream: { name: "Grandstream SIP Device Provisioning Guide", address: GRANDSTREAM },
  snom: { name: "Snom Service Hub: XML Configuration Files", address: "https://service.snom.com" },
  fanvil: { name: "Fanvil VoIP Auto Provision Standard", address: "https://www.fanvil.com" },
  cisco: {
    name: "Cisco Small Business IP Telephony Devices Provisioning Guide",
    address: "https://www.cisco.com",
  },
};
