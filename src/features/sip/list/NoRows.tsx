import Button from "@mui/material/Button";
import { Link } from "react-router";
import { paths } from "#paths";
import { Blank } from "#ui/Blank.tsx";
import { useSipText } from "../messages.ts";

interface Props {
  /** Whether there are accounts that the view leaves out. */
  any: boolean;
  complete: boolean;
  onClear: () => void;
}

/** An office without accounts is taught the first step; a search without a hit, the way back. */
export function NoRows({ any, complete, onClear }: Props) {
  const t = useSipText();
  if (!any && complete) {
    return (
      <Blank
        icon="phone"
        title={t("sip.empty")}
        text={t("sip.emptyText")}
        actions={
          <Button component={Link} to={paths.sipNew()} variant="contained">
            {t("sip.create")}
          </Button>
        }
      />
    );
  }
  return (
    <Blank
      icon="search"
      title={t("sip.noMatch")}
      text={complete ? t("sip.noMatchText") : t("sip.noMatchLoading")}
      actions={
        <Button variant="outlined" onClick={onClear}>
          {t("sip.clear")}
        </Button>
      }
    />
  );
}
