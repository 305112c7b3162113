import Button from "@mui/material/Button";
import { useDeferredValue, useState } from "react";
import type { SipScenario } from "#api/sipScenarios.ts";
import { foldText } from "#lib/search.ts";
import { lazyPart } from "#ui/lazyPart.tsx";
import { useText } from "#i18n/texts.ts";

/** Few accounts have so many scenarios. */
const ScenarioSearch = lazyPart(
  async () => (await import("./ScenarioSearch.tsx")).ScenarioSearch,
  () => undefined,
);

/** Cards drawn at first: with thousands on the page, everything that opens over it is slow. */
const FIRST_COUNT = 48;
/** Cards added by each press of the button below them. */
const MORE_COUNT = 96;

/**
 * Of many scenarios, shows the first ones and the active one, more by a button, any by its name.
 * `tools` go above and below; few scenarios have none.
 */
export function useVisibleScenarios(all: readonly SipScenario[]) {
  const t = useText();
  const [typed, setTyped] = useState("");
  const [limit, setLimit] = useState(FIRST_COUNT);
  const wanted = foldText(useDeferredValue(typed));
  const matching = all.filter(({ name }) => foldText(name).includes(wanted));
  const first = matching.slice(0, limit);
  const active = matching.slice(limit).find((each) => each.active);
  const shown = active === undefined ? first : [active, ...first];
  const rest = matching.length - shown.length;
  const search = all.length > FIRST_COUNT && (
    <ScenarioSearch typed={typed} onType={setTyped} shown={shown.length} total={matching.length} />
  );
  const more = rest > 0 && (
    <div>
      <Button variant="outlined" onClick={() => setLimit(limit + MORE_COUNT)}>
        {t("scenario.more", { n: Math.min(rest, MORE_COUNT) })}
      </Button>
    </div>
  );
  return { shown, tools: { search, more } };
}
