import Button from "@mui/material/Button";
import { useQuery } from "@tanstack/react-query";
import { isApiError } from "#api/errors.ts";
import { useClosePanel } from "#common/useClosePanel.ts";
import { displayLabel } from "#domain/handover/provisioning.ts";
import { accountsQuery } from "#domain/sip/queries.ts";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { Notice } from "#ui/Notice.tsx";
import { usePanelTitle } from "#ui/pageTitle.ts";
import { SidePanel } from "#ui/SidePanel.tsx";
import panel from "#ui/SidePanel.module.css";
import { ConnectionInputs } from "./ConnectionInputs.tsx";
import { toCredentials } from "./credentials.ts";
import styles from "./Handover.module.css";
import { ReadyActions } from "./ReadyActions.tsx";
import { useSecretErrorText } from "./SecretError.tsx";
import { useConnection } from "./useConnection.ts";
import { type Row, useSecrets } from "./useSecrets.ts";

/** Hands many accounts over: a sheet of cards, messages, a table. */
export function ManyAccounts({ ids }: { ids: readonly number[] }) {
  const t = useText();
  const title = t("handover.titleMany", { n: ids.length });
  usePanelTitle(title);
  const close = useClosePanel(paths.sip());
  const [connection, setConnection] = useConnection();
  const secrets = useSecrets();
  const nameOf = useNames();
  const rows = ids.map((id) => ({ id, row: secrets.rowOf(id) }));
  const ready = rows.flatMap(({ id, row }) =>
    row.state === "ready"
      ? [{ id, ...toCredentials(row.account, row.account.password, connection) }]
      : [],
  );
  return (
    <SidePanel title={title} onClose={() => void close()}>
      <div className={panel.body}>
        <p className="muted small">{t("handover.manyLead")}</p>
        <ConnectionInputs connection={connection} onChange={setConnection} />
        <Reading ids={ids} secrets={secrets} />
        {ready.length > 0 && (
          <ReadyActions all={ready} of={ids.length} isRunning={secrets.isRunning} />
        )}
        <section className="stack gap-8">
          <h3 className="subheading strong">{t("handover.accounts")}</h3>
          <ul className={styles.rows}>
            {rows.map(({ id, row }) => (
              <AccountRow key={id} name={nameOf(id, row)} row={row} />
            ))}
          </ul>
        </section>
      </div>
    </SidePanel>
  );
}

/** What is known of an account before its password is read. */
function useNames() {
  const t = useText();
  const { data } = useQuery(accountsQuery());
  const known = new Map(data?.items.map((account) => [account.id, account]));
  return (id: number, row: Row) => {
    const account = row.state === "ready" ? row.account : known.get(id);
    if (account === undefined) return t("handover.row", { id: String(id) });
    return displayLabel({ name: account.name, extension: account.number });
  };
}

function AccountRow({ name, row }: { name: string; row: Row }) {
  const t = useText();
  const toErrorText = useSecretErrorText();
  return (
    <li className={`row wrap spread gap-4-12 ${styles.row}`}>
      <span translate="no">{name}</span>
      {row.state === "failed" ? (
        <span className="small offline">{toErrorText(row.error)}</span>
      ) : (
        <span className={`small ${row.state === "ready" ? "online" : "muted"}`}>
          {t(`handover.state.${row.state}`)}
        </span>
      )}
    </li>
  );
}

interface ReadingProps {
  ids: readonly number[];
  secrets: ReturnType<typeof useSecrets>;
}

/** Starts, shows and ends the reading of the passwords. */
function Reading({ ids, secrets }: ReadingProps) {
  const t = useText();
  const formats = useFormats();
  const { rowOf, isRunning, limit, read, stop } = secrets;
  const inState = (state: Row["state"]) => ids.filter((id) => rowOf(id).state === state);
  const waiting = inState("waiting");
  const failed = inState("failed");
  const done = inState("ready").length;
  const progress = t("handover.progress", {
    done: formats.number(done),
    all: formats.number(ids.length),
  });
  const isStarted = waiting.length < ids.length;
  return (
    <section className="stack gap-12">
      {limit !== undefined && <LimitNotice error={limit} />}
      {isRunning && (
        <div className="stack gap-4 caption muted">
          <p className="tabular">{progress}</p>
          <progress aria-label={progress} value={done} max={ids.length} />
        </div>
      )}
      <div className="buttons">
        {/* One button, so that it keeps the focus. */}
        {(isRunning || waiting.length > 0) && (
          <Button
            variant={isRunning || isStarted ? "outlined" : "contained"}
            onClick={() => (isRunning ? stop() : void read(waiting))}
          >
            {isRunning
              ? t("handover.stop")
              : t(isStarted ? "handover.readOn" : "handover.read", { n: waiting.length })}
          </Button>
        )}
        {!isRunning && failed.length > 0 && (
          <Button variant="outlined" onClick={() => void read(failed)}>
            {t("handover.retryFailed", { n: failed.length })}
          </Button>
        )}
      </div>
    </section>
  );
}

function LimitNotice({ error }: { error: unknown }) {
  const t = useText();
  const seconds = isApiError(error) ? error.retryAfter : undefined;
  const wait =
    seconds === undefined
      ? t("handover.limitedLater")
      : t("handover.limitedWait", { minutes: Math.ceil(seconds / 60) });
  return (
    <Notice tone="attention" urgent>
      {t("handover.limited", { wait })}
    </Notice>
  );
}
