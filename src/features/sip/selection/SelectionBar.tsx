import Button from "@mui/material/Button";
import { Link, useLocation } from "react-router";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import type { SipRow } from "#domain/sip/rows.ts";
import { select, useSelection } from "#domain/sip/selection.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { BottomBar } from "#ui/BottomBar.tsx";
import { focusPageTitle } from "#ui/pageTitle.ts";
import { PHONE, useMediaQuery } from "#ui/useMediaQuery.ts";

interface Props {
  rows: readonly SipRow[];
  /** Those that the filters show. */
  shown: readonly SipRow[];
}

/** How many accounts are ticked, and what can be done with them. */
export function SelectionBar({ rows, shown }: Props) {
  const t = useText();
  const { search } = useLocation();
  const selected = useSelection();
  const n = rows.filter(({ id }) => selected.has(id)).length;
  const hidden = n - shown.filter(({ id }) => selected.has(id)).length;
  const phone = useMediaQuery(PHONE);
  const isMore = n - hidden < shown.length;
  const words = [
    ...(n > 0 ? [t("bulk.selected", { n })] : []),
    ...(hidden > 0 ? [t("bulk.hidden", { n: hidden })] : []),
  ];
  return (
    <BottomBar words={words.join(" · ")} shown={n > 0}>
      <Button
        onClick={() => {
          focusPageTitle();
          select();
        }}
      >
        {t("bulk.clear")}
      </Button>
      {phone && isMore && (
        <Button
          onClick={() =>
            select(
              true,
              shown.map(({ id }) => id),
            )
          }
        >
          {t("bulk.all", { n: shown.length })}
        </Button>
      )}
      <Button component={Link} to={paths.sipHandover([...selected])} state={OVER_PAGE}>
        {t("bulk.handOver")}
      </Button>
      <Button component={Link} to={paths.sipBulk()} state={{ list: search }} variant="contained">
        {t("bulk.edit")}
      </Button>
    </BottomBar>
  );
}
