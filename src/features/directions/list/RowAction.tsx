import { AdminsOnly } from "#common/AdminsOnly.tsx";
import { useLocation, useNavigate } from "react-router";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { useText } from "#i18n/texts.ts";
import { useQuickOpen } from "../apply/useQuickOpen.ts";
import { useDraft } from "../draft/context.ts";
import type { PendingStatus } from "../draft/pendingStatus.ts";
import type { ReviewState } from "../review/state.ts";
import { withCode } from "../withCode.ts";
import styles from "./List.module.css";
import type { CountryRow } from "./view.ts";

interface Props {
  row: CountryRow;
  status: PendingStatus;
  risky: boolean;
  locked: boolean;
}

/** Opens a country with one click; opening a risky one, and closing, goes through the review. */
export function RowAction({ row: { country, own }, status, risky, locked }: Props) {
  const t = useText();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { setStaged } = useDraft();
  const quickOpen = useQuickOpen();
  const opening = useSingleFlight();
  const kind = actionKind(status, risky);
  if (locked || kind === undefined) return null;
  const review = (button: HTMLElement) => {
    // The button is unmounted while its country is in the draft; the review returns the focus to
    // it.
    button.closest("tr")?.querySelector("input")?.focus();
    const change = { open: kind === "openRisky", country };
    setStaged((latest) => new Map(latest).set(country.id, change));
    const to = { pathname: paths.directionsReview(), search };
    const state: ReviewState = { ...OVER_PAGE, added: country.id };
    void navigate(to, { state, preventScrollReset: true });
  };
  return (
    <AdminsOnly>
      <button
        type="button"
        className={`bare strong ${styles.quick}`}
        aria-label={
          opening.running
            ? t("directions.opening")
            : t(`directions.${kind}Name`, { country: withCode(own, country) })
        }
        aria-busy={opening.running}
        onClick={({ detail, currentTarget }) => {
          // The second press of a double click: by then the button does something else.
          if (detail > 1) return;
          if (kind === "open") void opening.run(() => quickOpen(country));
          else review(currentTarget);
        }}
      >
        {opening.running ? t("directions.opening") : t(`directions.${kind}`)}
      </button>
    </AdminsOnly>
  );
}

/** What the button of a row does; a row that the draft changes has none. */
function actionKind(
  status: PendingStatus,
  risky: boolean,
): "open" | "openRisky" | "close" | undefined {
  if (status === "closed") return risky ? "openRisky" : "open";
  return status === "open" || status === "openAs" ? "close" : undefined;
}
