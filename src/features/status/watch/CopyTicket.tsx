import Button from "@mui/material/Button";
import { useQueryClient } from "@tanstack/react-query";
import { usePhoneFormat } from "#common/phone.ts";
import { timelineText } from "#common/sip/timelineText.ts";
import { useCopy } from "#common/useCopy.ts";
import type { ActiveScenario } from "#domain/diagnosis/findings.ts";
import { accountQuery } from "#domain/sip/queries.ts";
import type { SipState } from "#domain/sip/rows.ts";
import { toCallPlan } from "#domain/sip/timeline.ts";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { Icon } from "#ui/icons.tsx";
import { useObservation } from "./observations.ts";
import { readAccountChanges } from "./observer.ts";
import { ticketText } from "./ticket.ts";

export interface TicketOf {
  id: number;
  extension: number;
  name: string;
  state: SipState;
  /** Digits. */
  callerId: string | undefined;
  scenario: ActiveScenario | null | undefined;
  /** Whether its phone rings, and why not, in sentences. */
  diagnosis: readonly string[];
}

/** Copies the text of a support ticket; neither login nor password is in it. */
export function CopyTicket({ of, main = false }: { of: TicketOf; main?: boolean }) {
  const t = useText();
  const buildTicketText = useTicketText(of);
  const copy = useCopy();
  return (
    <Button
      {...(main ? { variant: "contained" } : { size: "small" })}
      startIcon={<Icon name="copy" size={16} />}
      onClick={() => void copy(t("watch.ticket.what"), buildTicketText())}
    >
      {t("watch.ticket.copy")}
    </Button>
  );
}

function useTicketText({ id, callerId, scenario, ...known }: TicketOf) {
  const t = useText();
  const formats = useFormats();
  const phone = usePhoneFormat();
  const client = useQueryClient();
  const seen = useObservation(id);
  return async (): Promise<string> => {
    const facts = {
      ...known,
      observation: seen?.state === known.state ? seen : undefined,
      server: client.getQueryData(accountQuery(id).queryKey)?.server,
      callerId: callerId === undefined ? undefined : phone(callerId),
      scenario: scenario
        ? `${scenario.name} (${timelineText(toCallPlan(scenario), t)})`
        : undefined,
      changes: await readAccountChanges(id),
      at: Date.now(),
    };
    return ticketText(facts, t, formats);
  };
}
