import { isPhoneLike, searchDigits } from "#lib/phoneCharacters.ts";
import { inOtherLayout } from "#lib/keyboardLayout.ts";
import { foldText } from "#lib/search.ts";
import type { Text } from "#i18n/texts.ts";
import { paths } from "#paths";
import { listOf } from "./entries.ts";
import { type Entry, foldNames, type Found, type FoundGroup, search } from "./match.ts";

/** In both languages, whichever is shown: people type what they are used to. */
const VERBS: readonly { open: boolean; words: readonly string[] }[] = [
  { open: true, words: ["open", "allow", "открыть", "открой", "разрешить"] },
  { open: false, words: ["close", "forbid", "закрыть", "закрой", "запретить"] },
];
/** Fewer letters of a verb may be the beginning of anything. */
const VERB_LETTERS = 4;
/** Fewer digits are rather an extension or a dial code. */
const NUMBER_DIGITS = 7;

/** «close +53» asks for what closes a country; undefined for a text that begins with no verb. */
export function readCommand(typed: string): { open: boolean; rest: string } | undefined {
  for (const text of [typed, inOtherLayout(typed)]) {
    const [, verb = "", rest = ""] = /^\s*(\S+)\s+(.*\S)/su.exec(text ?? "") ?? [];
    const folded = foldText(verb);
    const meant = VERBS.find(({ words }) =>
      words.some((word) => folded.length >= VERB_LETTERS && word.startsWith(folded)),
    );
    if (meant !== undefined && rest !== "") return { open: meant.open, rest };
  }
  return undefined;
}

const action = (id: string, to: Entry["to"], icon: Entry["icon"], title: string): Entry => ({
  id,
  group: "actions",
  to,
  icon,
  title,
  detail: "",
  phone: "",
  ...foldNames(title),
  numbers: [],
});

/**
 * What a text finds, with the actions that it asks for: to open or close a country, to test a number.
 * Each leads to where that is done, with its usual questions; nothing is changed from here.
 */
export function searchWithCommands(
  typed: string,
  entries: readonly Entry[],
  t: Text,
  mayChange: boolean,
): Found {
  const found = search(typed, entries);
  const isNumber = isPhoneLike(typed) && (searchDigits(typed)[0] ?? "").length >= NUMBER_DIGITS;
  if (isNumber) {
    const to = `${paths.directionsTest()}?${new URLSearchParams({ number: typed.trim() })}`;
    const test = action("test", to, "check", t("search.testThis", { number: typed.trim() }));
    return { ...found, groups: addActions(found.groups, [test], "after") };
  }
  const command = readCommand(typed);
  if (command === undefined) return found;
  const all = entries.filter(({ group }) => group === "countries");
  const [countries] = search(command.rest, all).groups;
  if (countries === undefined) return found;
  const key = command.open ? "search.open" : "search.close";
  const actions = countries.entries
    .filter(({ open }) => mayChange && open !== command.open)
    .map(({ id, to, title, dialCode = "" }) => {
      const code = `+${dialCode}`;
      const name = t(key, { country: title, code: dialCode === "" ? "–" : code });
      // What shares a dial code opens and closes together, so it is shown together.
      const together = listOf("countries", code) ?? to;
      const icon = command.open ? "plus" : "minus";
      return action(`${key}-${id}`, dialCode === "" ? to : together, icon, name);
    });
  const others = found.groups.filter(({ group }) => group !== "countries");
  const groups = [...addActions(others, actions, "before"), countries];
  return { ...found, groups, isByLayout: false };
}

function addActions(
  groups: readonly FoundGroup[],
  actions: readonly Entry[],
  where: "before" | "after",
): readonly FoundGroup[] {
  if (actions.length === 0) return groups;
  const known = groups.find(({ group }) => group === "actions");
  const others = groups.filter(({ group }) => group !== "actions");
  const all = [...actions, ...(known?.entries ?? [])];
  const total = actions.length + (known?.total ?? 0);
  const added = { group: "actions", entries: all, total, typed: "" } as const;
  return where === "before" ? [added, ...others] : [...others, added];
}
