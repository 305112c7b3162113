import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { usePhoneFormat } from "#common/phone.ts";
import type { Collected } from "#common/query.ts";
import type { Choice } from "#ui/form/Combobox.tsx";
import { useText } from "#i18n/texts.ts";
import { callQueuesQuery, callScenariosQuery, groupsQuery, pickAccountsQuery } from "./queries.ts";

/** The query result of a list to pick from. */
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
  /** False: sends no request. */
  enabled?: boolean;
}

/** SIP accounts as `214 Reception`. */
export function useAccountChoices({ enabled = true }: Options = {}): Choices {
  const list = useQuery({ ...pickAccountsQuery(), enabled });
  const items = list.data?.items;
  const choices = useMemo(
    () =>
      (items ?? []).map(({ id, name, number }) =>
        toChoice(id, `${number} ${name}`, { names: [String(number), name] }),
      ),
    [items],
  );
  return { list, choices };
}

export function useGroupChoices({ enabled = true }: Options = {}): Choices {
  const list = useQuery({ ...groupsQuery(), enabled });
  const nameOrId = useNameOrId();
  const items = list.data?.items;
  const choices = useMemo(
    () =>
      (items ?? []).map(({ id, name, number = "" }) =>
        toChoice(id, nameOrId(id, name), { note: number, names: [number] }),
      ),
    [items, nameOrId],
  );
  return { list, choices };
}

export function useScenarioChoices({ enabled = true }: Options = {}): Choices {
  const t = useText();
  const list = useQuery({ ...callScenariosQuery(), enabled });
  const nameOrId = useNameOrId();
  const phone = usePhoneFormat();
  const items = list.data?.items;
  const choices = useMemo(() => {
    const typeText = (type = "") =>
      type === "number" || type === "menu" ? t(`picker.scenarioType.${type}`) : type;
    return (items ?? []).map(({ id, name, type, number = "" }) =>
      toChoice(id, nameOrId(id, name), {
        note: `${typeText(type)} ${phone(number)}`.trim(),
        phone: number.replaceAll(/\D/g, ""),
      }),
    );
  }, [items, nameOrId, phone, t]);
  return { list, choices };
}

export function useQueueChoices({ enabled = true }: Options = {}): Choices {
  const list = useQuery({ ...callQueuesQuery(), enabled });
  const nameOrId = useNameOrId();
  const items = list.data?.items;
  const choices = useMemo(
    () => (items ?? []).map(({ id, name }) => toChoice(id, nameOrId(id, name))),
    [items, nameOrId],
  );
  return { list, choices };
}

function toChoice(
  id: number,
  label: string,
  { note, names = [], phone = "" }: Omit<Partial<Choice>, "value" | "label"> = {},
): Choice {
  return { value: String(id), label: label.trim(), note, names, phone };
}

function useNameOrId() {
  const t = useText();
  return useCallback(
    (id: number, name: string) => (name.trim() === "" ? t("picker.nameless", { id }) : name),
    [t],
  );
}
