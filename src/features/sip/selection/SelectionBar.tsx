import Button from "@mui/material/Button";
import { Link, useLocation } from "react-router";
import type { SipRow } from "#domain/sip/rows.ts";
import { select, useSelection } from "#domain/sip/selection.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { focusPageTitle } from "#ui/pageTitle.ts";
import styles from "#ui/BottomBar.module.css";

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
  return (
    <div className={styles.place} data-bottom-bar={n > 0 || undefined}>
      <div className={n > 0 ? `row wrap gap-8-16 tabular ${styles.bar}` : undefined}>
        <span role="status" className={`strong ${styles.words}`}>
          {n > 0 && t("bulk.selected", { n })}
          {hidden > 0 && ` · ${t("bulk.hidden", { n: hidden })}`}
        </span>
        {n > 0 && (
          <div className="beside gap-8">
            <Button
              onClick={() => {
                focusPageTitle();
                select();
              }}
            >
              {t("bulk.clear")}
            </Button>
            <Button
              component={Link}
              to={paths.sipBulk()}
              state={{ list: search }}
              variant="contained"
            >
              {t("bulk.edit")}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
