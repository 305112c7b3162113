import Button from "@mui/material/Button";
import { useState } from "react";
import type { Connection, Credentials } from "#domain/handover/credentials.ts";
import { encodeFile } from "#domain/handover/encode.ts";
import { microsipSection } from "#domain/handover/formats/microsip.ts";
import { isRefusal, type Refusal } from "#domain/handover/provisioning.ts";
import { useText } from "#i18n/texts.ts";
import { download } from "#lib/download.ts";
import { Icon } from "#ui/icons.tsx";
import { toast } from "#ui/toasts.ts";
import { toCredentials } from "./credentials.ts";
import { RefusalNotice } from "./RefusalNotice.tsx";
import { SecretError } from "./SecretError.tsx";
import { TargetHelp } from "./TargetChoice.tsx";
import { type FileTarget as Target, makeFile } from "./targets.ts";
import { useCopySecret } from "./useCopySecret.ts";
import type { Secret } from "./useSecret.ts";

interface Props {
  connection: Connection;
  secret: Secret;
  target: Target;
}

/** A file that a desk phone or an app on a computer takes. */
export function FileTarget({ connection, secret, target }: Props) {
  const t = useText();
  const copy = useCopySecret();
  const [refused, setRefused] = useState<{ refusal: Refusal; of: Credentials }>();
  const withPassword = async () => {
    setRefused(undefined);
    const read = await secret.read();
    return toCredentials(read, read.password, connection);
  };
  const save = (of: Credentials) => {
    const made = makeFile(target, of);
    if (isRefusal(made)) return setRefused({ refusal: made, of });
    download([encodeFile(made)], made.fileName, "application/octet-stream");
    toast("success", t("handover.downloaded", { file: made.fileName }));
    return undefined;
  };
  const makeSection = async () => {
    const of = await withPassword();
    const section = microsipSection(of);
    if (typeof section === "string") return section;
    setRefused({ refusal: section, of });
    throw new Error("The section can't be made");
  };
  const name = t(`handover.target.${target}`);
  return (
    <section className="stack gap-16">
      <div className="buttons">
        <Button variant="contained" onClick={() => void withPassword().then(save, () => undefined)}>
          {t("handover.download")}
        </Button>
        {target === "microsip" && (
          <Button
            variant="outlined"
            startIcon={<Icon name="copy" size={16} />}
            onClick={() => void copy(makeSection(), t("handover.copiedSection"))}
          >
            {t("handover.copySection")}
          </Button>
        )}
      </div>
      <SecretError error={secret.error} />
      {refused !== undefined && (
        <RefusalNotice refusal={refused.refusal} of={refused.of} target={name} />
      )}
      <p className="small muted">{t("handover.fileSecret")}</p>
      <TargetHelp target={target} />
    </section>
  );
}
