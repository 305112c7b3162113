import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { usePhoneFormat } from "#common/phone.ts";
import type { Collected } from "#common/query.ts";
import type { Choice } from "#ui/form/Combobox.tsx";
import { usePickerText } from "./messages.ts";
import { callQueuesQuery, callScenariosQuery, groupsQuery, pickAccountsQuery } from "./queries.ts";

/** A list to pick from, as a query tells it. */
interface List {
  data: Collected<unknown> | undefined;
  error: unknown;
  isError: boolean;
  isFetching: boolean;
  refetch: () => Promise<unknown>;
}

export interface Choices {
  list: List;
  choices: readonly Choice[];
}

interface Options {
  /** False: nothing is asked for. */
  enabled?: boolean;
}

/** SIP accounts as `214 Reception`. */
export function useAccountChoices({ enabled = true }: Options = {}): Choices {
  const list = useQuery({ ...pickAccountsQuery(), enabled });
  const items = list.data?.items;
  const choices = useMemo(
    () =>
      (items ?? []).map(({ id, name, number }) =>
        choiceOf(id, `${number} ${name}`, { names: [String(number), name] }),
      ),
    [items],
  );
  return { list, choices };
}

export function useGroupChoices({ enabled = true }: Options = {}): Choices {
  const list = useQuery({ ...groupsQuery(), enabled });
  const named = useName();
  const items = list.data?.items;
  const choices = useMemo(
    () =>
      (items ?? []).map(({ id, name, number = "" }) =>
        choiceOf(id, named(id, name), { note: number, names: [number] }),
      ),
    [items, named],
  );
  return { list, choices };
}

export function useScenarioChoices({ enabled = true }: Options = {}): Choices {
  const t = usePickerText();
  const list = useQuery({ ...callScenariosQuery(), enabled });
  const named = useName();
  const phone = usePhoneFormat();
  const items = list.data?.items;
  const choices = useMemo(() => {
    const typeOf = (type = "") =>
      type === "number" || type === "menu" ? t(`picker.scenarioType.${type}`) : type;
    return (items ?? []).map(({ id, name, type, number = "" }) =>
      choiceOf(id, named(id, name), {
        note: `${typeOf(type)} ${phone(number)}`.trim(),
        phone: number.replaceAll(/\D/g, ""),
      }),
    );
  }, [items, named, phone, t]);
  return { list, choices };
}

export function useQueueChoices({ enabled = true }: Options = {}): Choices {
  const list = useQuery({ ...callQueuesQuery(), enabled });
  const named = useName();
  const items = list.data?.items;
  const choices = useMemo(
    () => (items ?? []).map(({ id, name }) => choiceOf(id, named(id, name))),
    [items, named],
  );
  return { list, choices };
}

function choiceOf(
  id: number,
  label: string,
  { note, names = [], phone = "" }: Omit<Partial<Choice>, "value" | "label"> = {},
): Choice {
  return { value: String(id), label: label.trim(), note, names, phone };
}

function useName() {
  const t = usePickerText();
  return useCallback(
    (id: number, name: string) => (name.trim() === "" ? t("picker.nameless", { id }) : name),
    [t],
  );
}
