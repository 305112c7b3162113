import Button from "@mui/material/Button";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { useIsAdmin } from "#common/login.ts";
import { alertRulesQuery } from "#domain/alerts/queries.ts";
import { readStored, writeStored } from "#i18n/storage.ts";
import { useText } from "#i18n/texts.ts";
import { Icon } from "#ui/icons.tsx";
import styles from "./Overview.module.css";
import { doneSteps, needsSteps, type Step, STEP_PATHS, STEPS } from "./steps.ts";

const STORED = "pult.firstSteps";
const HIDDEN = "hidden";

/**
 * The first ten minutes of a new administrator as a path; one line where there are accounts already.
 * Hidden for good by a button, and shown again by the search.
 */
export function FirstSteps({ accounts }: { accounts: number }) {
  const t = useText();
  const isAdmin = useIsAdmin();
  const [params, setParams] = useSearchParams();
  const [stored, setStored] = useState(() => readStored(STORED) ?? "");
  const isAsked = params.has("steps");
  const isHidden = stored === HIDDEN && !isAsked;
  const { data: rules } = useQuery({ ...alertRulesQuery(), enabled: isAdmin && !isHidden });
  // The frame has asked by the time that accounts are loaded.
  const session = useQueryClient().getQueryData<{ mode: string }>(["session"]);
  const known = {
    isSandbox: session?.mode === "sandbox",
    accounts,
    rules: rules?.items.length,
    opened: new Set(stored.split(",")),
  };
  const done = doneSteps(known);
  if (!isAdmin || isHidden || !(isAsked || needsSteps(known))) return null;
  const store = (value: string) => {
    writeStored(STORED, value);
    setStored(value);
  };
  const next = STEPS.find((step) => !done.includes(step));
  return (
    <details className="card padded" open={isAsked || accounts === 0}>
      <summary className="subheading strong">
        {t("first.title", { done: done.length, all: STEPS.length })}
      </summary>
      <ol className="stack gap-4">
        {STEPS.map((step, index) => (
          <StepLine
            key={step}
            step={step}
            place={index + 1}
            isDone={done.includes(step)}
            isNext={step === next}
            onOpen={() => {
              // Hidden for good stays so when the search has shown them once more.
              if (stored !== HIDDEN) store([...known.opened, step].filter(Boolean).join(","));
            }}
          />
        ))}
      </ol>
      <Button
        className="flush"
        onClick={() => {
          store(HIDDEN);
          setParams({}, { replace: true });
        }}
      >
        {t("first.hide")}
      </Button>
    </details>
  );
}

interface LineProps {
  step: Step;
  place: number;
  isDone: boolean;
  /** Alone explains itself and invites. */
  isNext: boolean;
  onOpen: () => void;
}

function StepLine({ step, place, isDone, isNext, onOpen }: LineProps) {
  const t = useText();
  const to = STEP_PATHS[step];
  return (
    <li className={`beside gap-8 ${styles.step}`}>
      <span className={`tabular ${isDone ? "online" : "muted"} ${styles.place}`}>
        {isDone ? <Icon name="check" size={16} /> : place}
      </span>
      <div className="grow">
        {to === undefined ? (
          <span className={isNext ? "strong" : undefined}>{t(`first.${step}`)}</span>
        ) : (
          <Link to={to} onClick={onOpen} className={isNext ? "strong" : undefined}>
            {t(`first.${step}`)}
          </Link>
        )}
        {isDone && <span className="muted small"> · {t("first.done")}</span>}
        {!isDone && <p className="small muted">{t(`first.${step}Text`)}</p>}
      </div>
    </li>
  );
}
