import Button from "@mui/material/Button";
import { Link, useLocation, useNavigate } from "react-router";
import { canTurn, type Country } from "#common/directions/model.ts";
import { riskOf } from "#common/directions/risk.ts";
import { wantedOf } from "#common/directions/plan.ts";
import { paths } from "#paths";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { useQuickOpen } from "../apply/useQuickOpen.ts";
import { useDraft } from "../draft/context.ts";
import { allTurned } from "../draft/wishes.ts";
import { useTestText } from "./messages.ts";
import styles from "./TestNumber.module.css";

interface Props {
  code: string;
  sharing: readonly Country[];
  open: boolean | undefined;
  /** The number itself is of a range that is marked. */
  risky: boolean;
}

/** What can be done about a number: open its direction, or look at it in the list. */
export function WayOn({ code, sharing, open, risky }: Props) {
  const t = useTestText();
  const { wishes } = useDraft();
  const changing = sharing.some((country) => wantedOf(country, sharing, wishes) !== country.open);
  const closed = sharing.filter((country) => canTurn(country, true));
  return (
    <>
      {changing && <p className={styles.soft}>{t("numberTest.inDraft")}</p>}
      <div className={styles.buttons}>
        {changing && <ReviewButton />}
        {!changing && open === false && closed.length > 0 && (
          <OpenButton countries={closed} risky={risky} />
        )}
        <Button
          component={Link}
          to={{
            pathname: paths.directions(),
            search: `?${new URLSearchParams({ q: `+${code}` })}`,
          }}
          variant="outlined"
        >
          {t("numberTest.inList")}
        </Button>
      </div>
    </>
  );
}

/** One harmless country is opened at once; several, or what is marked, go by the review. */
function OpenButton({ countries, risky }: { countries: readonly Country[]; risky: boolean }) {
  const t = useTestText();
  const { setWishes } = useDraft();
  const quickOpen = useQuickOpen();
  const opening = useSingleFlight();
  const toReview = useToReview();
  const [only, ...others] = countries;
  const atOnce = others.length === 0 && !risky && !countries.some((country) => riskOf(country));
  return (
    <Button
      variant="contained"
      loading={opening.running}
      loadingPosition="start"
      onClick={() => {
        if (atOnce && only !== undefined) {
          void opening.run(() => quickOpen(only));
          return;
        }
        setWishes((latest) => allTurned(latest, countries, true));
        toReview();
      }}
    >
      {t(atOnce ? "numberTest.open" : "numberTest.openReview")}
    </Button>
  );
}

function ReviewButton() {
  const t = useTestText();
  const toReview = useToReview();
  return (
    <Button variant="contained" onClick={toReview}>
      {t("numberTest.review")}
    </Button>
  );
}

/** Goes to the review in this panel's place: Back leads to the list, as from any panel. */
function useToReview(): () => void {
  const navigate = useNavigate();
  const { state } = useLocation();
  return () => {
    void navigate(paths.directionsReview(), {
      replace: true,
      state: state as unknown,
      preventScrollReset: true,
    });
  };
}
