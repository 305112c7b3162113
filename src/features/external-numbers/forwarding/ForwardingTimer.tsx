import { useQuery } from "@tanstack/react-query";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import { useEffect, useId, useRef } from "react";
import type { Forwarding } from "#api/forwarding.ts";
import { UntilChoice } from "#common/switches/UntilChoice.tsx";
import { useForwardingText } from "#common/switches/useSwitchText.ts";
import { isOpen, switchesQuery } from "#domain/switches/queries.ts";
import { useText } from "#i18n/texts.ts";
import { FieldError } from "#ui/form/Field.tsx";
import { packReason } from "#ui/form/issues.ts";
import { unbroken } from "#ui/unbroken.tsx";
import type { TimerChoice } from "./useForwardingTimer.ts";

/** How long the forwarding holds, and what comes then. */
export function ForwardingTimer(props: TimerChoice) {
  const { target, value, onChange, known, onBack, isOffConfirmed, onConfirmOff, problem } = props;
  const t = useText();
  const id = useId();
  const { data } = useQuery(switchesQuery());
  // What a temporary one takes the place of is what comes after both.
  const later = (data ?? []).flatMap((item) =>
    isOpen(item) && item.subject.kind === "forwarding" && isOf(item.subject.set, target)
      ? [item.subject.back]
      : [],
  );
  const off: Forwarding = { ...target, type: "empty" };
  const back = later[0] ?? known ?? off;
  const text = useForwardingText(back);
  const latest = useRef(onBack);
  useEffect(() => {
    latest.current = onBack;
  });
  const key = JSON.stringify(back);
  useEffect(() => latest.current(JSON.parse(key) as Forwarding, text), [key, text]);
  const error = problem === "off" || problem === "same" ? problem : undefined;
  const errorKey = error === "same" ? "timer.forwarding.same" : "timer.forwarding.offMissing";
  const isScheduled = value !== null;
  return (
    <section className="card padded stack gap-8">
      <UntilChoice
        label={t("timer.forwarding.how")}
        value={value}
        onChange={onChange}
        forGood={t("timer.forwarding.forGood")}
        isChecked={problem === "moment"}
      />
      {isScheduled && known !== undefined && (
        <p>{unbroken(t("timer.forwarding.then", { back: text }))}</p>
      )}
      {isScheduled && known === undefined && (
        <>
          <p className="small">{t("timer.forwarding.unknown")}</p>
          <FormControlLabel
            label={t("timer.forwarding.offThen")}
            control={
              <Checkbox
                checked={isOffConfirmed}
                onChange={({ target: box }) => onConfirmOff(box.checked)}
              />
            }
          />
        </>
      )}
      <FieldError
        id={id}
        error={error === undefined ? undefined : packReason({ text: t(errorKey) })}
      />
    </section>
  );
}

const isOf = (values: Forwarding, { number_type: type, number_id: id }: TimerChoice["target"]) =>
  values.number_type === type && values.number_id === id;
