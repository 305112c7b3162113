import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { ListedSipAccount } from "#api/sip.ts";
import { accountsQuery } from "#domain/sip/queries.ts";
import { paths } from "#paths";
import { useText } from "#i18n/texts.ts";
import { Notice } from "#ui/Notice.tsx";
import styles from "./Voicemail.module.css";

/** This many are named, the others counted. */
const NAMED = 3;

interface Props {
  /** Whether recordings would be sent with the form's values. */
  send: boolean;
  /** Whether they are sent now. */
  saved: boolean;
}

/**
 * Warns when nothing is sent although accounts are known to use voicemail. Reads only the list of
 * accounts, and only in that case; where the list does not show it, there is no warning.
 */
export function UnsentVoicemailWarning({ send, saved }: Props) {
  const t = useText();
  const { data } = useQuery({ ...accountsQuery(), enabled: !send });
  const users = (data?.items ?? []).filter(usesVoicemail);
  if (send || users.length === 0) return null;
  const whole = data?.complete === true && !data.truncated && data.invalidRows.length === 0;
  const rest = users.length - NAMED;
  return (
    <Notice tone="attention">
      <p>
        {t("voicemail.used", {
          n: users.length,
          when: saved ? "then" : "now",
          whole: whole ? "yes" : "no",
        })}
      </p>
      <ul className={`beside wrap ${styles.users}`}>
        {users.slice(0, NAMED).map(({ id, number, name }) => (
          <li key={id}>
            <Link to={paths.sipAccount(id)}>{`${number} ${name}`}</Link>
          </li>
        ))}
        {rest > 0 && <li>{t("voicemail.usedMore", { n: rest })}</li>}
      </ul>
    </Notice>
  );
}

/**
 * Whether a call to the account is known to end in voicemail. The provider documents neither the
 * setting nor such an endpoint in the scenarios that it returns; if present, they are used.
 */
export function usesVoicemail({ active_sip_scenario: scenario }: ListedSipAccount): boolean {
  if (scenario === null || scenario === undefined) return false;
  if (scenario.voicemail !== undefined) return scenario.voicemail;
  return scenario.endpoints.some(({ type }) => /^voice_?mail$/i.test(type));
}
