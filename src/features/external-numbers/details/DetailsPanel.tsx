import { useOutletContext, useLocation, useParams } from "react-router";
import type { ExternalRow } from "#common/external/rows.ts";
import type { useExternalRows } from "#common/external/useExternalRows.ts";
import { ErrorNotice } from "#common/ErrorNotice.tsx";
import { usePhoneFormat } from "#common/phone.ts";
import { useClosePanel } from "#common/useClosePanel.ts";
import { idOf, paths } from "#paths";
import { usePanelTitle } from "#ui/pageTitle.ts";
import { SidePanel } from "#ui/SidePanel.tsx";
import panel from "#ui/SidePanel.module.css";
import { useExternalText } from "../messages.ts";
import { withoutOpened } from "../places.ts";
import { Actions } from "./Actions.tsx";
import { Details } from "./Details.tsx";

type Numbers = ReturnType<typeof useExternalRows>;

/** `/external-numbers/:type/:id`: one number. */
export function DetailsPanel() {
  const { type, id } = useParams();
  const numbers = useOutletContext<Numbers>();
  const row = numbers.rows.find(
    ({ kind, connectionId }) => kind === type && connectionId === idOf(id),
  );
  return <Panel numbers={numbers} row={row} />;
}

/** The same for a row without an address of its own, opened by the list's. */
export function RowPanel({ numbers, id }: { numbers: Numbers; id: string }) {
  return <Panel numbers={numbers} row={numbers.rows.find((row) => row.id === id)} />;
}

function Panel({ numbers, row }: { numbers: Numbers; row: ExternalRow | undefined }) {
  const t = useExternalText();
  const phone = usePhoneFormat();
  const { search } = useLocation();
  const close = useClosePanel({ pathname: paths.externalNumbers(), search: withoutOpened(search) });
  const title = row === undefined ? t("externalDetails.title") : phone(row.number);
  usePanelTitle(title);
  const { data, isError, error } = numbers.list;
  return (
    <SidePanel title={title} onClose={() => void close()}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and may hold nothing that takes the focus */}
      <div className={panel.body} tabIndex={0} role="region" aria-label={title}>
        {row !== undefined && <Details row={row} number={title} />}
        {row === undefined && data !== undefined && (
          <p role="status">{t("externalDetails.gone")}</p>
        )}
        {data === undefined && isError && <ErrorNotice error={error} />}
        {data === undefined && !isError && <p role="status">{t("external.loading")}</p>}
      </div>
      {row !== undefined && <Actions row={row} number={title} />}
    </SidePanel>
  );
}
