import { AdminsOnly } from "#common/AdminsOnly.tsx";
import { useText } from "#i18n/texts.ts";
import form from "#ui/form/Form.module.css";
import { useSingleFlight } from "#ui/useSingleFlight.ts";

interface Props {
  /** Of what it turns on or off. */
  name: string;
  isOn: boolean;
  onChange: (isOn: boolean) => Promise<void>;
}

/** Turns a rule or a channel of the list on or off, at once. */
export function OnSwitch({ name, isOn, onChange }: Props) {
  const t = useText();
  const changing = useSingleFlight();
  return (
    <AdminsOnly>
      <label className={`row gap-8 small ${form.switchLine}`}>
        <input
          className={form.switch}
          type="checkbox"
          role="switch"
          checked={isOn}
          aria-checked={isOn}
          aria-label={t("alerts.on", { name })}
          onChange={(event) => {
            const on = event.target.checked;
            void changing.run(() => onChange(on));
          }}
        />
        <span aria-hidden="true">{t(isOn ? "alerts.state.on" : "alerts.state.off")}</span>
      </label>
    </AdminsOnly>
  );
}
