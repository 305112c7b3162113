import { useLocation, useNavigate } from "react-router";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { useQuickOpen } from "../apply/useQuickOpen.ts";
import { useDraft } from "../draft/context.ts";
import type { Fate } from "../draft/fate.ts";
import { useDirectionsText } from "../messages.ts";
import type { ReviewState } from "../review/state.ts";
import { withCode } from "../withCode.ts";
import styles from "./List.module.css";
import type { CountryRow } from "./view.ts";

interface Props {
  row: CountryRow;
  fate: Fate;
  risky: boolean;
  locked: boolean;
}

/** Opens a country with one click; what is risky, and closing, goes by the review. */
export function RowAction({ row: { country, own }, fate, risky, locked }: Props) {
  const t = useDirectionsText();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { setWishes } = useDraft();
  const quickOpen = useQuickOpen();
  const opening = useSingleFlight();
  const kind = kindOf(fate, risky);
  if (locked || kind === undefined) return null;
  const review = (button: HTMLElement) => {
    // The button goes while its country is in the draft; the review gives the focus back to this.
    button.closest("tr")?.querySelector("input")?.focus();
    const wish = { open: kind === "openRisky", country };
    setWishes((latest) => new Map(latest).set(country.id, wish));
    const to = { pathname: paths.directionsReview(), search };
    const state: ReviewState = { ...OVER_PAGE, added: country.id };
    void navigate(to, { state, preventScrollReset: true });
  };
  return (
    <button
      type="button"
      className={styles.quick}
      aria-label={
        opening.running
          ? t("directions.opening")
          : t(`directions.${kind}Name`, { country: withCode(own, country) })
      }
      aria-busy={opening.running}
      onClick={({ detail, currentTarget }) => {
        // The second half of a double click: the button means something else by then.
        if (detail > 1) return;
        if (kind === "open") void opening.run(() => quickOpen(country));
        else review(currentTarget);
      }}
    >
      {opening.running ? t("directions.opening") : t(`directions.${kind}`)}
    </button>
  );
}

/** What the button of a row does; a row that the draft changes has none. */
function kindOf(fate: Fate, risky: boolean): "open" | "openRisky" | "close" | undefined {
  if (fate === "closed") return risky ? "openRisky" : "open";
  return fate === "open" || fate === "openAs" ? "close" : undefined;
}
