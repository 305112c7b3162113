import Button from "@mui/material/Button";
import { EmptyState } from "#ui/EmptyState.tsx";
import { focusPageTitle } from "#ui/pageTitle.ts";
import { useCommonText } from "./messages.ts";

/** What it means that a filter, without a search, shows nothing. */
export interface NoneShown {
  title: string;
  text?: string;
  /** Nothing is wrong with that: everybody is online, for one. */
  good?: boolean;
}

interface Props {
  /** What is searched for. */
  q: string;
  /** Whether filters are on as well. */
  filtered?: boolean;
  /** What it means that nobody is shown, where that is not the search's doing. */
  none?: NoneShown | undefined;
  /** Whether every page of the list has come. */
  complete: boolean;
  onClear: () => void;
}

/** A search or a filter that shows nothing: what that means, and the way back to all. */
export function NoMatch({ q, filtered = false, none, complete, onClear }: Props) {
  const t = useCommonText();
  const searched = q.trim();
  const words = () => {
    if (!complete) return { title: t("list.noMatch"), text: t("list.noMatchLoading") };
    if (searched === "") return none ?? { title: t("list.noMatch"), text: t("list.noMatchFilter") };
    const text = filtered
      ? t("list.noMatchBoth", { q: searched })
      : t("list.noMatchText", { q: searched });
    return { title: t("list.noMatch"), text };
  };
  const { title, text, good = false }: NoneShown = words();
  return (
    <EmptyState
      icon={good ? "check" : "search"}
      tone={good ? "good" : "plain"}
      title={title}
      text={text}
      actions={
        <Button
          variant="outlined"
          onClick={() => {
            focusPageTitle();
            onClear();
          }}
        >
          {t("list.clear")}
        </Button>
      }
    />
  );
}
