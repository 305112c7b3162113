import Button from "@mui/material/Button";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { fillScenario } from "#api/fillScenario.ts";
import { isPartial } from "#common/query.ts";
import { type CachedAccount, statusesQuery } from "#domain/sip/queries.ts";
import { toSipState } from "#domain/sip/rows.ts";
import { CallDiagnosis } from "#common/sip/verdict/CallDiagnosis.tsx";
import { scenariosQuery } from "#domain/scenarios/queries.ts";
import { useRecall } from "#domain/scenarios/remembered.ts";
import { useText } from "#i18n/texts.ts";

/** Whether the account's phone rings: shown before any other facts. */
export function AccountDiagnosis({ account, since }: { account: CachedAccount; since: ReactNode }) {
  const t = useText();
  const { id } = account;
  const statuses = useQuery({
    ...statusesQuery(),
    select: ({ items, complete }) => ({
      online: items.find((status) => status.id === id)?.on_line,
      complete,
    }),
  });
  const { data } = useQuery(scenariosQuery(id));
  const recall = useRecall(id);
  const active = data?.items.find((scenario) => scenario.active);
  // An incomplete list can't prove that no scenario is active.
  const noActive = isPartial(data) ? undefined : null;
  const online = statuses.isError ? undefined : statuses.data?.online;
  const isKnown = online !== undefined || statuses.isError || statuses.data?.complete === true;
  return (
    <CallDiagnosis
      id={id}
      state={isKnown ? toSipState(account.finally_created, online) : undefined}
      active={active === undefined ? noActive : fillScenario(active, recall(active.id))}
      since={since}
      choose={
        data?.items.length === 0 ? undefined : (
          <Button size="small" onClick={focusScenarios}>
            {t("verdict.choose")}
          </Button>
        )
      }
    />
  );
}

function focusScenarios(): void {
  const title = document.getElementById("scenarios");
  title?.scrollIntoView({ block: "start" });
  title?.focus({ preventScroll: true });
}
