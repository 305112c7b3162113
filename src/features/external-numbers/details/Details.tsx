import type { ReactNode } from "react";
import { providerDate } from "#common/providerDate.ts";
import { useLocale } from "#i18n/messages.ts";
import { History } from "#common/history/History.tsx";
import { RecentChanges } from "#common/journal/RecentChanges.tsx";
import { NumberTimer } from "#common/switches/lazySwitches.ts";
import { CopyButton } from "#common/CopyButton.tsx";
import { PhoneLink } from "#common/PhoneLink.tsx";
import type { ExternalRow } from "#domain/externalNumbers/rows.ts";
import { type Target, useRememberedForwarding } from "#domain/externalNumbers/remembered.ts";
import { Notice } from "#ui/Notice.tsx";
import { useText } from "#i18n/texts.ts";
import { disabledReason } from "../places.ts";
import { RememberedText } from "../forwarding/lazyRemembered.ts";
import { RegistrationLabel } from "../RegistrationLabel.tsx";
import styles from "./Details.module.css";
import { unbroken } from "#ui/unbroken.tsx";

/** The usual causes, most likely first. */
const CHECKS = ["data", "paid", "twice", "server"] as const;

/** All that is known of a number, and what to do where something is wrong. */
export function Details({ row, number }: { row: ExternalRow; number: string }) {
  const t = useText();
  const off = disabledReason(row);
  return (
    <>
      {off !== undefined && (
        <Notice tone="attention">{t(`external.off.${off}`, { type: row.type })}</Notice>
      )}
      {row.state !== undefined && <Registration row={row} state={row.state} />}
      {row.kind !== "ate" && row.address !== "" && (
        <section className="stack gap-8" aria-labelledby="address">
          <h3 id="address" className="subheading strong">
            {t("externalDetails.address")}
          </h3>
          <div className={`card row gap-4-8 ${styles.address}`}>
            <span className="grow mono">{row.address}</span>
            <CopyButton
              what={t("external.addressOf", { number })}
              text={() => Promise.resolve(row.address)}
            />
          </div>
          <p className="muted small">{unbroken(t("externalDetails.addressHelp", { number }))}</p>
        </section>
      )}
      <Facts row={row} />
      {row.kind === "ate" && row.connectionId !== undefined && (
        <History kind="external" id={row.connectionId} heading="h3" />
      )}
      {row.connectionId !== undefined && (
        <RecentChanges kind="external" object={String(row.connectionId)} />
      )}
    </>
  );
}

interface RegistrationProps {
  row: ExternalRow;
  state: NonNullable<ExternalRow["state"]>;
}

function Registration({ row, state }: RegistrationProps) {
  const t = useText();
  const date = providerDate(row.date, useLocale());
  const { providerStatus } = row;
  return (
    <>
      <section className="stack gap-4" aria-labelledby="registration">
        <h3 id="registration" className={`subheading strong ${styles.state}`}>
          <RegistrationLabel state={state} />
        </h3>
        {providerStatus !== "" && (
          <p className="muted small">{t("externalDetails.word", { word: providerStatus })}</p>
        )}
        {date !== "" && <p className="muted small">{t("externalDetails.date", { date })}</p>}
        {state === "unknown" && <p>{t("externalDetails.unknown")}</p>}
      </section>
      {state !== "registered" && (
        <section className="stack gap-8" aria-labelledby="checks">
          <h3 id="checks" className="subheading strong">
            {t("externalDetails.checks")}
          </h3>
          <ol className="steps">
            {CHECKS.map((check) => (
              <li key={check}>{t(`externalDetails.check.${check}`)}</li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function Facts({ row }: { row: ExternalRow }) {
  const t = useText();
  const { kind, type, login, servers, connectionId } = row;
  return (
    <dl>
      <Fact name={t("external.column.number")} copy={row.number}>
        <PhoneLink digits={row.number} />
      </Fact>
      {kind !== undefined && connectionId !== undefined && (
        <Fact name={t("external.forward")}>
          <ForwardingFact
            target={{ number_type: kind, number_id: connectionId }}
            number={row.number}
          />
          <NumberTimer type={kind} id={connectionId} />
        </Fact>
      )}
      <Fact name={t("external.column.kind")}>
        {kind === undefined ? type : t(`external.kind.${kind}`)}
        {kind !== undefined && <p className="muted small">{t(`externalDetails.kind.${kind}`)}</p>}
      </Fact>
      {login !== "" && (
        <Fact name={t("externalDetails.login")} copy={login}>
          {login}
        </Fact>
      )}
      {servers.length > 0 && (
        <Fact name={t("externalDetails.servers", { n: servers.length })} copy={servers.join("\n")}>
          <ul>
            {servers.map((server, index) => (
              // The provider may return duplicates.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>{server}</li>
            ))}
          </ul>
        </Fact>
      )}
    </dl>
  );
}

/** Where calls to a number go, as far as Pult set it. */
function ForwardingFact({ target, number }: { target: Target; number: string }) {
  const t = useText();
  const remembered = useRememberedForwarding(target);
  if (remembered?.certain !== true) {
    return <span className="muted">{t("externalDetails.forwardingUnknown")}</span>;
  }
  return (
    <>
      <RememberedText remembered={remembered} target={target} number={number} />
      <p className="muted small">{t("externalDetails.elsewhere")}</p>
    </>
  );
}

interface FactProps {
  name: string;
  /** The text that the copy button copies; no button without it. */
  copy?: string;
  children: ReactNode;
}

function Fact({ name, copy, children }: FactProps) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd className="row gap-4">
        <div className={`grow ${styles.value}`}>{children}</div>
        {copy !== undefined && <CopyButton what={name} text={() => Promise.resolve(copy)} />}
      </dd>
    </div>
  );
}
