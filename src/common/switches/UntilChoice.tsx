import { useId, useState } from "react";
import { parseLocal, READY, readyMoments, toLocal } from "#domain/switches/moments.ts";
import { useText } from "#i18n/texts.ts";
import form from "#ui/form/Form.module.css";
import { FieldError } from "#ui/form/Field.tsx";
import { packReason } from "#ui/form/issues.ts";
import styles from "./Switches.module.css";
import { useMomentText, useZoneText } from "./useMomentText.ts";

/** A moment in ms since 1970, null for "until somebody changes it"; undefined while it is not said. */
export type Until = number | null | undefined;

interface Props {
  label: string;
  value: Until;
  onChange: (until: Until) => void;
  /** The name of the choice of no moment; undefined where there has to be one. */
  forGood?: string;
  /** Whether a moment that is missing or has passed is named as an error. */
  isChecked: boolean;
}

type Choice = (typeof READY)[number] | "own" | "good";

/** Until when: ready moments, or one's own, in the time zone of the person. */
export function UntilChoice({ label, value, onChange, forGood, isChecked }: Props) {
  const t = useText();
  const id = useId();
  const momentText = useMomentText();
  const zone = useZoneText();
  // As of when it was opened: what was read must not change under the pointer.
  const [openedAt] = useState(() => Date.now());
  const moments = readyMoments(openedAt);
  const [choice, setChoice] = useState<Choice | undefined>(() => initialChoice(value, forGood));
  const [own, setOwn] = useState(() => (typeof value === "number" ? toLocal(value) : ""));
  const choose = (next: Choice) => {
    setChoice(next);
    if (next === "good") onChange(null);
    else if (next === "own") onChange(parseLocal(own));
    // "In an hour" is an hour from now.
    else onChange(next === "hour" ? inAnHour() : moments[next]);
  };
  const error = isChecked ? errorOf(value) : undefined;
  const errorId = error === undefined ? undefined : `${id}-error`;
  const radio = (name: Choice, text: string) => (
    <label key={name} className={`beside gap-8 ${form.radio}`}>
      <input type="radio" name={id} checked={choice === name} onChange={() => choose(name)} />
      <span>{text}</span>
    </label>
  );
  return (
    <fieldset className={form.field} aria-describedby={errorId}>
      <legend className="small strong">{label}</legend>
      {forGood !== undefined && radio("good", forGood)}
      {READY.map((name) => {
        const at = moments[name];
        return at === undefined
          ? undefined
          : radio(name, t(`timer.ready.${name}`, { when: momentText(at) }));
      })}
      {radio("own", t("timer.own"))}
      {choice === "own" && (
        <input
          type="datetime-local"
          className={styles.own}
          aria-label={t("timer.own")}
          aria-invalid={error !== undefined}
          aria-describedby={errorId}
          value={own}
          min={toLocal(openedAt)}
          onChange={({ target }) => {
            setOwn(target.value);
            onChange(parseLocal(target.value));
          }}
        />
      )}
      <FieldError
        id={id}
        error={error === undefined ? undefined : packReason({ text: t(`timer.error.${error}`) })}
      />
      {choice !== "good" && <p className="muted caption">{t("timer.zone", { zone })}</p>}
    </fieldset>
  );
}

const inAnHour = () => readyMoments(Date.now()).hour;

function initialChoice(value: Until, forGood: string | undefined): Choice | undefined {
  if (typeof value === "number") return "own";
  return forGood === undefined ? undefined : "good";
}

/** What keeps a moment from being taken. */
export function errorOf(until: Until): "missing" | "passed" | undefined {
  if (until === undefined) return "missing";
  return until !== null && until <= Date.now() ? "passed" : undefined;
}
