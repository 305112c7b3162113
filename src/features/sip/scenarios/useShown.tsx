import Button from "@mui/material/Button";
import OutlinedInput from "@mui/material/OutlinedInput";
import { useDeferredValue, useId, useState } from "react";
import type { SipScenario } from "#api/sipScenarios.ts";
import { foldText } from "#common/search.ts";
import field from "#ui/form/Field.module.css";
import { useScenarioText } from "./messages.ts";
import styles from "./Scenarios.module.css";

/** Cards that are drawn at first: with thousands on the page, all that opens over it is slow. */
const FIRST = 48;
/** And with each press of the button below them. */
const MORE = 96;

/**
 * Of many scenarios the first and the active one, more by a button, any by its name. `tools` stand
 * above and below; few scenarios have none.
 */
export function useShown(all: readonly SipScenario[]) {
  const t = useScenarioText();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [most, setMost] = useState(FIRST);
  const wanted = foldText(useDeferredValue(typed));
  const fitting = all.filter(({ name }) => foldText(name).includes(wanted));
  const first = fitting.slice(0, most);
  const active = fitting.slice(most).find((each) => each.active);
  const shown = active === undefined ? first : [active, ...first];
  const rest = fitting.length - shown.length;
  const search = all.length > FIRST && (
    <div className={styles.search}>
      <label className={field.label} htmlFor={id}>
        {t("scenario.search")}
      </label>
      <OutlinedInput
        id={id}
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <span role="status" className={styles.help}>
        {fitting.length === 0
          ? t("scenario.noneFound")
          : t("scenario.shown", { n: shown.length, total: fitting.length })}
      </span>
    </div>
  );
  const more = rest > 0 && (
    <div>
      <Button variant="outlined" onClick={() => setMost(most + MORE)}>
        {t("scenario.more", { n: Math.min(rest, MORE) })}
      </Button>
    </div>
  );
  return { shown, tools: { search, more } };
}
