import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { listAlertRules } from "#api/alerts.ts";
import type { WatchedKind } from "#api/history.ts";
import type { Result } from "#api/operation.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { externalNumbersQuery } from "#domain/externalNumbers/queries.ts";
import { accountsQuery } from "#domain/sip/queries.ts";
import { watchPaceQuery } from "#domain/watched/queries.ts";
import { useLocale } from "#i18n/messages.ts";
import { useText } from "#i18n/texts.ts";
import type { RuleWords } from "./sentence.ts";

/** What the sentences of the rules need; names are read only where a rule names somebody. */
export function useRuleWords({ items, channels }: Result<typeof listAlertRules>): RuleWords {
  const t = useText();
  const locale = useLocale();
  const phone = usePhoneFormat();
  const { data: everyMs } = useQuery(watchPaceQuery());
  const namesAny = (kind: WatchedKind) =>
    items.some(
      ({ condition: one }) => one.type !== "unreadable" && one.kind === kind && one.ids[0],
    );
  const enabledSip = namesAny("sip");
  const enabledExternal = namesAny("external");
  const { data: accounts } = useQuery({ ...accountsQuery(), enabled: enabledSip });
  const { data: numbers } = useQuery({ ...externalNumbersQuery(), enabled: enabledExternal });
  return useMemo(() => {
    const sip = new Map(
      (accounts?.items ?? []).map(({ id, number, name }) => [id, `${number} ${name}`]),
    );
    const external = new Map((numbers ?? []).map(({ id, number }) => [id, phone(number)]));
    return {
      t,
      locale,
      nameOf: (kind, id) => (kind === "sip" ? sip : external).get(id),
      channels: new Map(
        channels.map(({ id, type, name }) => [
          id,
          t("alerts.to", { type: t(`alerts.type.${type}`), name }),
        ]),
      ),
      everyMs,
    };
  }, [t, locale, phone, accounts, numbers, channels, everyMs]);
}
