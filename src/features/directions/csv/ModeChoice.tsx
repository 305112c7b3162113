import { useId } from "react";
import field from "#ui/form/Form.module.css";
import { useText } from "#i18n/texts.ts";
import { IMPORT_MODES, type ImportMode } from "./difference.ts";

interface Props {
  mode: ImportMode;
  onChange: (mode: ImportMode) => void;
}

/** How to apply a list; the harmless mode comes first. */
export function ModeChoice({ mode, onChange }: Props) {
  const t = useText();
  const name = useId();
  return (
    <fieldset className={field.field}>
      <legend className="small strong">{t("import.mode")}</legend>
      {IMPORT_MODES.map((each) => (
        <label key={each} className={`beside gap-8 ${field.radio}`}>
          <input type="radio" name={name} checked={each === mode} onChange={() => onChange(each)} />
          <span>
            {t(`import.mode.${each}`)} <span className="muted">{t(`import.mode.${each}Help`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
