import OutlinedInput from "@mui/material/OutlinedInput";
import { useId } from "react";
import { useText } from "#i18n/texts.ts";
import styles from "./Scenarios.module.css";

interface Props {
  typed: string;
  onType: (typed: string) => void;
  shown: number;
  total: number;
}

/** Finds one of many scenarios by its name. */
export function ScenarioSearch({ typed, onType, shown, total }: Props) {
  const t = useText();
  const id = useId();
  return (
    <div className="row wrap gap-4-12">
      <label className="small strong" htmlFor={id}>
        {t("scenario.search")}
      </label>
      <OutlinedInput
        id={id}
        type="search"
        value={typed}
        onChange={(event) => onType(event.target.value)}
      />
      <span role="status" className={`muted small ${styles.help}`}>
        {total === 0 ? t("scenario.noneFound") : t("scenario.shown", { n: shown, total })}
      </span>
    </div>
  );
}
