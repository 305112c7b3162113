import type { Formats } from "#i18n/format.ts";
import type { WatchText } from "./messages.ts";
import { type Change, wasWatched } from "./observe.ts";

const NAMED = 5;

/** The changes to alert of: who was online a moment ago, and the person wants to be told of. */
export function dropsAmong(
  changes: readonly Change[],
  isWatched: (account: number) => boolean,
): readonly Change[] {
  return changes.filter(
    (change) =>
      change.from === "online" &&
      change.to === "offline" &&
      wasWatched(change) &&
      isWatched(change.account),
  );
}

/** «214 Ресепшен»; the name alone where the extension is not known. */
export function whoOf({ extension, name }: Pick<Change, "extension" | "name">): string {
  return extension === undefined ? name : `${extension} ${name}`;
}

/** One notification for all that dropped at once; undefined for none. */
export function dropNotice(drops: readonly Change[], t: WatchText, formats: Formats) {
  const [first, second] = drops;
  if (first === undefined) return undefined;
  const time = formats.time(first.at);
  if (second === undefined) {
    return {
      title: t("watch.drop.title", { who: whoOf(first) }),
      body: t("watch.drop.text", { time }),
      // The same account again takes the place of what is still shown.
      tag: `pult-drop-${first.account}`,
    };
  }
  const names = drops.slice(0, NAMED).map(whoOf).join(", ");
  const more = drops.length - NAMED;
  return {
    title: t("watch.drop.many", { n: drops.length }),
    body: more > 0 ? t("watch.drop.more", { names, n: more }) : names,
    tag: "pult-drops",
  };
}
