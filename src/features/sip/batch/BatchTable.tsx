import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Link } from "react-router";
import type { Names } from "#common/journal/describe.ts";
import { pickAccountsQuery } from "#common/pickers/queries.ts";
import type { BatchRow, RowStatus } from "#domain/batch/batch.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { Icon } from "#ui/icons.tsx";
import type { Column } from "#ui/table/columns.ts";
import styles from "./BatchTable.module.css";
import { ChangesTable, useChangeNames } from "./ChangesTable.tsx";
import { changeLines } from "./changeText.ts";
import { Lines } from "./Lines.tsx";

/** What each row changes and what became of it. */
export function BatchTable({ rows }: { rows: readonly BatchRow[] }) {
  const t = useText();
  const forwards = rows.some(({ step }) => step.kind === "setForwarding");
  const columns = useBatchColumns(forwards);
  return (
    <ChangesTable
      label={t("batch.title")}
      className={styles.table}
      columns={columns}
      rows={rows}
      steps={stepsOf}
    />
  );
}

const stepsOf = (row: BatchRow) => [row];

/** As `useChangeNames`, with the accounts to which forwarding leads. */
function useNamesWithAccounts(forwards: boolean): Names {
  const names = useChangeNames();
  const { data } = useQuery({ ...pickAccountsQuery(), enabled: forwards });
  return useMemo(() => {
    const accounts = new Map(data?.items.map((one) => [one.id, `${one.number} ${one.name}`]));
    return { ...names, account: (id) => accounts.get(id) };
  }, [names, data]);
}

function useBatchColumns(forwards: boolean): readonly Column<BatchRow>[] {
  const t = useText();
  const names = useNamesWithAccounts(forwards);
  return useMemo(
    () => [
      {
        id: "number",
        header: t("sip.column.extension"),
        width: "7rem",
        cell: ({ number }) => number,
      },
      { id: "name", header: t("sip.column.name"), width: "22%", cell: (row) => <Name row={row} /> },
      {
        id: "change",
        header: t("batch.column.change"),
        cell: (row) => <Lines lines={changeLines(row, t, names)} />,
      },
      {
        id: "state",
        header: t("batch.column.status"),
        width: "26%",
        cell: ({ status, reason }) => <Status status={status} reason={reason} />,
      },
    ],
    [t, names],
  );
}

/** Leads to the account, where there is one. */
function Name({ row: { name, step, status, createdId } }: { row: BatchRow }) {
  const isGone = step.kind === "deleteAccount" && status === "done";
  const id = "id" in step ? step.id : step.kind === "createAccount" ? createdId : undefined;
  if (id === undefined || isGone) return <span title={name}>{name}</span>;
  return (
    <Link to={paths.sipAccount(id)} title={name}>
      {name}
    </Link>
  );
}

const MARKS = { done: "check", failed: "warning", unknown: "warning" } as const;
const TONES = { done: "online", failed: "offline", unknown: "attention" } as const;

function Status({ status, reason }: { status: RowStatus; reason: string | undefined }) {
  const t = useText();
  const text = t(`batch.status.${status}`);
  if (status === "open" || status === "sending") return <span className="muted">{text}</span>;
  const words = reason === undefined ? text : `${text}: ${reason}`;
  return (
    <span className={`${styles.change} ${TONES[status]}`} title={words}>
      <Icon name={MARKS[status]} size={14} /> {words}
    </span>
  );
}
