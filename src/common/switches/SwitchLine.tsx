import Button from "@mui/material/Button";
import { type ReactNode, useState } from "react";
import type { TimedSwitch } from "#api/switches.ts";
import { AdminsOnly } from "#common/AdminsOnly.tsx";
import { useCancelSwitch, useChangeSwitch, useDismissSwitch } from "#domain/switches/mutations.ts";
import { isOpen } from "#domain/switches/queries.ts";
import { useText } from "#i18n/texts.ts";
import { Icon } from "#ui/icons.tsx";
import { toast } from "#ui/toasts.ts";
import { unbroken } from "#ui/unbroken.tsx";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { warnBeforeUnloadWhile } from "#ui/warnBeforeUnloadWhile.ts";
import styles from "./Switches.module.css";
import { UntilDialog } from "./UntilDialog.tsx";
import { useExactMoment, useMomentText } from "./useMomentText.ts";
import { switchReasonText } from "./useSwitchErrorText.ts";
import { useSwitchSentence, useSwitchTitle } from "./useSwitchText.ts";

interface Props {
  item: TimedSwitch;
  /** What it is about, where the place does not say so. */
  title?: ReactNode;
}

/** One switch: until when, what comes then, and the buttons that change it; or why it did nothing. */
export function SwitchLine({ item, title }: Props) {
  const t = useText();
  const sentence = useSwitchSentence(item);
  const exact = useExactMoment();
  const { until, actor, ended, trouble } = item;
  const isCalm = ended === null && trouble === null;
  return (
    <div className={`stack gap-4 small ${styles.line}`}>
      {title}
      <p className={isCalm ? undefined : "hint attention"} title={exact(Date.parse(until))}>
        {!isCalm && <Icon name="warning" size={16} />}
        <span>
          {unbroken(sentence)}
          {actor !== "anonymous" && <span className="muted"> {t("timer.setBy", { actor })}</span>}
        </span>
      </p>
      <Actions item={item} />
    </div>
  );
}

function Actions({ item }: { item: TimedSwitch }) {
  const t = useText();
  const what = useSwitchTitle(item);
  const momentText = useMomentText();
  const [changing, setChanging] = useState(false);
  const change = useChangeSwitch();
  const cancel = useCancelSwitch();
  const dismiss = useDismissSwitch();
  const flight = useSingleFlight();
  const params = { id: item.id };
  const run = (act: () => Promise<unknown>, done?: string) =>
    void flight.run(async () => {
      try {
        await warnBeforeUnloadWhile(act());
        if (done !== undefined) toast("success", done);
      } catch (error) {
        toast("error", t("timer.failed", { what, reason: switchReasonText(error, t) }));
      }
    });
  if (!isOpen(item)) {
    return (
      <div className={`buttons ${styles.actions}`}>
        <AdminsOnly>
          <Button
            size="small"
            aria-label={t("timer.dismissOf", { what })}
            onClick={() => run(() => dismiss.mutateAsync({ params }))}
          >
            {t("timer.dismiss")}
          </Button>
        </AdminsOnly>
      </div>
    );
  }
  return (
    <div className={`buttons ${styles.actions}`}>
      <AdminsOnly>
        <Button
          size="small"
          aria-label={t("timer.changeOf", { what })}
          onClick={() => setChanging(true)}
        >
          {t("timer.change")}
        </Button>
        <Button
          size="small"
          aria-label={t("timer.cancelOf", { what })}
          loading={flight.running}
          onClick={() => run(() => cancel.mutateAsync({ params }), t("timer.cancelled", { what }))}
        >
          {t("timer.cancel")}
        </Button>
      </AdminsOnly>
      {changing && (
        <UntilDialog
          title={t("timer.changeTitle", { what })}
          button={t("timer.change")}
          initial={Date.parse(item.until)}
          onConfirm={async (at) => {
            const until = new Date(at).toISOString();
            await change.mutateAsync({ params, body: { until } });
            toast("success", t("timer.changed", { what, when: momentText(at) }));
          }}
          onClose={() => setChanging(false)}
        />
      )}
    </div>
  );
}
