import { useQueryClient } from "@tanstack/react-query";
import Button from "@mui/material/Button";
import type { ReactNode } from "react";
import { Link, useNavigate } from "react-router";
import type { Purpose } from "#domain/batch/batch.ts";
import type { PersonAccount, PlannedStep } from "#domain/people/person.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { reloadIfStale } from "#ui/staleBuild.ts";
import { toast } from "#ui/toasts.ts";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { useBatch } from "../batch/useBatch.ts";
import styles from "./People.module.css";
import { useStepText } from "./useStepText.ts";

type Send = (steps: readonly PlannedStep[]) => Promise<void>;

interface Props {
  person: PersonAccount;
  purpose: Purpose;
  /** Whom the batch is about. */
  about: string;
  /** What will be sent with what is chosen now. */
  steps: readonly PlannedStep[];
  /** What comes of it, and what can't be done. */
  notes: readonly string[];
  button: string;
  isDanger?: boolean;
  isReady?: boolean;
  /** Checks the fields, and sends. */
  onSubmit: (send: Send) => Promise<void>;
  /** The fields. */
  children: ReactNode;
}

/** Fields beside the steps that they lead to, in words and in their order, and the button that sends them. */
export function StepsForm(props: Props) {
  const { person, purpose, about, steps, notes, isDanger = false, isReady = true } = props;
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const stepText = useStepText(person);
  const isBusy = useBatch()?.running === true;
  const flight = useSingleFlight();
  const canSend = isReady && !isBusy && steps.length > 0;
  const send: Send = async (checked) => {
    try {
      const { startBatch } = await import("#domain/batch/runBatch.ts");
      const rows = checked.map(({ row }) => row);
      void startBatch(client, { purpose, about, inOrder: true }, rows);
    } catch {
      if (!(await reloadIfStale())) toast("error", t("ui.missing"));
      return;
    }
    await navigate(paths.sipBatch(), { replace: true });
  };
  const isPasswordSet = steps.some(({ says }) => says.what === "password");
  return (
    <form
      className={styles.columns}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (canSend) void flight.run(() => props.onSubmit(send));
      }}
    >
      <div className={`card stack gap-20 ${styles.fields}`}>{props.children}</div>
      <section className={`card stack gap-16 ${styles.steps}`} aria-labelledby="people-steps">
        <h2 id="people-steps" className="heading">
          {t("people.steps")}
        </h2>
        <ol className={styles.list}>
          {steps.map(({ says }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a step is its place
            <li key={index}>{stepText(says)}</li>
          ))}
        </ol>
        <p role="status" className="small muted">
          {t("people.count", { n: steps.length })}
        </p>
        {notes.length > 0 && (
          <div className="stack gap-8 small divided">
            {notes.map((note) => (
              <p key={note}>{note}</p>
            ))}
          </div>
        )}
        {steps.length > 0 && (
          <p className="small muted">
            {t(isDanger ? "people.undo.never" : "people.undo.later")}{" "}
            {isPasswordSet && t("people.undo.password")}
          </p>
        )}
        {isBusy && <p className="small attention">{t("batch.another")}</p>}
        <div className="buttons">
          <Button
            type="submit"
            variant="contained"
            color={isDanger ? "error" : "primary"}
            disabled={!canSend}
          >
            {props.button}
          </Button>
          <Button component={Link} to={paths.sipAccount(person.account.id)}>
            {t("ui.cancel")}
          </Button>
        </div>
      </section>
    </form>
  );
}
