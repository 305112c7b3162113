import { type ReactNode, type RefObject, useId } from "react";
import field from "./Field.module.css";
import styles from "./Switch.module.css";

interface Props {
  label: string;
  help?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  inputRef?: RefObject<HTMLInputElement | null>;
}

/** Something that is on or off. */
export function Switch({ label, help, checked, onChange, inputRef }: Props) {
  const id = useId();
  return (
    <div className={field.field}>
      <label className={styles.line}>
        <input
          ref={inputRef}
          className={styles.switch}
          type="checkbox"
          role="switch"
          checked={checked}
          aria-checked={checked}
          onChange={(event) => onChange(event.target.checked)}
          aria-describedby={`${id}-help`}
        />
        <span>{label}</span>
      </label>
      <div id={`${id}-help`} className={field.help}>
        {help}
      </div>
    </div>
  );
}
