import { type ReactNode, type RefObject, useId } from "react";
import styles from "./Form.module.css";

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
    <div className={styles.field}>
      <label className={`row gap-12 strong ${styles.switchLine}`}>
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
      <div id={`${id}-help`} className="caption muted">
        {help}
      </div>
    </div>
  );
}
