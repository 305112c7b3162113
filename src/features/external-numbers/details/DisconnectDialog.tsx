import { useLocation, useNavigate } from "react-router";
import type { ConnectionType } from "#api/externalNumbers.ts";
import { DeleteDialog } from "#common/DeleteDialog.tsx";
import { paths } from "#paths";
import { toast } from "#ui/toasts.ts";
import { useIsStillOnPage } from "#ui/useIsStillOnPage.ts";
import { useDisconnect } from "#domain/externalNumbers/mutations.ts";
import { unbroken } from "#ui/unbroken.tsx";
import { useText } from "#i18n/texts.ts";

interface Props {
  type: ConnectionType;
  id: number;
  /** Formatted, for display. */
  number: string;
  onClose: () => void;
}

/** Explains what a disconnection stops, and what stays. */
export function DisconnectDialog({ type, id, number, onClose }: Props) {
  const t = useText();
  const navigate = useNavigate();
  const { search } = useLocation();
  const disconnect = useDisconnect();
  const isStillOnPage = useIsStillOnPage();
  const finish = async () => {
    toast("success", t("disconnect.done", { number }));
    if (!isStillOnPage.current) return;
    await navigate({ pathname: paths.externalNumbers(), search }, { replace: true });
  };
  return (
    <DeleteDialog
      title={t("disconnect.title", { number })}
      button={t("disconnect.button")}
      acknowledgement={t("disconnect.tick")}
      onConfirm={() => disconnect.mutateAsync({ params: { type, id } })}
      onDone={finish}
      onClose={onClose}
    >
      <p>{unbroken(t("disconnect.text", { number }))}</p>
      <p>{t("disconnect.stays")}</p>
    </DeleteDialog>
  );
}
