import type { Text } from "#i18n/texts.ts";
import type { Formats } from "#i18n/format.ts";
import { type Change, wasWatched } from "./observe.ts";

const NAMED = 5;

/**
 * The changes to alert of: drops of watched accounts that were online at the poll before. After an
 * unwatched gap (a hidden tab, a sleeping computer) the alert comes late.
 */
export function findDrops(
  changes: readonly Change[],
  isWatched: (account: number) => boolean,
): readonly Change[] {
  return changes.filter(
    (change) => change.from === "online" && change.to === "offline" && isWatched(change.account),
  );
}

/** The changes to tell the end of: starred accounts that are back. */
export function findReturns(
  changes: readonly Change[],
  isWatched: (account: number) => boolean,
): readonly Change[] {
  return changes.filter(
    (change) => change.from === "offline" && change.to === "online" && isWatched(change.account),
  );
}

/** One sentence for all that came back at once. */
export function returnText(returns: readonly Change[], t: Text): string {
  const [first, second] = returns;
  if (first !== undefined && second === undefined) {
    return t("watch.return.title", { who: accountTitle(first) });
  }
  return `${t("watch.return.many", { n: returns.length })}: ${namesText(returns, t)}`;
}

/** The first of them by name, and how many more there are. */
function namesText(changes: readonly Change[], t: Text): string {
  const names = changes.slice(0, NAMED).map(accountTitle).join(", ");
  const more = changes.length - NAMED;
  return more > 0 ? t("watch.drop.more", { names, n: more }) : names;
}

/** «214 Ресепшен»; the name alone where the extension is unknown. */
export function accountTitle({ extension, name }: Pick<Change, "extension" | "name">): string {
  return extension === undefined ? name : `${extension} ${name}`;
}

/** One notification for all that dropped at once; undefined for none. */
export function dropNotice(drops: readonly Change[], t: Text, formats: Formats) {
  const [first, second] = drops;
  if (first === undefined) return undefined;
  const when = dropTimeText(drops, t, formats);
  if (second === undefined) {
    return {
      title: t("watch.drop.title", { who: accountTitle(first) }),
      body: when ?? t("watch.drop.text", { time: formats.time(first.at) }),
      // Another drop of the same account replaces the notification still shown.
      tag: `pult-drop-${first.account}`,
    };
  }
  const all = namesText(drops, t);
  return {
    title: t("watch.drop.many", { n: drops.length }),
    body: when === undefined ? all : `${when}: ${all}`,
    tag: "pult-drops",
  };
}

/** Between which times they dropped while nobody watched; undefined for a watched drop. */
function dropTimeText(drops: readonly Change[], t: Text, formats: Formats): string | undefined {
  if (drops.every(wasWatched)) return undefined;
  const after = Math.min(...drops.map((drop) => drop.after));
  const at = Math.max(...drops.map((drop) => drop.at));
  return t("watch.drop.between", { after: formats.moment(after, at), at: formats.time(at) });
}
