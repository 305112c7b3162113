import { useQuery } from "@tanstack/react-query";
import { fillScenario } from "#api/fillScenario.ts";
import { pickAccountsQuery } from "#common/pickers/queries.ts";
import type { Person } from "#domain/people/person.ts";
import { rememberedScenariosQuery } from "#domain/scenarios/remembered.ts";
import { useText } from "#i18n/texts.ts";

export interface Colleague {
  person: Person | undefined;
  /** Digits of the numbers by which they may be reached; undefined where none is known. */
  mobile: string | undefined;
  callerId: string | undefined;
}

/** Who was picked, by the value of a picker, and how they can be called. */
export function useColleague(picked: string): Colleague {
  const t = useText();
  const id = /^\d+$/.test(picked) ? Number(picked) : undefined;
  const { data } = useQuery(pickAccountsQuery());
  const remembered = useQuery({
    ...rememberedScenariosQuery(id ?? 0),
    enabled: id !== undefined,
  });
  if (id === undefined) return { person: undefined, mobile: undefined, callerId: undefined };
  const row = data?.items.find((one) => one.id === id);
  const active = row?.active_sip_scenario;
  const filled =
    active &&
    fillScenario(
      active,
      remembered.data?.find((one) => one.id === active.id),
    );
  const phone = filled?.endpoints.find(({ type, number }) => type !== "sip" && number)?.number;
  return {
    person: row ?? { id, number: 0, name: t("people.byId", { id }) },
    mobile: onlyDigits(phone),
    callerId: onlyDigits(row?.aon?.number),
  };
}

function onlyDigits(number: string | undefined): string | undefined {
  const digits = (number ?? "").replaceAll(/\D/g, "");
  return /^\d{3,15}$/.test(digits) ? digits : undefined;
}
