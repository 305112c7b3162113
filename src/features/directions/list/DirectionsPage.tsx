import { AdminsOnly } from "#common/AdminsOnly.tsx";
import { InvalidRowsNotice } from "#common/invalidRows/InvalidRowsNotice.tsx";
import { listAllowedDirections, listDirections } from "#api/directions.ts";
import Button from "@mui/material/Button";
import { useRef } from "react";
import { Link, Outlet, useLocation } from "react-router";
import { Switches } from "#common/switches/lazySwitches.ts";
import { useCountries } from "#domain/directions/useCountries.ts";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { DraftNotice } from "#ui/form/draft/DraftNotice.tsx";
import { focusPageTitle } from "#ui/pageTitle.ts";
import list from "#ui/table/List.module.css";
import { HeaderMore } from "#ui/HeaderMore.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { useFocusFallback } from "#ui/useFocusFallback.ts";
import { useText } from "#i18n/texts.ts";
import { ExportButton } from "../csv/ExportButton.tsx";
import { useDraft } from "../draft/context.ts";
import { DraftBar } from "../draft/DraftBar.tsx";
import { DraftProvider } from "../draft/DraftProvider.tsx";
import { DirectionsList } from "./DirectionsList.tsx";

function RestoredNotice() {
  const { found, discard } = useDraft();
  if (found === undefined) return null;
  return (
    <div className={list.notices}>
      <DraftNotice
        found={found}
        onDiscard={() => {
          focusPageTitle();
          discard();
        }}
      />
    </div>
  );
}

/** `/directions`: countries that may be called. Review, test and import open over it. */
export function DirectionsPage() {
  const t = useText();
  const { search } = useLocation();
  const place = useRef<HTMLDivElement>(null);
  useFocusFallback(place);
  const { countries, all, allowed, invalidAll, invalidAllowed } = useCountries();
  const over = { component: Link, state: OVER_PAGE, preventScrollReset: true } as const;
  return (
    <DraftProvider countries={countries} complete={all.data !== undefined && !allowed.isPending}>
      <PageHeader
        title={t("directions.title")}
        lead={t("directions.lead")}
        actions={
          <HeaderMore>
            <Button component={Link} to={`${paths.journal()}?kind=directions`}>
              {t("directions.changes")}
            </Button>
            <ExportButton countries={countries} />
            <AdminsOnly>
              <Button {...over} to={{ pathname: paths.directionsImport(), search }}>
                {t("directions.import")}
              </Button>
            </AdminsOnly>
            <Button {...over} to={{ pathname: paths.directionsTest(), search }} variant="outlined">
              {t("directions.test")}
            </Button>
          </HeaderMore>
        }
      />
      <div ref={place}>
        <RestoredNotice />
        <div className={list.notices}>
          <InvalidRowsNotice rows={invalidAll} operation={listDirections} />
          <InvalidRowsNotice rows={invalidAllowed} operation={listAllowedDirections} />
        </div>
        <Switches kind="direction" className={list.notices} />
        <DirectionsList all={all} allowed={allowed} />
        <DraftBar />
      </div>
      <Outlet />
    </DraftProvider>
  );
}
