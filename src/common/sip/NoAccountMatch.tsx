import { useText } from "#i18n/texts.ts";
import { NoMatch, type NoMatchText } from "../NoMatch.tsx";
import type { SipState } from "#domain/sip/rows.ts";

interface Props {
  q: string;
  state: SipState | undefined;
  /** The text for another active filter that matches nothing. */
  otherFilterText?: NoMatchText | undefined;
  /** Numbers of accounts, in total and by state, regardless of the search. */
  counts: Record<SipState | "all", number>;
  complete: boolean;
  onClear: () => void;
}

/** Shown when no account matches, which is good news for the filter "offline". */
export function NoAccountMatch({ q, state, otherFilterText, counts, complete, onClear }: Props) {
  const t = useText();
  const describeState = (): NoMatchText | undefined => {
    if (state === undefined) return otherFilterText;
    if (otherFilterText !== undefined) return undefined;
    const { all, online } = counts;
    if (state === "offline" && online === all) {
      return { title: t("none.allOnline", { n: all }), text: t("none.allOnlineText"), good: true };
    }
    const text = t("none.states", {
      online,
      offline: counts.offline,
      rest: counts.creating + counts.unknown,
    });
    return { title: t(`none.${state}`), text, good: state === "unknown" };
  };
  return (
    <NoMatch
      q={q}
      filtered={state !== undefined || otherFilterText !== undefined}
      filterText={describeState()}
      complete={complete}
      onClear={onClear}
    />
  );
}
