import { useMemo } from "react";
import Button from "@mui/material/Button";
import { useText } from "#i18n/texts.ts";
import { Icon } from "#ui/icons.tsx";
import { Notice } from "#ui/Notice.tsx";
import type { Column } from "#ui/table/columns.ts";
import { ChangesTable, useChangeNames } from "../batch/ChangesTable.tsx";
import { changeLines } from "../batch/changeText.ts";
import { Lines } from "../batch/Lines.tsx";
import table from "../batch/BatchTable.module.css";
import type { Details, PlannedAccount } from "./plan.ts";
import type { EachRead } from "../useReadEach.ts";

interface Props {
  planned: readonly PlannedAccount[];
  isReading: boolean;
  read: EachRead<Details>;
}

/** What will become of each account, before anything is sent. */
export function BulkPreview({ planned, isReading, read }: Props) {
  const t = useText();
  const columns = usePreviewColumns();
  const changed = planned.filter(({ rows }) => rows.length > 0).length;
  const refused = planned.filter(({ problems }) => problems.length > 0).length;
  const failed = [...read.values.values()].filter((each) => each === "failed").length;
  return (
    <section className="stack gap-12" aria-labelledby="bulk-preview">
      <h2 id="bulk-preview" className="heading">
        {t("bulk.preview")}
      </h2>
      {failed > 0 && !isReading && (
        <Notice
          tone="problem"
          action={
            <Button size="small" onClick={read.retry}>
              {t("ui.retry")}
            </Button>
          }
        >
          {t("bulk.unreadSome", { n: failed, reason: read.reason ?? "" })}
        </Notice>
      )}
      <ChangesTable
        label={t("bulk.preview")}
        className={table.table}
        columns={columns}
        rows={planned}
        steps={stepsOf}
        moreLines={refused > 0 && changed > 0 ? 1 : 0}
      />
    </section>
  );
}

const stepsOf = ({ rows }: PlannedAccount) => rows;

function usePreviewColumns(): readonly Column<PlannedAccount>[] {
  const t = useText();
  const names = useChangeNames();
  return useMemo(
    () => [
      {
        id: "number",
        header: t("sip.column.extension"),
        width: "7rem",
        cell: ({ account }) => account.extension,
      },
      {
        id: "name",
        header: t("sip.column.name"),
        width: "30%",
        cell: ({ account: { name } }) => (
          <span className="truncate" title={name}>
            {name}
          </span>
        ),
      },
      {
        id: "change",
        header: t("batch.column.change"),
        cell: ({ rows, problems }) => {
          const lines = rows.flatMap((row) => changeLines(row, t, names));
          const why = problems.map((problem) => t(`bulk.problem.${problem}`)).join(" · ");
          return (
            <>
              {why !== "" && (
                <span className={`attention ${table.change}`} title={why}>
                  <Icon name="warning" size={14} /> {why}
                </span>
              )}
              {lines.length > 0 && <Lines lines={lines} />}
              {lines.length === 0 && why === "" && <span className="muted">{t("bulk.same")}</span>}
            </>
          );
        },
      },
    ],
    // The names come with their lists.
    [t, names],
  );
}
