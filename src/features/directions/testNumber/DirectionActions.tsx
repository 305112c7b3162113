import Button from "@mui/material/Button";
import { Link, useLocation, useNavigate } from "react-router";
import { canToggle, type Country } from "#domain/directions/model.ts";
import { useText } from "#i18n/texts.ts";
import { getTargetState } from "../draft/plan.ts";
import { paths } from "#paths";
import { withParams } from "#ui/useAddressParams.ts";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { useQuickOpen } from "../apply/useQuickOpen.ts";
import { useDraft } from "../draft/context.ts";
import { stageAll } from "../draft/stagedChanges.ts";

interface Props {
  code: string;
  sharing: readonly Country[];
  open: boolean | undefined;
  /** The number or its country has a risk. */
  risky: boolean;
}

/**
 * What can be done about a number: open its direction, or show it in the list, where one of several
 * countries that share a code is chosen.
 */
export function DirectionActions({ code, sharing, open, risky }: Props) {
  const t = useText();
  const { staged } = useDraft();
  const changing = sharing.some(
    (country) => getTargetState(country, sharing, staged) !== country.open,
  );
  const [only, ...others] = sharing;
  const alone = only !== undefined && others.length === 0 && canToggle(only, true);
  const q = `?${new URLSearchParams({ q: `+${code}` })}`;
  return (
    <>
      {changing && <p className="muted small">{t("numberTest.inDraft")}</p>}
      <div className="buttons">
        {changing && <ReviewButton />}
        {!changing && open === false && alone && <OpenButton country={only} risky={risky} />}
        <Button
          component={Link}
          to={{ pathname: paths.directions(), search: q }}
          variant="outlined"
        >
          {t("numberTest.inList")}
        </Button>
      </div>
    </>
  );
}

/** A harmless country is opened at once; a risky one goes through the review. */
function OpenButton({ country, risky }: { country: Country; risky: boolean }) {
  const t = useText();
  const { setStaged } = useDraft();
  const quickOpen = useQuickOpen();
  const opening = useSingleFlight();
  const toReview = useToReview();
  return (
    <Button
      variant="contained"
      loading={opening.running}
      loadingPosition="start"
      onClick={() => {
        if (!risky) {
          void opening.run(() => quickOpen(country));
          return;
        }
        setStaged((latest) => stageAll(latest, [country], true));
        toReview();
      }}
    >
      {t(risky ? "numberTest.openReview" : "numberTest.open")}
    </Button>
  );
}

function ReviewButton() {
  const t = useText();
  const toReview = useToReview();
  return (
    <Button variant="contained" onClick={toReview}>
      {t("numberTest.review")}
    </Button>
  );
}

/** Replaces this panel by the review in the history: Back leads to the list, as from any panel. */
function useToReview(): () => void {
  const navigate = useNavigate();
  const { state, search } = useLocation();
  return () => {
    const kept = withParams(new URLSearchParams(search), { number: undefined });
    void navigate(
      { pathname: paths.directionsReview(), search: `?${kept}` },
      { replace: true, state: state as unknown, preventScrollReset: true },
    );
  };
}
