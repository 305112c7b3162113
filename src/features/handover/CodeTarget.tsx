import Button from "@mui/material/Button";
import { useState } from "react";
import { Link } from "react-router";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import type { Connection, Credentials } from "#domain/handover/credentials.ts";
import { acrobits } from "#domain/handover/formats/acrobits.ts";
import { grandstreamWave } from "#domain/handover/formats/grandstreamWave.ts";
import { displayLabel, isRefusal } from "#domain/handover/provisioning.ts";
import type { CachedAccount } from "#domain/sip/queries.ts";
import { readStored, writeStored } from "#i18n/storage.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { Notice } from "#ui/Notice.tsx";
import { toCredentials } from "./credentials.ts";
import { QrCode } from "./lazyQrCode.ts";
import { RefusalNotice } from "./RefusalNotice.tsx";
import { SecretError } from "./SecretError.tsx";
import { SecretToggle } from "./SecretToggle.tsx";
import { TextField } from "./TextField.tsx";
import { TargetHelp } from "./TargetChoice.tsx";
import type { CodeTarget as Target } from "./targets.ts";
import type { Secret } from "./useSecret.ts";

interface Props {
  account: CachedAccount;
  connection: Connection;
  secret: Secret;
  target: Target;
}

/** A code that an app scans. */
export function CodeTarget({ account: { id }, connection, secret, target }: Props) {
  const t = useText();
  const [cloudId, setCloudId] = useCloudId();
  const { account, isShown } = secret;
  const isMissing = target === "acrobits" && cloudId === "";
  return (
    <section className="stack gap-16">
      {target === "acrobits" && <CloudIdInput value={cloudId} onChange={setCloudId} />}
      {isMissing ? (
        <p className="small muted">{t("handover.cloudIdFirst")}</p>
      ) : (
        <SecretToggle secret={secret} showLabel={t("handover.showCode")} />
      )}
      <SecretError error={secret.error} />
      {isShown && account !== undefined && !isMissing && (
        <Code
          id={id}
          of={toCredentials(account, account.password, connection)}
          target={target}
          cloudId={cloudId}
        />
      )}
      <TargetHelp target={target} />
    </section>
  );
}

interface CodeProps {
  id: number;
  of: Credentials;
  target: Target;
  cloudId: string;
}

function Code({ id, of, target, cloudId }: CodeProps) {
  const t = useText();
  const made = target === "wave" ? grandstreamWave(of) : acrobits(of, cloudId);
  const app = t(`handover.target.${target}`);
  if (isRefusal(made)) return <RefusalNotice refusal={made} of={of} target={app} />;
  const label = displayLabel(of);
  return (
    <>
      <QrCode
        text={made.text}
        label={t("handover.code", { target: app, account: label })}
        caption={label}
      />
      <Notice
        tone="attention"
        quiet
        action={
          <Button component={Link} to={paths.sipAccountEdit(id)} state={OVER_PAGE} size="small">
            {t("handover.newPassword")}
          </Button>
        }
      >
        {t("handover.codeLasts")}
      </Notice>
    </>
  );
}

const CLOUD_ID = "pult-cloud-id";

/** The office's Cloud ID: no secret, and the same for all its accounts. */
function useCloudId() {
  const [value, setValue] = useState(() => readStored(CLOUD_ID) ?? "");
  const change = (next: string) => {
    setValue(next);
    writeStored(CLOUD_ID, next);
  };
  return [value, change] as const;
}

function CloudIdInput({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useText();
  return (
    <TextField
      field="cloud-id"
      label={t("handover.cloudId")}
      help={t("handover.cloudIdHelp")}
      value={value}
      onChange={onChange}
    />
  );
}
