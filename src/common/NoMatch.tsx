import Button from "@mui/material/Button";
import { Blank } from "#ui/Blank.tsx";
import { focusPageTitle } from "#ui/pageTitle.ts";
import { useCommonText } from "./messages.ts";

interface Props {
  /** Whether every page of the list has come. */
  complete: boolean;
  onClear: () => void;
}

/** A search without a hit shows the way back. */
export function NoMatch({ complete, onClear }: Props) {
  const t = useCommonText();
  return (
    <Blank
      icon="search"
      title={t("list.noMatch")}
      text={complete ? t("list.noMatchText") : t("list.noMatchLoading")}
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
