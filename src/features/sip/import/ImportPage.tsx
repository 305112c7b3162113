import { useQueryClient } from "@tanstack/react-query";
import Button from "@mui/material/Button";
import { useDeferredValue, useMemo } from "react";
import { Link, useNavigate } from "react-router";
import { useIsAdmin } from "#common/login.ts";
import { readRows } from "#common/source/source.ts";
import { SourceInput } from "#common/source/SourceInput.tsx";
import { SourceProblemNotice } from "#common/source/SourceProblemNotice.tsx";
import { useSource } from "#common/source/useSource.ts";
import { isPartial } from "#common/query.ts";
import type { Batch } from "#domain/batch/batch.ts";
import { useSipRows } from "#domain/sip/useSipRows.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { BottomBar } from "#ui/BottomBar.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { DraftNotice } from "#ui/form/draft/DraftNotice.tsx";
import field from "#ui/form/Form.module.css";
import { PageHeader } from "#ui/PageHeader.tsx";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { useBatch } from "../batch/useBatch.ts";
import { type ColumnName, readAccountList, type Reading } from "./columns.ts";
import styles from "./Import.module.css";
import { ImportPreview } from "./ImportPreview.tsx";
import { EXISTING, type Existing, type PlannedLine } from "./plan.ts";
import { useLineProblemText } from "./useLineProblemText.ts";
import { usePlan } from "./usePlan.ts";

const NO_LINES: readonly PlannedLine[] = [];
const OPTIONS = { place: paths.sipImport(), modes: EXISTING };

/** `/sip/import`: creates and changes accounts from a file or a pasted list. */
export function ImportPage() {
  const t = useText();
  const isAdmin = useIsAdmin();
  return (
    <>
      <PageHeader title={t("accountList.title")} lead={t("accountList.lead")} />
      {isAdmin ? (
        <Import />
      ) : (
        <EmptyState icon="eye" title={t("role.notYours")} text={t("role.readOnly")} />
      )}
    </>
  );
}

function Import() {
  const t = useText();
  const { input, mode, setMode, found, discard, leave, ...given } = useSource<Existing>(OPTIONS);
  const { rows: accounts, accounts: query } = useSipRows();
  const source = useDeferredValue(given.source);
  const read = useMemo(() => (source === undefined ? undefined : readRows(source)), [source]);
  const reading = useMemo(
    () => (read !== undefined && "rows" in read ? readAccountList(read.rows) : undefined),
    [read],
  );
  // Compared with half a list, what exists would be created again.
  // What was typed last is not compared yet: only what is shown is sent.
  const isShown = source === given.source;
  const isKnown = query.data !== undefined && !isPartial(query.data);
  const plan = usePlan(reading, mode, isKnown ? accounts : undefined);
  const { lines } = plan;
  return (
    <>
      <div className={styles.columns}>
        <form
          className={`card stack gap-20 ${styles.form}`}
          noValidate
          onSubmit={(event) => event.preventDefault()}
        >
          <DraftNotice found={found} onDiscard={discard} />
          <SourceInput {...input} help={t("accountList.pasteHelp")} />
          {reading !== undefined && <Columns reading={reading} />}
          {lines?.some(({ kind }) => kind !== "create" && kind !== "problem") && (
            <ExistingChoice mode={mode} onChange={setMode} />
          )}
        </form>
        <div className="stack gap-12">
          {read !== undefined && "problem" in read && (
            <SourceProblemNotice problem={read.problem} />
          )}
          {reading === undefined ? (
            <EmptyState
              icon="rows"
              title={t("accountList.none")}
              text={t("accountList.noneText")}
            />
          ) : (
            <ImportPreview plan={plan} reading={reading} accounts={query} isKnown={isKnown} />
          )}
        </div>
      </div>
      {reading !== undefined && (
        <Send lines={isShown ? lines : undefined} reading={reading} onSent={leave} />
      )}
    </>
  );
}

/** How the columns were understood. */
function Columns({ reading: { columns, unknown } }: { reading: Reading }) {
  const t = useText();
  const name = (column: ColumnName) => t(`accountList.column.${column}`);
  const used: ColumnName[] = columns.filter(
    (column) => column !== "state" && column !== "scenario",
  );
  const unused = [...columns.filter((column) => !used.includes(column)).map(name), ...unknown];
  return (
    <div className="small stack gap-4">
      <p>{t("accountList.columns", { names: [...new Set(used)].map(name).join(", ") || "–" })}</p>
      {unused.length > 0 && (
        <p className="muted">{t("accountList.unused", { names: unused.join(", ") })}</p>
      )}
    </div>
  );
}

function ExistingChoice({
  mode,
  onChange,
}: {
  mode: Existing;
  onChange: (mode: Existing) => void;
}) {
  const t = useText();
  return (
    <fieldset className={field.field}>
      <legend className="small strong">{t("accountList.existing")}</legend>
      {EXISTING.map((each) => (
        <label key={each} className={`beside gap-8 ${field.radio}`}>
          <input
            type="radio"
            name="existing"
            checked={each === mode}
            onChange={() => onChange(each)}
          />
          <span>{t(`accountList.existing.${each}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface SendProps {
  lines: readonly PlannedLine[] | undefined;
  reading: Reading;
  onSent: () => void;
}

/** Sends what would be created and changed. */
function Send({ lines = NO_LINES, reading, onSent }: SendProps) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const problemText = useLineProblemText();
  const isBusy = useBatch()?.running === true;
  const flight = useSingleFlight();
  const rows = lines.flatMap(({ row }) => row ?? []);
  const created = lines.filter(({ kind }) => kind === "create").length;
  const changed = rows.length - created;
  const send = async () => {
    const { startBatch } = await import("#domain/batch/runBatch.ts");
    const batch: Pick<Batch, "purpose" | "list"> = {
      purpose: changed === 0 ? "create" : "import",
      list: {
        header: reading.header,
        lines: lines.map(({ line, cells, kind, problem }) => ({
          line,
          cells,
          note:
            problem === undefined
              ? kind === "same" || kind === "skip"
                ? t(`accountList.kind.${kind}`)
                : undefined
              : problemText(problem),
        })),
      },
    };
    void startBatch(client, batch, rows);
    onSent();
    await navigate(paths.sipBatch(), { replace: true });
  };
  const refused = lines.length - rows.length - lines.filter(isUntouched).length;
  const words = isBusy
    ? t("batch.another")
    : refused > 0
      ? t("accountList.refused", { n: refused })
      : "";
  return (
    <BottomBar words={words} shown>
      <Button component={Link} to={paths.sip()}>
        {t("ui.cancel")}
      </Button>
      <Button
        variant="contained"
        disabled={rows.length === 0 || isBusy}
        loading={flight.running}
        onClick={() => void flight.run(send)}
      >
        {created > 0 && changed > 0
          ? t("accountList.sendBoth", { created, changed })
          : changed > 0
            ? t("accountList.sendChange", { n: changed })
            : t("accountList.sendCreate", { n: created })}
      </Button>
    </BottomBar>
  );
}

const isUntouched = ({ kind }: PlannedLine) => kind === "same" || kind === "skip";
