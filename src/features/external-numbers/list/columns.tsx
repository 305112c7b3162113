import { useMemo } from "react";
import { Link, useLocation } from "react-router";
import type { ExternalRow } from "#domain/externalNumbers/rows.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import type { Column } from "#ui/table/columns.ts";
import { useMediaQuery } from "#ui/useMediaQuery.ts";
import { useText } from "#i18n/texts.ts";
import { detailsPath } from "../places.ts";
import { ActionCell, ConnectionCell, KindCell, SourceCell } from "./cells.tsx";

/** On narrower screens only the details show kind and servers. */
const NARROW = "(max-width: 68.6875em)";
/** From this width on there is room for the names of the kinds. */
const WIDE = "(min-width: 93.75em)";
const WIDE_ONLY = ["kind", "source"];

/** The columns of the list; the same array while language, address and width stay the same. */
export function useColumns(): readonly Column<ExternalRow>[] {
  const t = useText();
  const phone = usePhoneFormat();
  const narrow = useMediaQuery(NARROW);
  const wide = useMediaQuery(WIDE);
  const { search } = useLocation();
  return useMemo(() => {
    const columns: Column<ExternalRow>[] = [
      {
        id: "number",
        header: t("external.column.number"),
        width: "9.5rem",
        sortable: true,
        cell: (row) => (
          <Link
            className="row-link"
            to={detailsPath(row, search)}
            state={OVER_PAGE}
            title={row.number}
            preventScrollReset
          >
            {phone(row.number)}
          </Link>
        ),
      },
      {
        id: "kind",
        header: t("external.column.kind"),
        width: wide ? "15.5rem" : "6.5rem",
        sortable: true,
        cell: (row) => <KindCell row={row} short={!wide} />,
      },
      {
        id: "source",
        header: t("external.column.source"),
        sortable: true,
        cell: (row) => <SourceCell row={row} />,
      },
      {
        id: "state",
        header: t("external.column.state"),
        ...(narrow ? {} : { width: "26rem" }),
        sortable: true,
        cell: (row) => <ConnectionCell row={row} number={phone(row.number)} />,
      },
      {
        id: "actions",
        header: t("external.column.actions"),
        width: wide ? "11.5rem" : "9rem",
        cell: (row) => <ActionCell row={row} number={phone(row.number)} search={search} />,
      },
    ];
    return narrow ? columns.filter(({ id }) => !WIDE_ONLY.includes(id)) : columns;
  }, [t, phone, narrow, wide, search]);
}
