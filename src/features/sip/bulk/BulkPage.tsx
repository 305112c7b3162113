import { useQueryClient } from "@tanstack/react-query";
import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import { useDeferredValue, useId, useMemo, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { Link, useLocation, useNavigate } from "react-router";
import * as z from "zod/mini";
import { ErrorState } from "#common/ErrorState.tsx";
import { ListLoading } from "#common/ListLoading.tsx";
import { useIsAdmin } from "#common/login.ts";
import type { NewRow } from "#domain/batch/batch.ts";
import type { SipRow } from "#domain/sip/rows.ts";
import { select, useSelection } from "#domain/sip/selection.ts";
import { useSipRows } from "#domain/sip/useSipRows.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { BottomBar } from "#ui/BottomBar.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { requestResolver } from "#ui/form/resolver.ts";
import { PageHeader } from "#ui/PageHeader.tsx";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { useBatch } from "../batch/useBatch.ts";
import { BulkInputs } from "./BulkInputs.tsx";
import styles from "./Bulk.module.css";
import { BulkPreview } from "./BulkPreview.tsx";
import { type BulkChange, needsDetails, planAccount, type PlannedAccount } from "./plan.ts";
import { bulkSchema, type BulkValues, EMPTY, toBulkRequest } from "./schema.ts";
import { useCallerIdNumber } from "./useCallerIdNumber.ts";
import { useDetails } from "./useDetails.ts";

const resolver = requestResolver(bulkSchema, toBulkRequest);

/** `/sip/bulk`: one change for all accounts that are ticked in the list. */
export function BulkPage() {
  const t = useText();
  const isAdmin = useIsAdmin();
  const selected = useSelection();
  const { rows, accounts } = useSipRows();
  const chosen = useMemo(() => rows.filter(({ id }) => selected.has(id)), [rows, selected]);
  if (accounts.data === undefined) {
    return (
      <>
        <PageHeader title={t("bulk.title", { n: selected.size })} />
        {accounts.isError ? (
          <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />
        ) : (
          <ListLoading failure={accounts.failureReason} label={t("sip.loading")} />
        )}
      </>
    );
  }
  if (!isAdmin)
    return <EmptyState icon="eye" title={t("role.notYours")} text={t("role.readOnly")} />;
  if (chosen.length === 0) return <NothingTicked />;
  return <BulkForm chosen={chosen} />;
}

function NothingTicked() {
  const t = useText();
  return (
    <>
      <PageHeader title={t("bulk.title", { n: 0 })} />
      <EmptyState
        icon="rows"
        title={t("bulk.none")}
        text={t("bulk.noneText")}
        actions={
          <Button component={Link} to={paths.sip()} variant="contained">
            {t("bulk.toList")}
          </Button>
        }
      />
    </>
  );
}

function BulkForm({ chosen }: { chosen: readonly SipRow[] }) {
  const t = useText();
  const navigate = useNavigate();
  const { state } = useLocation() as { state: { list?: string } | null };
  const list = `${paths.sip()}${state?.list ?? ""}`;
  const client = useQueryClient();
  const batch = useBatch();
  const [deletes, setDeletes] = useState(false);
  const [isAcknowledged, setAcknowledged] = useState(false);
  const form = useForm({ resolver, defaultValues: EMPTY, mode: "onTouched" });
  const typed = useWatch({ control: form.control });
  // Many rows take their time: typing goes first, and only what is shown is sent.
  const values = useDeferredValue(typed);
  const change = useBulkChange({ ...EMPTY, ...values });
  const ids = useMemo(() => chosen.map(({ id }) => id), [chosen]);
  const read = useDetails(ids, !deletes && needsDetails(change));
  const planned = useMemo(
    () =>
      chosen.map((account, index) =>
        deletes
          ? planDeletion(account)
          : planAccount(account, index + 1, change, read.values.get(account.id)),
      ),
    [chosen, change, deletes, read.values],
  );
  const rows: NewRow[] = planned.flatMap((each) => each.rows);
  const isReading = !deletes && needsDetails(change) && read.values.size < chosen.length;
  const isBusy = batch?.running === true;
  const flight = useSingleFlight();
  const send = async () => {
    const { startBatch } = await import("#domain/batch/runBatch.ts");
    void startBatch(client, { purpose: deletes ? "delete" : "edit" }, rows);
    select();
    void navigate(paths.sipBatch(), { replace: true });
  };
  const isShown = values === typed;
  const isReady =
    rows.length > 0 && isShown && !isReading && !isBusy && (!deletes || isAcknowledged);
  const accounts = planned.filter((each) => each.rows.length > 0).length;
  const refused = planned.filter(({ problems }) => problems.length > 0).length;
  const words = deletes
    ? ""
    : isReading
      ? t("bulk.reading", { done: read.values.size, n: chosen.length })
      : t("bulk.summary", { changed: accounts, same: chosen.length - accounts - refused, refused });
  const formId = useId();
  return (
    <>
      <PageHeader
        title={t(deletes ? "bulk.titleDelete" : "bulk.title", { n: chosen.length })}
        lead={t(deletes ? "bulk.leadDelete" : "bulk.lead")}
      />
      <div className={styles.columns}>
        <form
          id={formId}
          className={`card stack gap-20 ${styles.form}`}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (isReady) void flight.run(() => form.handleSubmit(send)());
          }}
        >
          {deletes ? (
            <FormControlLabel
              label={t("bulk.acknowledge", { n: chosen.length })}
              control={
                <Checkbox
                  checked={isAcknowledged}
                  onChange={({ target }) => setAcknowledged(target.checked)}
                />
              }
            />
          ) : (
            <BulkInputs control={form.control} scenarios={scenarioNames(chosen, read.values)} />
          )}
          <div className="divided">
            <Button
              className="flush"
              color={deletes ? "primary" : "error"}
              onClick={() => {
                setDeletes(!deletes);
                setAcknowledged(false);
              }}
            >
              {t(deletes ? "bulk.insteadEdit" : "bulk.insteadDelete")}
            </Button>
          </div>
        </form>
        <BulkPreview planned={planned} isReading={isReading} read={read} />
      </div>
      <BottomBar words={isBusy ? t("batch.another") : words} shown>
        <Button component={Link} to={list}>
          {t("ui.cancel")}
        </Button>
        <Button
          type="submit"
          form={formId}
          variant="contained"
          color={deletes ? "error" : "primary"}
          loading={flight.running}
          disabled={!isReady}
        >
          {t(deletes ? "bulk.delete" : "bulk.send", { n: accounts })}
        </Button>
      </BottomBar>
    </>
  );
}

/** The change as far as it is valid: an invalid field says so itself. */
function useBulkChange(values: BulkValues): BulkChange {
  const { pattern, role, aon, sip_timeout, phone_timeout, scenario } = values;
  const callerId = useCallerIdNumber();
  return useMemo(() => {
    const typed = toBulkRequest({ pattern, role, aon, sip_timeout, phone_timeout, scenario });
    const valid = z.safeParse(z.partial(bulkSchema), typed);
    const request = valid.success ? valid.data : {};
    return {
      pattern: request.pattern,
      role: request.role,
      aon:
        request.aon === undefined ? undefined : { id: request.aon, number: callerId(request.aon) },
      sipTimeout: request.sip_timeout,
      phoneTimeout: request.phone_timeout,
      scenario: request.scenario,
    };
  }, [pattern, role, aon, sip_timeout, phone_timeout, scenario, callerId]);
}

function planDeletion(account: SipRow): PlannedAccount {
  const { id, extension, name } = account;
  const row: NewRow = { number: String(extension), name, step: { kind: "deleteAccount", id } };
  return { id, account, rows: [row], problems: [] };
}

/** The scenarios that are known of: the active ones of the list, and all of what was read. */
function scenarioNames(
  chosen: readonly SipRow[],
  details: ReturnType<typeof useDetails>["values"],
): string[] {
  const active = chosen.flatMap(({ scenario }) => scenario?.name ?? []);
  const read = [...details.values()].flatMap((each) =>
    each === "failed" ? [] : each.scenarios.map(({ name }) => name),
  );
  return [...new Set([...active, ...read])];
}
