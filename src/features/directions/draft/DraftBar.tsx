import Button from "@mui/material/Button";
import { Link, useLocation } from "react-router";
import { useText } from "#i18n/texts.ts";
import { isEmpty } from "./plan.ts";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { BottomBar } from "#ui/BottomBar.tsx";
import { focusPageTitle } from "#ui/pageTitle.ts";
import { toast } from "#ui/toasts.ts";
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
      <BottomBar words={parts.join(" · ")} shown={filled}>
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
      </BottomBar>
      {pathname !== paths.directionsImport() && <LeaveGuard />}
    </>
  );
}
