import { useQueryClient } from "@tanstack/react-query";
import Button from "@mui/material/Button";
import { useMemo, useRef, useState } from "react";
import { Link, useNavigate } from "react-router";
import { countRows, type BatchRow, type RowCounts } from "#domain/batch/batch.ts";
import { type BatchState, closeBatch } from "#domain/batch/state.ts";
import { journalBatch } from "#domain/journal/addresses.ts";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { EmptyState } from "#ui/EmptyState.tsx";
import { Notice } from "#ui/Notice.tsx";
import { HeaderMore } from "#ui/HeaderMore.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { reloadIfStale } from "#ui/staleBuild.ts";
import { toast } from "#ui/toasts.ts";
import list from "#ui/table/List.module.css";
import { useFocusFallback } from "#ui/useFocusFallback.ts";
import { BatchTable } from "./BatchTable.tsx";
import { ResultButton } from "./ResultButton.tsx";
import { useBatch } from "./useBatch.ts";

/** `/sip/batch`: many changes that are sent together, and what became of each. */
export function BatchPage() {
  const t = useText();
  const state = useBatch();
  if (state === undefined) {
    return (
      <>
        <PageHeader title={t("batch.title")} />
        <EmptyState
          icon="rows"
          title={t("batch.none")}
          text={t("batch.noneText")}
          actions={
            <Button component={Link} to={paths.sip()} variant="contained">
              {t("bulk.toList")}
            </Button>
          }
        />
      </>
    );
  }
  return <Batch state={state} />;
}

function Batch({ state }: { state: BatchState }) {
  const t = useText();
  const { batch, rows, running } = state;
  const counts = countRows(rows);
  const about = batch.about ?? "";
  const page = useRef<HTMLDivElement>(null);
  // Buttons come and go with what can be done.
  useFocusFallback(page);
  return (
    <div ref={page}>
      <PageHeader
        title={t(`batch.purpose.${batch.purpose}`, { n: rows.length, about })}
        actions={
          <>
            <HeaderMore>
              <ResultButton state={state} />
              {!running && counts.done > 0 && (
                <Button component={Link} to={journalBatch(batch.id)}>
                  {t("batch.undo")}
                </Button>
              )}
            </HeaderMore>
            <Actions state={state} counts={counts} />
          </>
        }
      />
      <div className="stack gap-16">
        <Progress state={state} counts={counts} />
        <Notices state={state} counts={counts} />
        <Rows rows={rows} counts={counts} />
      </div>
    </div>
  );
}

/** Only sending needs it. */
const loadRunner = () => import("#domain/batch/runBatch.ts");
type Runner = Awaited<ReturnType<typeof loadRunner>>;

interface PartProps {
  state: BatchState;
  counts: RowCounts;
}

function Actions({ state, counts }: PartProps) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { running, stopping } = state;
  const left = counts.open + counts.sending + counts.unknown;
  if (running) {
    return (
      <Button
        variant="contained"
        loading={stopping}
        onClick={() => void loadRunner().then((runner) => runner.stopBatch())}
      >
        {t("batch.stop")}
      </Button>
    );
  }
  const toHandOver = running ? [] : newCredentials(state.rows);
  // Going on without a step is possible, and not what most want.
  const isStepFailed = state.batch.inOrder === true && counts.failed > 0;
  const run = (start: (runner: Runner) => Promise<void>) =>
    void loadRunner().then(start, async () => {
      if (!(await reloadIfStale())) toast("error", t("ui.missing"));
    });
  const close = async () => {
    await closeBatch();
    await navigate(paths.sip());
  };
  return (
    <>
      {left > 0 && (
        <Button
          variant={isStepFailed ? "text" : "contained"}
          onClick={() => run((runner) => runner.continueBatch(client))}
        >
          {t(isStepFailed ? "batch.skip" : "batch.continue", { n: left })}
        </Button>
      )}
      {counts.failed > 0 && (
        <Button
          variant={left > 0 && !isStepFailed ? "outlined" : "contained"}
          onClick={() => run((runner) => runner.retryFailed(client))}
        >
          {t(isStepFailed ? "batch.retryStep" : "batch.retry", { n: counts.failed })}
        </Button>
      )}
      {toHandOver.length > 0 && (
        <Button
          component={Link}
          to={paths.sipHandover(toHandOver)}
          variant={left + counts.failed > 0 ? "outlined" : "contained"}
        >
          {t("batch.handOver", { n: toHandOver.length })}
        </Button>
      )}
      <Button
        variant={left + counts.failed + toHandOver.length > 0 ? "text" : "contained"}
        onClick={() => void close()}
      >
        {t(left > 0 ? "batch.closeOpen" : "batch.close")}
      </Button>
    </>
  );
}

/** The accounts whose phones need what is new: created ones, and those with a new password. */
function newCredentials(rows: readonly BatchRow[]): number[] {
  const gone = new Set(
    rows.flatMap(({ step }) => (step.kind === "deleteAccount" ? [step.id] : [])),
  );
  const ids = rows.flatMap(({ status, step, createdId }) => {
    if (status !== "done") return [];
    if (step.kind === "createAccount") return createdId ?? [];
    return step.kind === "newPassword" ? step.id : [];
  });
  return ids.filter((id) => !gone.has(id));
}

/** How far it is, announced when it ends. */
function Progress({ state, counts }: PartProps) {
  const t = useText();
  const formats = useFormats();
  const n = state.rows.length;
  const ended = counts.done + counts.failed;
  const words = t("batch.progress", { done: formats.number(counts.done), n: formats.number(n) });
  return (
    <div className="stack gap-8">
      <progress value={ended} max={n} aria-label={words} />
      <p className="tabular strong" role={state.running ? undefined : "status"}>
        {words}
        {counts.failed > 0 && ` · ${t("batch.failed", { n: counts.failed })}`}
        {counts.unknown > 0 && ` · ${t("batch.unknown", { n: counts.unknown })}`}
        {counts.open > 0 && !state.running && ` · ${t("batch.open", { n: counts.open })}`}
      </p>
    </div>
  );
}

/** Why it stands still, and what that means. */
function Notices({ state, counts }: PartProps) {
  const t = useText();
  const formats = useFormats();
  const { running, stoppedBy, waitsUntil, elsewhere, unkept } = state;
  return (
    <>
      {stoppedBy !== undefined && !running && (
        <Notice tone="problem" urgent>
          {t("batch.stoppedBy", { reason: stoppedBy })}
        </Notice>
      )}
      {waitsUntil !== undefined && running && (
        <Notice tone="attention">{t("batch.waits", { at: formats.time(waitsUntil) })}</Notice>
      )}
      {elsewhere === true && <Notice tone="attention">{t("batch.elsewhere")}</Notice>}
      {unkept === true && running && <Notice tone="attention">{t("batch.unkept")}</Notice>}
      {!running && counts.unknown + counts.sending > 0 && (
        <Notice tone="attention">
          {t("batch.unknownText", { n: counts.unknown + counts.sending })}
        </Notice>
      )}
    </>
  );
}

const FILTERS = ["failed", "unknown", "open", "done"] as const;

function Rows({ rows, counts }: { rows: readonly BatchRow[]; counts: RowCounts }) {
  const t = useText();
  const formats = useFormats();
  const [only, setOnly] = useState<(typeof FILTERS)[number]>();
  const shown = useMemo(
    () => (only === undefined ? rows : rows.filter(({ status }) => status === only)),
    [rows, only],
  );
  const some = FILTERS.filter((status) => counts[status] > 0 || only === status);
  // With a single one there is nothing to choose.
  const offered = some.length > 1 || only !== undefined ? some : [];
  return (
    <>
      <div className={list.chips} role="group" aria-label={t("batch.filter")}>
        {offered.map((status) => (
          <button
            key={status}
            type="button"
            className={list.chip}
            aria-pressed={only === status}
            onClick={() => setOnly(only === status ? undefined : status)}
          >
            {t(`batch.status.${status}`)}{" "}
            <span className="muted regular">{formats.number(counts[status])}</span>
          </button>
        ))}
      </div>
      <BatchTable rows={shown} />
    </>
  );
}
