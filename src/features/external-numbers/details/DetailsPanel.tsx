import { useLocation } from "react-router";
import type { ExternalRow } from "#domain/externalNumbers/rows.ts";
import type { useExternalRows } from "#domain/externalNumbers/useExternalRows.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { useClosePanel } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { usePanelTitle } from "#ui/pageTitle.ts";
import { SidePanel } from "#ui/SidePanel.tsx";
import panel from "#ui/SidePanel.module.css";
import { useText } from "#i18n/texts.ts";
import { useRowFromRoute, type MissingReason } from "../useRowFromRoute.ts";
import { withoutOpened } from "../places.ts";
import { RowMissing } from "../RowMissing.tsx";
import { Actions } from "./Actions.tsx";
import { Details } from "./Details.tsx";

type Numbers = ReturnType<typeof useExternalRows>;

/** `/external-numbers/:type/:id`: one number. */
export function DetailsPanel() {
  const { key, found, why, list } = useRowFromRoute();
  return <Panel key={key} row={found?.row} why={why} list={list} />;
}

/** The same for a row without an address of its own, opened by the list's address. */
export function RowPanel({ numbers, id }: { numbers: Numbers; id: string }) {
  const row = numbers.rows.find((one) => one.id === id);
  return <Panel row={row} why="gone" list={numbers.list} />;
}

interface Props {
  row: ExternalRow | undefined;
  /** Shown where there is no row. */
  why: MissingReason;
  list: Numbers["list"];
}

function Panel({ row, why, list }: Props) {
  const t = useText();
  const phone = usePhoneFormat();
  const { search } = useLocation();
  const close = useClosePanel({ pathname: paths.externalNumbers(), search: withoutOpened(search) });
  const title = row === undefined ? t("externalDetails.title") : phone(row.number);
  usePanelTitle(title);
  return (
    <SidePanel title={title} onClose={() => void close()}>
      {row === undefined ? (
        <RowMissing list={list} why={why} />
      ) : (
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and may hold nothing that takes the focus */}
          <div className={panel.body} tabIndex={0} role="region" aria-label={title}>
            <Details row={row} number={title} />
          </div>
          <Actions row={row} number={title} />
        </>
      )}
    </SidePanel>
  );
}
