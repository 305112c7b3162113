import { useQuery } from "@tanstack/react-query";
import { isApiError } from "#api/errors.ts";
import { LoadErrorNotice } from "#common/LoadErrorNotice.tsx";
import { useClosePanel } from "#common/useClosePanel.ts";
import { displayLabel } from "#domain/handover/provisioning.ts";
import { accountQuery, type CachedAccount } from "#domain/sip/queries.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { EmptyState } from "#ui/EmptyState.tsx";
import { Notice } from "#ui/Notice.tsx";
import { usePanelTitle } from "#ui/pageTitle.ts";
import { SidePanel } from "#ui/SidePanel.tsx";
import panel from "#ui/SidePanel.module.css";
import { useAddressParams, withParams } from "#ui/useAddressParams.ts";
import { CardActions, CardTarget } from "./CardTarget.tsx";
import { CodeTarget } from "./CodeTarget.tsx";
import { ConnectionInputs } from "./ConnectionInputs.tsx";
import { toCredentials } from "./credentials.ts";
import { FileTarget } from "./FileTarget.tsx";
import { LinphoneLink } from "./LinphoneLink.tsx";
import { TargetChoice } from "./TargetChoice.tsx";
import { findTarget, isFileTarget } from "./targets.ts";
import { useConnection } from "./useConnection.ts";
import { useSecret } from "./useSecret.ts";

/** Hands one account over; its password is read once somebody asks for what holds it. */
export function OneAccount({ id }: { id: number }) {
  const t = useText();
  const { data, error, isError, refetch } = useQuery(accountQuery(id));
  const isOther = data !== undefined && data.id !== id;
  const account = isOther ? undefined : data;
  const label = account && displayLabel({ name: account.name, extension: account.number });
  const title =
    label === undefined ? t("handover.titleOne") : t("handover.title", { account: label });
  usePanelTitle(title);
  const close = useClosePanel(account === undefined ? paths.sip() : paths.sipAccount(id));
  const isGone = isApiError(error) && error.kind === "notFound";
  return (
    <SidePanel title={title} onClose={() => void close()}>
      {account === undefined ? (
        <div className={panel.body}>
          {isOther && (
            <Notice tone="problem" urgent>
              {t("handover.wrongAccount")}
            </Notice>
          )}
          {data === undefined && isGone && (
            <EmptyState icon="phone" title={t("handover.gone")} text={t("handover.goneText")} />
          )}
          {data === undefined && isError && !isGone && (
            <LoadErrorNotice error={error} onRetry={() => void refetch()} />
          )}
          {data === undefined && !isError && <Loading />}
        </div>
      ) : (
        <Handover account={account} />
      )}
    </SidePanel>
  );
}

function Loading() {
  const t = useText();
  return (
    <div className="stack gap-12 delayed">
      <span className="visually-hidden" role="status">
        {t("handover.loading")}
      </span>
      <div className="placeholder" />
      <div className="placeholder" />
    </div>
  );
}

function Handover({ account }: { account: CachedAccount }) {
  const { params, change } = useAddressParams();
  const target = findTarget(params.get("for"));
  const [connection, setConnection] = useConnection();
  const secret = useSecret(account.id);
  const choose = (next: string) =>
    change((now) => withParams(now, { for: next === "card" ? undefined : next }), {
      replace: true,
    });
  const of = { account, connection, secret };
  const card = { connection, secret, content: toCredentials(account, undefined, connection) };
  return (
    <>
      <div className={panel.body}>
        <TargetChoice target={target} onChoose={choose} />
        {/* A Cloud ID names the server, and how it is reached. */}
        {target !== "acrobits" && (
          <ConnectionInputs connection={connection} onChange={setConnection} />
        )}
        {target === "card" && <CardTarget {...card} />}
        {isFileTarget(target) && (
          <FileTarget key={target} connection={connection} secret={secret} target={target} />
        )}
        {target === "link" && (
          <LinphoneLink
            key={`${connection.transport} ${connection.port}`}
            id={account.id}
            label={displayLabel({ name: account.name, extension: account.number })}
            connection={connection}
          />
        )}
        {(target === "wave" || target === "acrobits") && (
          <CodeTarget key={target} {...of} target={target} />
        )}
      </div>
      {target === "card" && <CardActions id={account.id} {...card} />}
    </>
  );
}
