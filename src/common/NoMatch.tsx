import Button from "@mui/material/Button";
import { EmptyState } from "#ui/EmptyState.tsx";
import { focusPageTitle } from "#ui/pageTitle.ts";
import { useText } from "#i18n/texts.ts";

/** The text for a filter that matches nothing while there is no search. */
export interface NoMatchText {
  title: string;
  text?: string;
  /** An empty result is good news, e.g. nobody is offline. */
  good?: boolean;
}

interface Props {
  q: string;
  /** Whether a filter is active too. */
  filtered?: boolean;
  /** The text for an empty result without a search. */
  filterText?: NoMatchText | undefined;
  /** Whether every page of the list has loaded. */
  complete: boolean;
  onClear: () => void;
}

/** Shown when a search or a filter matches nothing, with a button that clears both. */
export function NoMatch({ q, filtered = false, filterText, complete, onClear }: Props) {
  const t = useText();
  const query = q.trim();
  const chooseText = () => {
    if (!complete) return { title: t("list.noMatch"), text: t("list.noMatchLoading") };
    if (query === "")
      return filterText ?? { title: t("list.noMatch"), text: t("list.noMatchFilter") };
    const text = filtered
      ? t("list.noMatchBoth", { q: query })
      : t("list.noMatchText", { q: query });
    return { title: t("list.noMatch"), text };
  };
  const { title, text, good = false }: NoMatchText = chooseText();
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
