import Button from "@mui/material/Button";
import { Link } from "react-router";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { Blank } from "#ui/Blank.tsx";
import { focusPageTitle } from "#ui/pageTitle.ts";
import { useSipText } from "../messages.ts";

/** An office without accounts is taught the first step. */
export function NoAccounts() {
  const t = useSipText();
  return (
    <Blank
      icon="phone"
      title={t("sip.empty")}
      text={t("sip.emptyText")}
      actions={
        <Button component={Link} to={paths.sipNew()} state={OVER_PAGE} variant="outlined">
          {t("sip.create")}
        </Button>
      }
    />
  );
}

interface Props {
  /** Whether every page of the list has come. */
  complete: boolean;
  onClear: () => void;
}

/** A search without a hit shows the way back. */
export function NoMatch({ complete, onClear }: Props) {
  const t = useSipText();
  return (
    <Blank
      icon="search"
      title={t("sip.noMatch")}
      text={complete ? t("sip.noMatchText") : t("sip.noMatchLoading")}
      actions={
        <Button
          variant="outlined"
          onClick={() => {
            focusPageTitle();
            onClear();
          }}
        >
          {t("sip.clear")}
        </Button>
      }
    />
  );
}
