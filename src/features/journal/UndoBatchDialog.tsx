import { useQuery, useQueryClient } from "@tanstack/react-query";
import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import { useState } from "react";
import { useNavigate } from "react-router";
import { ErrorNotice } from "#common/ErrorNotice.tsx";
import { batchState } from "#domain/batch/state.ts";
import { batchQuery } from "#domain/journal/queries.ts";
import { planBatchUndo } from "#domain/journal/undo/planBatch.ts";
import { loadTexts, useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { ConfirmDialog } from "#ui/ConfirmDialog.tsx";
import { useSingleFlight } from "#ui/useSingleFlight.ts";

interface Props {
  /** Id of the batch, from the address. */
  id: string;
  onClose: () => void;
}

/** Asks whether to take back all changes of a batch; what becomes of each is shown by its own page. */
export function UndoBatchDialog({ id, onClose }: Props) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const read = useQuery({ ...batchQuery(id), staleTime: 0, gcTime: 0 });
  const [isAcknowledged, setAcknowledged] = useState(false);
  const flight = useSingleFlight();
  const undo = read.data && planBatchUndo(read.data);
  const isBusy = batchState.get()?.running === true;
  const confirm = async () => {
    if (undo === undefined) return;
    const [{ startBatch }] = await Promise.all([
      import("#domain/batch/runBatch.ts"),
      loadTexts("domain/batch"),
    ]);
    void startBatch(client, { purpose: "undo" }, undo.rows);
    await navigate(paths.sipBatch());
  };
  const canConfirm =
    undo !== undefined && undo.rows.length > 0 && (undo.deleted === 0 || isAcknowledged) && !isBusy;
  return (
    <ConfirmDialog
      title={t("undo.batchTitle")}
      onClose={onClose}
      actions={
        <>
          <Button autoFocus variant="outlined" onClick={onClose}>
            {t("ui.cancel")}
          </Button>
          <Button
            variant="contained"
            color={undo !== undefined && undo.deleted > 0 ? "error" : "primary"}
            disabled={!canConfirm}
            loading={flight.running}
            onClick={() => void flight.run(confirm)}
          >
            {t("undo.batch")}
          </Button>
        </>
      }
    >
      {read.isError && <ErrorNotice error={read.error} />}
      {undo === undefined && !read.isError && <p role="status">{t("journal.loading")}</p>}
      {undo !== undefined && (
        <>
          {undo.rows.length === 0 && <p>{t("undo.batchNothing")}</p>}
          {undo.restored > 0 && <p>{t("undo.batchRestored", { n: undo.restored })}</p>}
          {[...undo.kept].map(([reason, n]) => (
            <p key={reason} className="muted small">
              {t("undo.batchKept", { n })}{" "}
              {reason === "undone" ? t("journal.undone") : t(`undo.no.${reason}`)}
            </p>
          ))}
          {undo.deleted > 0 && (
            <FormControlLabel
              label={t("undo.batchDeleted", { n: undo.deleted })}
              control={
                <Checkbox
                  checked={isAcknowledged}
                  onChange={({ target }) => setAcknowledged(target.checked)}
                />
              }
            />
          )}
          {isBusy && <p className="small attention">{t("undo.batchBusy")}</p>}
        </>
      )}
    </ConfirmDialog>
  );
}
