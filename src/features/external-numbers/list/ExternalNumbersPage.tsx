import Button from "@mui/material/Button";
import { useRef } from "react";
import { Link, Outlet, useLocation, useSearchParams } from "react-router";
import { useExternalRows } from "#domain/externalNumbers/useExternalRows.ts";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { Icon } from "#ui/icons.tsx";
import { lazyPart } from "#ui/lazyPart.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { useFocusFallback } from "#ui/useFocusFallback.ts";
import { useText } from "#i18n/texts.ts";
import { openedRow } from "../places.ts";
import { ExternalList } from "./ExternalList.tsx";

const RowPanel = lazyPart(
  async () => (await import("../details/DetailsPanel.tsx")).RowPanel,
  () => undefined,
);

/** `/external-numbers`: numbers of other operators. One number and the forms lie over it. */
export function ExternalNumbersPage() {
  const t = useText();
  const { search } = useLocation();
  const opened = openedRow(useSearchParams()[0]);
  const numbers = useExternalRows();
  const place = useRef<HTMLDivElement>(null);
  useFocusFallback(place);
  return (
    <>
      <PageHeader
        title={t("external.title")}
        lead={t("external.lead")}
        actions={
          <Button
            component={Link}
            to={{ pathname: paths.externalNew(), search }}
            state={OVER_PAGE}
            variant="contained"
            startIcon={<Icon name="plus" size={16} />}
            preventScrollReset
          >
            {t("external.connect")}
          </Button>
        }
      />
      <div ref={place}>
        <ExternalList numbers={numbers} />
      </div>
      {opened !== null && <RowPanel numbers={numbers} id={opened} />}
      <Outlet context={numbers} />
    </>
  );
}
