import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { usePhoneFormat } from "#common/phone.ts";
import { SwitchLine } from "#common/switches/SwitchLine.tsx";
import { useSwitchTitle } from "#common/switches/useSwitchText.ts";
import { useReasonText } from "#common/errorText.ts";
import type { TimedSwitch } from "#api/switches.ts";
import { alertRulesQuery } from "#domain/alerts/queries.ts";
import { knowsAllPhones, type PersonAccount, phonesOf } from "#domain/people/person.ts";
import { rulesNaming, sharedPhonesQuery, timersOf } from "#domain/people/pointing.ts";
import { switchesQuery } from "#domain/switches/queries.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { personText } from "./useStepText.ts";

/** What belongs to an account and no step changes: timers, alert rules, the same phones elsewhere. */
export function Pointing({ person }: { person: PersonAccount }) {
  const t = useText();
  const phone = usePhoneFormat();
  const reasonText = useReasonText();
  const { id } = person.account;
  const phones = phonesOf(person);
  const switches = useQuery(switchesQuery());
  const rules = useQuery({ ...alertRulesQuery(), retry: false });
  const shared = useQuery(sharedPhonesQuery(id, phones));
  const timers = timersOf(id, switches.data ?? []);
  const naming = rulesNaming(id, rules.data?.items ?? []);
  const others = shared.data ?? [];
  const error = switches.error ?? rules.error ?? shared.error;
  const isRead =
    error !== null ||
    (switches.data !== undefined &&
      rules.data !== undefined &&
      (phones.length === 0 || shared.data !== undefined));
  const n = timers.length + naming.length + others.length;
  if (!isRead) return null;
  return (
    <section className="card padded stack gap-12" aria-labelledby="people-points">
      <h2 id="people-points" className="heading">
        {t("people.points.title")}
      </h2>
      {(n > 0 || error === null) && (
        <p className="small muted">{t(n > 0 ? "people.points.help" : "people.points.none")}</p>
      )}
      {timers.map((item) => (
        <Timer key={item.id} item={item} />
      ))}
      {naming.map(({ id: rule, name }) => (
        <p key={rule} className="small">
          {t("people.points.rule", { name })}{" "}
          <Link to={paths.alertRule(rule)}>{t("people.points.ruleOpen")}</Link>
        </p>
      ))}
      {others.map(({ person: other, phone: digits, scenarios }) => (
        <p key={`${other.id} ${digits}`} className="small">
          {t("people.points.shared", {
            phone: phone(digits),
            account: personText(other),
            scenarios: scenarios.join(", "),
          })}{" "}
          <Link to={paths.sipAccount(other.id)}>
            {t("people.points.sharedOpen", { account: personText(other) })}
          </Link>
        </p>
      ))}
      {error !== null && (
        <p className="small attention">
          {t("people.points.unread", { reason: reasonText(error) })}
        </p>
      )}
      {!knowsAllPhones(person) && <p className="small muted">{t("people.points.unknown")}</p>}
    </section>
  );
}

function Timer({ item }: { item: TimedSwitch }) {
  const t = useText();
  const what = useSwitchTitle(item);
  return (
    <SwitchLine
      item={item}
      title={<p className="strong">{t("people.points.timer", { what })}</p>}
    />
  );
}
