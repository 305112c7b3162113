import Button from "@mui/material/Button";
import type { UseQueryResult } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { ErrorState } from "#common/ErrorState.tsx";
import { useReasonText } from "#common/errorText.ts";
import { LoadProgress } from "#common/LoadProgress.tsx";
import type { Collected } from "#common/query.ts";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { Icon } from "#ui/icons.tsx";
import { Notice } from "#ui/Notice.tsx";
import type { Column } from "#ui/table/columns.ts";
import list from "#ui/table/List.module.css";
import { ChangesTable, useChangeNames } from "../batch/ChangesTable.tsx";
import { changeLines } from "../batch/changeText.ts";
import { Lines } from "../batch/Lines.tsx";
import styles from "./Import.module.css";
import type { Reading } from "./columns.ts";
import type { PlannedLine } from "./plan.ts";
import type { Plan } from "./usePlan.ts";
import { useLineProblemText } from "./useLineProblemText.ts";

const KINDS = ["problem", "create", "update", "same", "skip"] as const;

interface Props {
  plan: Plan;
  reading: Reading;
  accounts: UseQueryResult<Collected<unknown>>;
  /** The office's accounts are all known. */
  isKnown: boolean;
}

/** What each line of a list would do; what can't be sent comes first. */
export function ImportPreview({ plan, reading, accounts, isKnown }: Props) {
  const t = useText();
  const { lines, numbersError } = plan;
  const formats = useFormats();
  const reasonText = useReasonText();
  const [only, setOnly] = useState<PlannedLine["kind"]>();
  const columns = usePreviewColumns();
  const shown = useMemo(() => sortAndFilter(lines ?? [], only), [lines, only]);
  if (accounts.data === undefined && accounts.isError) {
    return <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />;
  }
  return (
    <section className="stack gap-12" aria-labelledby="list-preview">
      <h2 id="list-preview" className="heading">
        {t("bulk.preview")}
      </h2>
      {!isKnown && (
        <LoadProgress
          list={accounts}
          loaded={accounts.data?.items.length ?? 0}
          onRetry={() => void accounts.refetch()}
        />
      )}
      {plan.isFailed && (
        <Notice
          tone="problem"
          urgent
          action={
            <Button size="small" onClick={plan.retry}>
              {t("ui.retry")}
            </Button>
          }
        >
          {t("ui.missing")}
        </Notice>
      )}
      {lines === undefined ? (
        !plan.isFailed && (
          <p role="status" className="muted small">
            {t("accountList.checking", { n: formats.number(reading.rows.length) })}
          </p>
        )
      ) : (
        <>
          {numbersError !== null && (
            <Notice tone="attention">
              {t("accountList.numbersUnread", { reason: reasonText(numbersError) })}
            </Notice>
          )}
          <div className={list.chips} role="group" aria-label={t("batch.filter")}>
            {KINDS.map((kind) => ({
              kind,
              n: lines.filter((line) => line.kind === kind).length,
            }))
              .filter(({ kind, n }) => n > 0 || only === kind)
              .map(({ kind, n }) => (
                <button
                  key={kind}
                  type="button"
                  className={list.chip}
                  aria-pressed={only === kind}
                  onClick={() => setOnly(only === kind ? undefined : kind)}
                >
                  {t(`accountList.kind.${kind}`)}{" "}
                  <span className="muted regular">{formats.number(n)}</span>
                </button>
              ))}
          </div>
          <ChangesTable
            label={t("bulk.preview")}
            className={styles.table}
            columns={columns}
            rows={shown}
            steps={stepsOf}
          />
        </>
      )}
    </section>
  );
}

const stepsOf = ({ row }: PlannedLine) => (row === undefined ? [] : [row]);

const isProblem = ({ kind }: PlannedLine) => kind === "problem";

function sortAndFilter(
  lines: readonly PlannedLine[],
  only: PlannedLine["kind"] | undefined,
): PlannedLine[] {
  if (only !== undefined) return lines.filter(({ kind }) => kind === only);
  return [...lines.filter(isProblem), ...lines.filter((line) => !isProblem(line))];
}

function usePreviewColumns(): readonly Column<PlannedLine>[] {
  const t = useText();
  const formats = useFormats();
  const names = useChangeNames();
  const problemText = useLineProblemText();
  return useMemo(
    () => [
      {
        id: "line",
        header: t("batch.csv.line"),
        width: "5rem",
        cell: ({ line }) => <span className="muted">{formats.number(line)}</span>,
      },
      {
        id: "number",
        header: t("sip.column.extension"),
        width: "7rem",
        cell: ({ number }) => number,
      },
      {
        id: "name",
        header: t("sip.column.name"),
        width: "28%",
        cell: ({ name }) => <span title={name}>{name}</span>,
      },
      {
        id: "change",
        header: t("batch.column.change"),
        cell: ({ kind, row, problem }) => {
          if (problem !== undefined) {
            const why = problemText(problem);
            return (
              <span className={`offline ${styles.problem}`} title={why}>
                <Icon name="warning" size={14} /> {why}
              </span>
            );
          }
          if (row === undefined) {
            return <span className="muted">{t(`accountList.kind.${kind}`)}</span>;
          }
          return <Lines lines={changeLines(row, t, names)} />;
        },
      },
    ],
    // The texts of problems change with the language alone.
    // oxlint-disable-next-line react/exhaustive-deps
    [t, formats, names],
  );
}
