import Button from "@mui/material/Button";
import { useQueryClient } from "@tanstack/react-query";
import { usePhoneFormat } from "#common/phone.ts";
import { accountQuery } from "#domain/sip/queries.ts";
import { toCallPlan } from "#domain/sip/timeline.ts";
import { timelineText } from "#common/sip/timelineText.ts";
import { useCopy } from "#common/useCopy.ts";
import { useFormats } from "#i18n/format.ts";
import { Icon } from "#ui/icons.tsx";
import { useText } from "#i18n/texts.ts";
import type { BoardRow } from "../board/rows.ts";
import { readAccountChanges } from "../watch/observer.ts";
import { ticketText } from "../watch/ticket.ts";

/** Copies the text of a support ticket; neither login nor password is in it. */
export function CopyTicket({ row }: { row: BoardRow }) {
  const t = useText();
  const buildTicketText = useTicketText();
  const copy = useCopy();
  return (
    <Button
      variant="contained"
      startIcon={<Icon name="copy" size={16} />}
      onClick={() => void copy(t("details.ticketWhat"), buildTicketText(row))}
    >
      {t("details.ticket")}
    </Button>
  );
}

function useTicketText() {
  const t = useText();
  const formats = useFormats();
  const phone = usePhoneFormat();
  const client = useQueryClient();
  return async ({ id, account, observation }: BoardRow): Promise<string> => {
    const { extension, name, state, callerId, scenario } = account;
    const facts = {
      extension,
      name,
      state,
      observation,
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
