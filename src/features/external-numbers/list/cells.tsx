import { AdminsOnly } from "#common/AdminsOnly.tsx";
import { Link } from "react-router";
import { CopyButton } from "#common/CopyButton.tsx";
import type { ExternalRow } from "#domain/externalNumbers/rows.ts";
import { providerDate } from "#common/providerDate.ts";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { useLocale } from "#i18n/messages.ts";
import { useText } from "#i18n/texts.ts";
import { detailsPath, disabledReason } from "../places.ts";
import { RegistrationLabel } from "../RegistrationLabel.tsx";
import { ForwardingLink } from "./ForwardingLink.tsx";
import styles from "./ExternalTable.module.css";

/**
 * How it is connected; by a short name on narrow screens. An unknown type is shown as the provider
 * returned it.
 */
export function KindCell({ row: { kind, type }, short }: { row: ExternalRow; short: boolean }) {
  const t = useText();
  if (kind === undefined) return <span title={type}>{type}</span>;
  const kindLabel = t(`external.kind.${kind}`);
  return <span title={kindLabel}>{short ? t(`external.filter.${kind}`) : kindLabel}</span>;
}

/** The login and the first of the other operator's servers; how many more there are. */
export function SourceCell({ row: { login, servers } }: { row: ExternalRow }) {
  const t = useText();
  const [first = "", ...more] = servers;
  const text = login === "" ? first : `${login}@${first}`;
  return (
    <span title={servers.join(", ")}>
      {text}
      {more.length > 0 && (
        <>
          {" "}
          <span className="muted" aria-hidden="true">
            +{more.length}
          </span>
          <span className="visually-hidden">{t("external.more", { n: more.length })}</span>
        </>
      )}
    </span>
  );
}

/** What brings its calls here: the registration, or the address that they must be sent to. */
export function ConnectionCell({ row, number }: { row: ExternalRow; number: string }) {
  const t = useText();
  const { state, providerStatus, address } = row;
  const date = providerDate(row.date, useLocale());
  if (state !== undefined) {
    return (
      <span
        className={`row gap-8 ${styles.line}`}
        title={date === "" ? undefined : t("external.date", { date })}
      >
        <span className={`row ${state === "lost" ? styles.lost : ""}`}>
          <RegistrationLabel state={state} />
        </span>
        <span className="muted truncate">
          {providerStatus !== "" && t("external.said", { word: providerStatus })}
          {date !== "" && <span className={styles.date}> · {date}</span>}
        </span>
      </span>
    );
  }
  if (address === "") return <span className="muted">{t("external.noAddress")}</span>;
  return (
    <span className={`row gap-8 ${styles.line}`}>
      <span className="mono truncate" title={address}>
        {address}
      </span>
      <CopyButton
        what={t("external.addressOf", { number })}
        text={() => Promise.resolve(address)}
      />
    </span>
  );
}

interface ActionProps {
  row: ExternalRow;
  number: string;
  search: string;
}

/** The most frequent action on a number; where there is none, a link to the reason. */
export function ActionCell({ row, number, search }: ActionProps) {
  const t = useText();
  const off = disabledReason(row);
  const { kind, connectionId } = row;
  if (kind === undefined || connectionId === undefined) {
    return (
      <Link
        className="muted"
        to={detailsPath(row, search)}
        state={OVER_PAGE}
        title={off && t(`external.off.${off}`, { type: row.type })}
        aria-label={t("external.viewOnlyOf", { number })}
        preventScrollReset
      >
        {t("external.viewOnly")}
      </Link>
    );
  }
  return (
    <AdminsOnly>
      <ForwardingLink
        kind={kind}
        id={connectionId}
        digits={row.number}
        number={number}
        search={search}
      />
    </AdminsOnly>
  );
}
