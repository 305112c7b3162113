import type { ListedSipAccount } from "#api/sip.ts";
import { compareNames } from "#lib/compare.ts";

/** One line of the office's phone book. */
export interface PhoneBookEntry {
  /** The account's id. */
  id: number;
  /** On one line; the extension where the account has no name. */
  name: string;
  extension: string;
  /** Digits of the caller ID, where no other account has it: else a call back reaches somebody else. */
  callerId: string | undefined;
  /** The account's description; undefined where it was not read, empty where there is none. */
  department: string | undefined;
}

/**
 * The phone book by name. Accounts that are still being created are left out: nobody answers there yet.
 * The list does not return descriptions: they come from `departments`, by id.
 */
export function toPhoneBook(
  accounts: readonly ListedSipAccount[],
  departments: ReadonlyMap<number, string>,
): PhoneBookEntry[] {
  const holders = new Map<string, number>();
  for (const { aon } of accounts)
    if (aon) holders.set(aon.number, (holders.get(aon.number) ?? 0) + 1);
  return accounts
    .filter((account) => account.finally_created)
    .map(({ id, name, number, role, aon }) => {
      const department = role ?? departments.get(id);
      return {
        id,
        name: toLine(name) || String(number),
        extension: String(number),
        callerId: aon && holders.get(aon.number) === 1 ? aon.number : undefined,
        department: department === undefined ? undefined : toLine(department),
      };
    })
    .sort((a, b) => compareNames(a.name, b.name) || Number(a.extension) - Number(b.extension));
}

const toLine = (text: string) => text.replaceAll(/\s+/g, " ").trim();

export interface PhoneBookGroup {
  /** A letter or a department; undefined for those who have none, null for those not read. */
  title: string | undefined | null;
  entries: PhoneBookEntry[];
}

/** Under the first letters of the names; what does not begin with a letter comes under none. */
export function groupByLetter(entries: readonly PhoneBookEntry[]): PhoneBookGroup[] {
  return group(entries, ({ name }) => {
    const [first = ""] = name.normalize("NFC").toUpperCase();
    if (first === "Ё") return "Е";
    return /\p{L}/u.test(first) ? first : undefined;
  });
}

/** Under their descriptions, in their order; then those without one, then those not read. */
export function groupByDepartment(entries: readonly PhoneBookEntry[]): PhoneBookGroup[] {
  return group(entries, ({ department }) =>
    department === undefined ? null : department || undefined,
  );
}

function group(
  entries: readonly PhoneBookEntry[],
  titleOf: (entry: PhoneBookEntry) => PhoneBookGroup["title"],
): PhoneBookGroup[] {
  const groups = new Map<PhoneBookGroup["title"], PhoneBookEntry[]>();
  for (const entry of entries) {
    const title = titleOf(entry);
    const members = groups.get(title);
    if (members === undefined) groups.set(title, [entry]);
    else members.push(entry);
  }
  return [...groups]
    .map(([title, members]) => ({ title, entries: members }))
    .sort((a, b) => rank(a) - rank(b) || compareNames(a.title ?? "", b.title ?? ""));
}

const rank = ({ title }: PhoneBookGroup) => (title === undefined ? 1 : title === null ? 2 : 0);
