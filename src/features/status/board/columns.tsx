import { useMemo } from "react";
import { Link, useLocation } from "react-router";
import { type FormatPhone, usePhoneFormat } from "#common/phone.ts";
import { shareText } from "#common/history/figuresText.ts";
import { SipStateLabel } from "#common/sip/SipStateLabel.tsx";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import type { Column } from "#ui/table/columns.ts";
import { useMediaQuery } from "#ui/useMediaQuery.ts";
import { useLocale } from "#i18n/messages.ts";
import { type Text, useText } from "#i18n/texts.ts";
import { Flapping } from "./Flapping.tsx";
import { Since } from "../watch/Since.tsx";
import { WatchButton } from "../watch/WatchButton.tsx";
import type { BoardRow } from "./rows.ts";

/** The table alone has room for caller IDs, and beside the last changes if the screen is large. */
const WIDE = "(min-width: 87.5em) and (max-width: 104.99em), (min-width: 110em)";

/** The columns of the board; the same array while language and formatting stay the same. */
export function useColumns(): readonly Column<BoardRow>[] {
  const t = useText();
  const phone = usePhoneFormat();
  const locale = useLocale();
  const isWide = useMediaQuery(WIDE);
  return useMemo(
    (): Column<BoardRow>[] => [
      {
        id: "state",
        header: t("board.column.state"),
        width: "12.5rem",
        sortable: true,
        cell: (row) => (
          <span className="row gap-8">
            <SipStateLabel state={row.account.state} />
            {row.flapping && <Flapping />}
          </span>
        ),
      },
      {
        id: "since",
        header: t("board.column.since"),
        width: "12.5rem",
        sortable: true,
        cell: (row) =>
          row.observation === undefined || row.account.state === "unknown" ? null : (
            <Since
              observation={row.observation}
              className={row.observation.exact ? undefined : "muted"}
            />
          ),
      },
      {
        id: "extension",
        header: t("board.column.extension"),
        width: "7.5rem",
        sortable: true,
        cell: (row) => row.account.extension,
      },
      {
        id: "name",
        header: t("board.column.name"),
        sortable: true,
        cell: (row) => <Name row={row} />,
      },
      {
        id: "drops",
        header: t("board.column.drops"),
        width: "7rem",
        sortable: true,
        cell: ({ week }) => week !== undefined && t("board.times", { n: week.drops }),
      },
      {
        id: "share",
        header: t("board.column.share"),
        width: "7.5rem",
        sortable: true,
        cell: ({ week }) => typeof week?.share === "number" && shareText(week.share, locale),
      },
      ...(isWide ? [callerIdColumn(t, phone)] : []),
      {
        id: "watch",
        header: t("board.column.watch"),
        width: "5.5rem",
        cell: ({ id, watched, account }) => (
          <WatchButton id={id} name={`${account.extension} ${account.name}`} watched={watched} />
        ),
      },
    ],
    [t, phone, locale, isWide],
  );
}

const callerIdColumn = (t: Text, phone: FormatPhone): Column<BoardRow> => ({
  id: "callerId",
  header: t("board.column.callerId"),
  width: "10.5rem",
  sortable: true,
  cell: ({ account: { callerId } }) =>
    callerId === undefined ? (
      <span className="muted">{t("board.noCallerId")}</span>
    ) : (
      phone(callerId)
    ),
});

/** Opens the details over the board, whose search and filters stay as they are. */
function Name({ row }: { row: BoardRow }) {
  const { search } = useLocation();
  return (
    <Link
      className="row-link"
      to={{ pathname: paths.statusAccount(row.id), search }}
      state={OVER_PAGE}
      preventScrollReset
      title={row.account.name}
    >
      {row.account.name}
    </Link>
  );
}
