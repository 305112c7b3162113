import { AdminsOnly } from "#common/AdminsOnly.tsx";
import IconButton from "@mui/material/IconButton";
import { useMemo } from "react";
import type { SmartNumber } from "#api/smartNumbers.ts";
import { CopyButton } from "#common/CopyButton.tsx";
import { type FormatPhone, usePhoneFormat } from "#common/phone.ts";
import { providerDate } from "#common/providerDate.ts";
import { useLocale } from "#i18n/messages.ts";
import { Icon } from "#ui/icons.tsx";
import type { Column } from "#ui/table/columns.ts";
import { useMediaQuery } from "#ui/useMediaQuery.ts";
import { useText } from "#i18n/texts.ts";
import { NumberRoleBadge } from "../NumberRoleBadge.tsx";
import type { SmartRow } from "../view.ts";
import styles from "./SmartPage.module.css";

/** On narrower screens the date is below the description or left out. */
const NARROW = "screen and (min-width: 43.75em) and (max-width: 68.6875em)";

/** The columns of the list; the same array while language, formatting and width stay the same. */
export function useColumns(onDelete: (number: SmartNumber) => void): readonly Column<SmartRow>[] {
  const t = useText();
  const phone = usePhoneFormat();
  const locale = useLocale();
  const narrow = useMediaQuery(NARROW);
  return useMemo(() => {
    const columns: Column<SmartRow>[] = [
      {
        id: "phoneX",
        header: t("smart.column.phoneX"),
        width: "13.5rem",
        sortable: true,
        cell: (row) => (
          <Phone of="X" digits={row.phoneX} format={phone} strong>
            {row.added && <span className={`strong ${styles.added}`}>{t("smart.new")}</span>}
          </Phone>
        ),
      },
      {
        id: "phoneB",
        header: t("smart.column.phoneB"),
        width: "11rem",
        sortable: true,
        cell: (row) => <Phone of="B" digits={row.phoneB} format={phone} />,
      },
      {
        id: "phoneA",
        header: t("smart.column.phoneA"),
        width: "11rem",
        sortable: true,
        cell: (row) => <Phone of="A" digits={row.phoneA} format={phone} />,
      },
      {
        id: "description",
        header: t("smart.column.description"),
        sortable: true,
        cell: (row) =>
          row.description === "" ? (
            <span className="muted" title={t("smart.noDescription")}>
              {t("smart.noDescription")}
            </span>
          ) : (
            <span title={row.description}>{row.description}</span>
          ),
      },
      {
        id: "created",
        header: t("smart.column.created"),
        width: "12rem",
        sortable: true,
        cell: (row) => {
          const date = providerDate(row.created_at, locale);
          return (
            <span className="muted" title={t("smart.createdAt", { date: row.created_at })}>
              {date}
            </span>
          );
        },
      },
      {
        id: "actions",
        header: t("smart.column.actions"),
        width: "6.5rem",
        cell: (row) => <Actions row={row} phone={phone} onDelete={onDelete} />,
      },
    ];
    return narrow ? columns.filter(({ id }) => id !== "created") : columns;
  }, [t, phone, locale, narrow, onDelete]);
}

interface PhoneProps {
  of: "A" | "B" | "X";
  digits: string;
  format: FormatPhone;
  strong?: boolean;
  children?: React.ReactNode;
}

/** One of the three numbers; on a phone, without column headers, its letter tells which. */
function Phone({ of, digits, format, strong = false, children }: PhoneProps) {
  return (
    <span className={`inline-row gap-8 ${strong ? "strong" : ""} ${styles.phone}`}>
      <NumberRoleBadge of={of} />
      {digits === "" ? "—" : format(digits)}
      {children}
    </span>
  );
}

interface ActionsProps {
  row: SmartRow;
  phone: FormatPhone;
  onDelete: (number: SmartNumber) => void;
}

function Actions({ row, phone, onDelete }: ActionsProps) {
  const t = useText();
  const shown = phone(row.phoneX);
  const remove = t("smart.delete", { x: shown });
  const copied = /^\d+$/.test(row.phoneX) ? `+${row.phoneX}` : row.phoneX;
  return (
    <span className={`beside gap-4 ${styles.actions}`}>
      <CopyButton what={shown} text={() => Promise.resolve(copied)} />
      <AdminsOnly>
        <IconButton aria-label={remove} title={remove} onClick={() => onDelete(row)}>
          <Icon name="trash" />
        </IconButton>
      </AdminsOnly>
    </span>
  );
}
