import Button from "@mui/material/Button";
import { useRef } from "react";
import { Link, Outlet, useLocation } from "react-router";
import { useCountries } from "#common/directions/useCountries.ts";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { PageHeader } from "#ui/PageHeader.tsx";
import { useFocusKept } from "#ui/useFocusKept.ts";
import { DraftBar } from "../draft/DraftBar.tsx";
import { DraftProvider } from "../draft/DraftProvider.tsx";
import { useDirectionsText } from "../messages.ts";
import { DirectionsList } from "./DirectionsList.tsx";

/** `/directions`: countries that calls may go to. Review, test and import lie over it. */
export function DirectionsPage() {
  const t = useDirectionsText();
  const { search } = useLocation();
  const place = useRef<HTMLDivElement>(null);
  useFocusKept(place);
  const { countries, all, allowed } = useCountries();
  const over = { component: Link, state: OVER_PAGE, preventScrollReset: true } as const;
  return (
    <DraftProvider countries={countries}>
      <PageHeader
        title={t("directions.title")}
        lead={t("directions.lead")}
        actions={
          <>
            <Button {...over} to={{ pathname: paths.directionsImport(), search }}>
              {t("directions.import")}
            </Button>
            <Button {...over} to={{ pathname: paths.directionsTest(), search }} variant="outlined">
              {t("directions.test")}
            </Button>
          </>
        }
      />
      <div ref={place}>
        <DirectionsList all={all} allowed={allowed} />
        <DraftBar />
      </div>
      <Outlet />
    </DraftProvider>
  );
}
