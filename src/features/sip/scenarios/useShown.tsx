import Button from "@mui/material/Button";
import { useDeferredValue, useState } from "react";
import type { SipScenario } from "#api/sipScenarios.ts";
import { foldText } from "#common/search.ts";
import { lazyPart } from "#ui/lazyPart.tsx";
import { useScenarioText } from "./messages.ts";

/** Few accounts have so many scenarios. */
const ScenarioSearch = lazyPart(
  async () => (await import("./ScenarioSearch.tsx")).ScenarioSearch,
  () => undefined,
);

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
  const [typed, setTyped] = useState("");
  const [most, setMost] = useState(FIRST);
  const wanted = foldText(useDeferredValue(typed));
  const fitting = all.filter(({ name }) => foldText(name).includes(wanted));
  const first = fitting.slice(0, most);
  const active = fitting.slice(most).find((each) => each.active);
  const shown = active === undefined ? first : [active, ...first];
  const rest = fitting.length - shown.length;
  const search = all.length > FIRST && (
    <ScenarioSearch typed={typed} onType={setTyped} shown={shown.length} total={fitting.length} />
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
