import type { ListedSipAccount } from "#api/sip.ts";
import type { RememberedForwarding } from "#api/rememberedForwarding.ts";
import type { SmartNumber } from "#api/smartNumbers.ts";
import type { FormatPhone } from "#common/phone.ts";
import { type Country, localizeNames } from "#domain/directions/model.ts";
import type { ExternalRow } from "#domain/externalNumbers/rows.ts";
import { detailsPath } from "#features/external-numbers/places.ts";
import type { Text } from "#i18n/texts.ts";
import { paths } from "#paths";
import { type Entry, foldNames } from "./match.ts";

const onlyDigits = (text: string) => text.replaceAll(/\D/g, "");
const withQuery = (pathname: string, query: Record<string, string>) => ({
  pathname,
  search: `?${new URLSearchParams(query)}`,
});

/** Of each account, since folding the texts of 10,000 takes a while; with the description it was made of. */
const made = new WeakMap<ListedSipAccount, { role: string; entry: Entry }>();

export function toAccountEntry(account: ListedSipAccount, role: string): Entry {
  const known = made.get(account);
  if (known?.role === role) return known.entry;
  const { id, name, number } = account;
  const callerId = account.aon?.number ?? "";
  const entry: Entry = {
    id: `account-${id}`,
    group: "accounts",
    to: paths.sipAccount(id),
    icon: "phone",
    title: name,
    detail: role,
    phone: callerId,
    ...foldNames(name, role),
    numbers: [callerId],
    extension: String(number),
    accountId: id,
  };
  made.set(account, { role, entry });
  return entry;
}

export function toExternalEntry(row: ExternalRow): Entry {
  return {
    id: `external-${row.id}`,
    group: "external",
    to: detailsPath(row, ""),
    icon: "trunk",
    title: "",
    detail: row.servers.join(", "),
    phone: row.number,
    // Without the number, whose digits count from the third one on.
    ...foldNames(row.login, ...row.servers, row.address, row.type),
    numbers: [onlyDigits(row.number)],
  };
}

export function toSmartEntry(number: SmartNumber, format: FormatPhone, t: Text): Entry {
  const { id, user_id: user, phoneX, phoneA, phoneB, description } = number;
  return {
    id: `smart-${user}-${id}`,
    group: "smart",
    to: withQuery(paths.smartNumbers(), { user: String(user), q: phoneX || description }),
    icon: "spark",
    title: description,
    detail: phoneB === "" ? "" : t("search.leadsTo", { number: format(phoneB) }),
    phone: phoneX,
    ...foldNames(description),
    numbers: [phoneX, phoneA, phoneB].map(onlyDigits),
  };
}

/** Where calls to an external number go, as last set through Pult; undefined where they stay. */
export function toForwardingEntry(
  { values, certain }: RememberedForwarding,
  externals: readonly ExternalRow[],
  accounts: readonly ListedSipAccount[],
  format: FormatPhone,
  t: Text,
): Entry | undefined {
  const { number_type: kind, number_id: id } = values;
  const phone = "destination_number" in values ? values.destination_number : "";
  const account =
    "sip_id" in values ? accounts.find(({ id: one }) => one === values.sip_id) : undefined;
  const address = "destination_uri" in values ? values.destination_uri : "";
  const title = account === undefined ? address : `${account.number} ${account.name}`;
  // A later change may have ended it, or it leads to what has only an id.
  if (!certain || `${phone}${title}` === "") return undefined;
  const from = externals.find((row) => row.kind === kind && row.connectionId === id);
  return {
    id: `forwarding-${kind}-${id}`,
    group: "forwarding",
    to: paths.externalNumber(kind, id),
    icon: "trunk",
    title,
    detail: from === undefined ? "" : t("search.forwardedFrom", { number: format(from.number) }),
    phone,
    ...foldNames(title),
    numbers: [phone],
  };
}

export function toCountryEntry(country: Country, locale: string): Entry {
  const { own, other } = localizeNames(country, locale);
  return {
    id: `country-${country.id}`,
    group: "countries",
    to: withQuery(paths.directions(), { q: own }),
    icon: "globe",
    title: own,
    detail: [country.code === "" ? "" : `+${country.code}`, other].filter(Boolean).join(" · "),
    phone: "",
    ...foldNames(own, other),
    numbers: [],
    dialCode: country.code,
    open: country.open,
  };
}

/** A list with only what a text finds in it; undefined for what has no such list. */
export function listOf(group: Entry["group"], q: string) {
  if (group === "accounts") return withQuery(paths.sip(), { q });
  if (group === "external") return withQuery(paths.externalNumbers(), { q });
  return group === "countries" ? withQuery(paths.directions(), { q }) : undefined;
}
