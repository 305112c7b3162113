import Button from "@mui/material/Button";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useController } from "react-hook-form";
import { Link } from "react-router";
import { alertRulesQuery } from "#domain/alerts/queries.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { FieldError } from "#ui/form/Field.tsx";
import form from "#ui/form/Form.module.css";
import { Notice } from "#ui/Notice.tsx";
import type { Inputs } from "./RuleInputs.tsx";

/** To whom a rule tells: a box for each channel. */
export function ChannelsInput<R>({ control }: Inputs<R>) {
  const t = useText();
  const id = useId();
  const { data } = useQuery(alertRulesQuery());
  const { field, fieldState } = useController({ control, name: "channels" });
  const channels = data?.channels ?? [];
  const toggle = (channel: string, isChosen: boolean) => {
    const others = field.value.filter((one) => one !== channel);
    field.onChange(isChosen ? [...others, channel] : others);
  };
  return (
    <fieldset className={form.field} aria-describedby={`${id}-error`}>
      <legend className="small strong">{t("alerts.rule.to")}</legend>
      {data !== undefined && channels.length === 0 && (
        <Notice
          tone="attention"
          action={
            <Button size="small" component={Link} to={paths.alertChannel()}>
              {t("alerts.addChannel")}
            </Button>
          }
        >
          {t("alerts.rule.noChannels")}
        </Notice>
      )}
      {channels.map(({ id: channel, name, type, isOn }, index) => (
        <label key={channel} className={`beside gap-8 ${form.radio}`}>
          <input
            ref={index === 0 ? field.ref : undefined}
            type="checkbox"
            checked={field.value.includes(channel)}
            onChange={(event) => toggle(channel, event.target.checked)}
            onBlur={field.onBlur}
          />
          <span>
            <span translate="no">{name}</span>{" "}
            <span className="muted">
              {t(`alerts.type.${type}`)}
              {!isOn && ` · ${t("alerts.state.off")}`}
            </span>
          </span>
        </label>
      ))}
      <FieldError id={id} error={fieldState.error?.message} />
    </fieldset>
  );
}
