import { useCommonText } from "../messages.ts";
import { NoMatch, type NoneShown } from "../NoMatch.tsx";
import type { SipState } from "./rows.ts";

interface Props {
  q: string;
  state: SipState | undefined;
  /** What another filter means that shows nobody; undefined while none is on. */
  other?: NoneShown | undefined;
  /** How many accounts there are, in all and in each state, whatever is searched for. */
  counts: Record<SipState | "all", number>;
  complete: boolean;
  onClear: () => void;
}

/** Nobody is shown: for whom one looks for offline phones, that is good news. */
export function NoAccountShown({ q, state, other, counts, complete, onClear }: Props) {
  const t = useCommonText();
  const ofState = (): NoneShown | undefined => {
    if (state === undefined) return other;
    if (other !== undefined) return undefined;
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
      filtered={state !== undefined || other !== undefined}
      none={ofState()}
      complete={complete}
      onClear={onClear}
    />
  );
}
