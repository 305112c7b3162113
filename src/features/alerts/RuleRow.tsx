import Button from "@mui/material/Button";
import { useState } from "react";
import { Link } from "react-router";
import type { AlertRule } from "#api/alerts.ts";
import { AdminsOnly } from "#common/AdminsOnly.tsx";
import { useErrorText } from "#common/errorText.ts";
import { useIsAdmin } from "#common/login.ts";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { useDeleteRule, useUpdateRule } from "#domain/alerts/mutations.ts";
import { useMoment } from "#i18n/useMoment.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { Icon } from "#ui/icons.tsx";
import { focusPageTitle } from "#ui/pageTitle.ts";
import { toast } from "#ui/toasts.ts";
import styles from "./Alerts.module.css";
import { DeleteDialog, PauseDialog } from "./dialogs.ts";
import { EditAndDelete } from "./EditAndDelete.tsx";
import { OnSwitch } from "./OnSwitch.tsx";
import { useNow } from "#ui/useNow.ts";
import { ruleDetails, ruleSentence, type RuleWords } from "./sentence.ts";

/** A rule: what it tells in words, and what can be done with it. */
export function RuleRow({ rule, words }: { rule: AlertRule; words: RuleWords }) {
  const t = useText();
  const moment = useMoment();
  const isAdmin = useIsAdmin();
  const update = useUpdateRule();
  const errorText = useErrorText();
  const [asks, setAsks] = useState<"pause" | "delete">();
  const { id, name, isOn } = rule;
  const until = rule.pausedUntil === null ? 0 : Date.parse(rule.pausedUntil);
  const isPaused = until > useNow();
  const change = async (body: Partial<AlertRule>, done: string) => {
    try {
      await update.mutateAsync({ params: { id }, body });
      toast("success", done);
    } catch (error) {
      const { title, text } = errorText(error);
      toast("error", `${title}. ${text}`);
    }
  };
  return (
    <li className={styles.item} data-row data-off={!isOn || undefined}>
      <div className={styles.words}>
        {isAdmin ? (
          <Link
            className="row-link"
            to={paths.alertRule(id)}
            state={OVER_PAGE}
            preventScrollReset
            translate="no"
          >
            {name}
          </Link>
        ) : (
          <span className="strong" translate="no">
            {name}
          </span>
        )}
        <p>{ruleSentence(rule, words)}</p>
        <p className="caption muted">{ruleDetails(rule, t).join(" · ")}</p>
        {isPaused && (
          <p className="hint small attention">
            <Icon name="minus" size={16} />
            {t("alerts.pausedUntil", { moment: moment(until) })}
          </p>
        )}
      </div>
      <div className={styles.actions}>
        <OnSwitch
          name={name}
          isOn={isOn}
          onChange={(on) =>
            change({ isOn: on }, t(on ? "alerts.wasOn" : "alerts.wasOff", { name }))
          }
        />
        <AdminsOnly>
          {isPaused ? (
            <Button
              size="small"
              aria-label={t("alerts.resumeOf", { name })}
              onClick={() => void change({ pausedUntil: null }, t("alerts.resumed"))}
            >
              {t("alerts.resume")}
            </Button>
          ) : (
            <Button
              size="small"
              aria-label={t("alerts.pauseOf", { name })}
              onClick={() => setAsks("pause")}
            >
              {t("alerts.pause")}
            </Button>
          )}
          <EditAndDelete name={name} to={paths.alertRule(id)} onDelete={() => setAsks("delete")} />
        </AdminsOnly>
      </div>
      {asks === "pause" && (
        <PauseDialog
          title={t("alerts.pauseTitle", { name })}
          onPause={(at) => update.mutateAsync({ params: { id }, body: { pausedUntil: at } })}
          onClose={() => setAsks(undefined)}
        />
      )}
      {asks === "delete" && <DeleteRule rule={rule} onClose={() => setAsks(undefined)} />}
    </li>
  );
}

function DeleteRule({ rule: { id, name }, onClose }: { rule: AlertRule; onClose: () => void }) {
  const t = useText();
  const { mutateAsync } = useDeleteRule();
  return (
    <DeleteDialog
      title={t("alerts.deleteRule", { name })}
      button={t("alerts.delete")}
      onConfirm={() => mutateAsync({ params: { id } })}
      onDone={() => {
        toast("success", t("alerts.ruleDeleted", { name }));
        onClose();
        focusPageTitle();
      }}
      onClose={onClose}
    >
      <p>{t("alerts.deleteRuleText")}</p>
    </DeleteDialog>
  );
}
