import Button from "@mui/material/Button";
import { EmptyState } from "#ui/EmptyState.tsx";
import { focusPageTitle } from "#ui/pageTitle.ts";
import { useText } from "#i18n/texts.ts";

/** Asked for what is open where nothing is, one is taught the first step. */
export function NoneOpen({ onShowAll }: { onShowAll: () => void }) {
  const t = useText();
  return (
    <EmptyState
      icon="globe"
      title={t("directions.noneOpen")}
      text={<p>{t("directions.noneOpenText")}</p>}
      actions={
        <Button
          variant="outlined"
          onClick={() => {
            focusPageTitle();
            onShowAll();
          }}
        >
          {t("directions.showAll")}
        </Button>
      }
    />
  );
}
