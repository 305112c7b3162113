import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { JournalEntry } from "#api/journal.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { localizeNames } from "#domain/directions/model.ts";
import { directionsQuery } from "#domain/directions/queries.ts";
import { numbersQuery } from "#domain/numbers/queries.ts";
import { useLocale } from "#i18n/messages.ts";
import type { Names } from "./describe.ts";

/**
 * Names the caller IDs and countries of an entry. The lists are read only for entries that need
 * them; where they can't be, the ids remain.
 */
export function useNames({ fields, object }: Pick<JournalEntry, "fields" | "object">): Names {
  const locale = useLocale();
  const phone = usePhoneFormat();
  const isDirections = object.kind === "directions";
  const { data: numbers } = useQuery({ ...numbersQuery(), enabled: "aon" in fields });
  const { data: all } = useQuery({ ...directionsQuery(), enabled: isDirections });
  return useMemo(() => {
    const countries = isDirections ? (all?.directions ?? []) : [];
    const nameOf = ({ name, english_name: englishName }: (typeof countries)[number]) =>
      localizeNames({ name, englishName }, locale).own;
    return {
      phone,
      callerId: (id) => {
        const found = numbers?.items.find((one) => one.id === id);
        return found && phone(found.number);
      },
      destination: (id) => {
        const found = countries.find((one) => one.id === String(id));
        return found && `${nameOf(found)} +${found.code}`;
      },
      moment: (iso) =>
        new Date(iso).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" }),
      code: (code) => {
        const sharing = countries.filter((one) => one.code.replaceAll(/\D/g, "") === code);
        if (sharing.length === 0) return undefined;
        return `${sharing.map(nameOf).join(", ")} +${code}`;
      },
    };
  }, [all, numbers, isDirections, locale, phone]);
}
