import Button from "@mui/material/Button";
import { Link, useLocation } from "react-router";
import { useText } from "#i18n/texts.ts";
import { isEmpty } from "./plan.ts";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { focusPageTitle } from "#ui/pageTitle.ts";
import { toast } from "#ui/toasts.ts";
import styles from "#ui/BottomBar.module.css";
import { useDraft } from "./context.ts";
import { LeaveGuard } from "./LeaveGuard.tsx";

/** Sums up the draft and links to the review; asks before it is discarded. */
export function DraftBar() {
  const t = useText();
  const { pathname, search } = useLocation();
  const { staged, plan, setStaged } = useDraft();
  const opens = plan.opens.length + plan.impliedOpens.length;
  const closes = plan.closes.length + plan.impliedCloses.length;
  const parts = [
    ...(opens > 0 ? [t("directions.willOpen", { n: opens })] : []),
    ...(closes > 0 ? [t("directions.willClose", { n: closes })] : []),
    ...(plan.conflicts.length > 0 ? [t("directions.conflicts", { n: plan.conflicts.length })] : []),
  ];
  const discard = () => {
    focusPageTitle();
    setStaged(new Map());
    // Changes staged since then take precedence.
    const restore = () => setStaged((latest) => new Map([...staged, ...latest]));
    toast("success", t("directions.discarded"), { label: t("directions.restore"), run: restore });
  };
  const filled = !isEmpty(plan);
  return (
    <>
      <div className={styles.place} data-bottom-bar={filled || undefined}>
        <div className={filled ? `row wrap gap-8-16 tabular ${styles.bar}` : undefined}>
          <span role="status" className={`strong ${styles.words}`}>
            {parts.join(" · ")}
          </span>
          {filled && (
            <div className="beside gap-8">
              <Button onClick={discard}>{t("directions.discard")}</Button>
              <Button
                component={Link}
                to={{ pathname: paths.directionsReview(), search }}
                state={OVER_PAGE}
                preventScrollReset
                variant="contained"
              >
                {t("directions.review")}
              </Button>
            </div>
          )}
        </div>
      </div>
      {pathname !== paths.directionsImport() && <LeaveGuard />}
    </>
  );
}
