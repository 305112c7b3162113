import Button from "@mui/material/Button";
import { useCallback, useState } from "react";
import type { Connection } from "#domain/handover/credentials.ts";
import { useText } from "#i18n/texts.ts";
import { Icon } from "#ui/icons.tsx";
import panel from "#ui/SidePanel.module.css";
import { Card, type CardContent } from "./Card.tsx";
import { toCredentials } from "./credentials.ts";
import { messageText } from "./messages.ts";
import { PrintSheet } from "./PrintSheet.tsx";
import { SecretError } from "./SecretError.tsx";
import { SecretToggle } from "./SecretToggle.tsx";
import { useCopySecret } from "./useCopySecret.ts";
import type { Secret } from "./useSecret.ts";

interface Props {
  connection: Connection;
  secret: Secret;
  /** Without the password. */
  content: CardContent;
}

/** The account for a person. */
export function CardTarget({ connection, secret, content }: Props) {
  const t = useText();
  const { account, isShown } = secret;
  const shown =
    isShown && account !== undefined
      ? toCredentials(account, account.password, connection)
      : content;
  return (
    <section className="stack gap-16">
      <Card content={shown} />
      <SecretToggle secret={secret} showLabel={t("handover.show")} />
      <SecretError error={secret.error} />
    </section>
  );
}

/** How it gets to the person: as a message, or on paper. */
export function CardActions({ id, connection, secret, content }: Props & { id: number }) {
  const t = useText();
  const copy = useCopySecret();
  const [printed, setPrinted] = useState<CardContent>();
  const endPrinting = useCallback(() => setPrinted(undefined), []);
  const withPassword = async () => {
    const read = await secret.read();
    return toCredentials(read, read.password, connection);
  };
  // Its failure is shown below the card.
  const printCard = () => withPassword().then(setPrinted, () => undefined);
  const copyWith = () =>
    copy(
      withPassword().then((all) => messageText(all, t)),
      t("handover.copiedWith"),
    );
  const copyWithout = () =>
    copy(Promise.resolve(messageText(content, t)), t("handover.copiedWithout"));
  return (
    <div className={panel.foot}>
      <div className="buttons">
        <Button
          variant="contained"
          startIcon={<Icon name="copy" size={16} />}
          onClick={() => void copyWith()}
        >
          {t("handover.copyWith")}
        </Button>
        <Button
          variant="outlined"
          startIcon={<Icon name="copy" size={16} />}
          onClick={() => void copyWithout()}
        >
          {t("handover.copyWithout")}
        </Button>
        <Button variant="outlined" onClick={() => void printCard()}>
          {t("handover.print")}
        </Button>
      </div>
      {printed !== undefined && <PrintSheet cards={[{ id, ...printed }]} onDone={endPrinting} />}
    </div>
  );
}
