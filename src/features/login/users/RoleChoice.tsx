import { useId } from "react";
import { type Role, ROLES } from "#api/access.ts";
import { useText } from "#i18n/texts.ts";
import styles from "#ui/form/Form.module.css";
import { unbroken } from "#ui/unbroken.tsx";

interface Props {
  label: string;
  value: Role | null;
  onChange: (role: Role) => void;
}

/** The roles, each with what it may do. */
export function RoleChoice({ label, value, onChange }: Props) {
  const t = useText();
  const id = useId();
  return (
    <fieldset className={styles.field}>
      <legend className="small strong">{label}</legend>
      {ROLES.map((role) => (
        <label key={role} className={`beside gap-8 ${styles.radio}`}>
          <input
            type="radio"
            name={id}
            value={role}
            checked={value === role}
            onChange={() => onChange(role)}
          />
          <span>
            {unbroken(t(`login.role.${role}`))}
            {": "}
            <span className="muted">{unbroken(t(`login.roleText.${role}`))}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
