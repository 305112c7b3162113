import Button from "@mui/material/Button";
import { useState } from "react";
import { Link } from "react-router";
import { type AlertChannel, type ShownTarget, testAlertChannel } from "#api/alerts.ts";
import { call } from "#api/client.ts";
import type { Result } from "#api/operation.ts";
import { ErrorNotice } from "#common/ErrorNotice.tsx";
import { useErrorText } from "#common/errorText.ts";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { useDeleteChannel, useUpdateChannel } from "#domain/alerts/mutations.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { Icon } from "#ui/icons.tsx";
import { focusPageTitle } from "#ui/pageTitle.ts";
import { toast } from "#ui/toasts.ts";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import styles from "./Alerts.module.css";
import { DeleteDialog } from "./dialogs.ts";
import { answerText } from "./answerText.ts";
import { EditAndDelete } from "./EditAndDelete.tsx";
import { OnSwitch } from "./OnSwitch.tsx";

interface Props {
  channel: AlertChannel;
  /** How many rules use it. */
  rules: number;
}

/** A channel, for an administrator: where it leads, and whether it works. */
export function ChannelRow({ channel, rules }: Props) {
  const t = useText();
  const errorText = useErrorText();
  const update = useUpdateChannel();
  const [asks, setAsks] = useState(false);
  const test = useTest(channel.id);
  const { id, name, isOn, target } = channel;
  const turn = async (on: boolean) => {
    try {
      await update.mutateAsync({ params: { id }, body: { isOn: on } });
      toast("success", t(on ? "alerts.wasOn" : "alerts.wasOff", { name }));
    } catch (error) {
      const { title, text } = errorText(error);
      toast("error", `${title}. ${text}`);
    }
  };
  return (
    <li className={styles.item} data-row data-off={!isOn || undefined}>
      <div className={styles.words}>
        <Link
          className="row-link"
          to={paths.alertChannel(id)}
          state={OVER_PAGE}
          preventScrollReset
          translate="no"
        >
          {name}
        </Link>
        <p className="small muted">
          {t(`alerts.type.${target.type}`)} · <span translate="no">{addressOf(target)}</span>
        </p>
      </div>
      <div className={styles.actions}>
        <OnSwitch name={name} isOn={isOn} onChange={turn} />
        <Button
          size="small"
          variant="outlined"
          aria-disabled={test.running}
          aria-label={t("alerts.testOf", { name })}
          onClick={test.run}
        >
          {t("alerts.test")}
        </Button>
        <EditAndDelete name={name} to={paths.alertChannel(id)} onDelete={() => setAsks(true)} />
      </div>
      <TestResult {...test} />
      {asks && <DeleteChannel channel={channel} rules={rules} onClose={() => setAsks(false)} />}
    </li>
  );
}

function addressOf(target: ShownTarget): string {
  if (target.type === "email") return target.to.join(", ");
  return target.type === "telegram" ? target.chat : target.url;
}

type Tested = Result<typeof testAlertChannel>;

/** Sends a test message; a message that has left is not taken back, so nothing is sent twice by itself. */
function useTest(id: string) {
  const { running, run } = useSingleFlight();
  const [result, setResult] = useState<Tested>();
  const [error, setError] = useState<unknown>();
  const test = async () => {
    setResult(undefined);
    setError(undefined);
    try {
      setResult((await call(testAlertChannel, { params: { id } })).data);
    } catch (failure) {
      setError(failure);
    }
  };
  return { running, result, error, run: () => void run(test) };
}

function TestResult({ running, result, error }: Omit<ReturnType<typeof useTest>, "run">) {
  const t = useText();
  return (
    <div className={styles.result} role="status">
      {running && <span className="small muted">{t("alerts.testing")}</span>}
      {error !== undefined && <ErrorNotice error={error} />}
      {result !== undefined && (
        <p className={`hint small ${result.isDelivered ? "online" : "offline"}`}>
          <Icon name={result.isDelivered ? "check" : "warning"} size={16} />
          <span>
            {result.isDelivered
              ? t("alerts.tested", {
                  ms: result.ms,
                  answer: t("alerts.quote", { message: result.answer }),
                })
              : t("alerts.testFailed", { ms: result.ms, answer: answerText(result.answer, t) })}
          </span>
        </p>
      )}
    </div>
  );
}

function DeleteChannel({ channel, rules, onClose }: Props & { onClose: () => void }) {
  const t = useText();
  const { mutateAsync } = useDeleteChannel();
  const { id, name } = channel;
  return (
    <DeleteDialog
      title={t("alerts.deleteChannel", { name })}
      button={t("alerts.delete")}
      onConfirm={() => mutateAsync({ params: { id } })}
      onDone={() => {
        toast("success", t("alerts.channelDeleted", { name }));
        onClose();
        focusPageTitle();
      }}
      onClose={onClose}
    >
      <p>{t("alerts.deleteChannelText", { n: rules })}</p>
    </DeleteDialog>
  );
}
