import { type ReactNode, useId } from "react";
import { describedBy, Field } from "#ui/form/Field.tsx";
import form from "#ui/form/Form.module.css";
import { packReason } from "#ui/form/issues.ts";
import { noAutofill } from "#ui/form/noAutofill.ts";

interface Props {
  /** Unlike any other in the panel. */
  field: string;
  label: string;
  help: ReactNode;
  value: string;
  /** Why what is typed can't be taken. */
  wrong?: string | undefined;
  inputMode?: "text" | "numeric";
  onChange: (value: string) => void;
}

/** A line of text outside of a form: it takes effect while it is typed. */
export function TextField(props: Props) {
  const { field, label, help, value, wrong, inputMode = "text", onChange } = props;
  const id = useId();
  const error = wrong === undefined ? undefined : packReason({ text: wrong });
  return (
    <Field id={id} label={label} help={help} error={error}>
      <div className={`input-box ${form.box} ${error === undefined ? "" : form.wrong}`}>
        <input
          id={id}
          className={`bare grow ${form.input}`}
          value={value}
          inputMode={inputMode}
          aria-invalid={error !== undefined}
          aria-describedby={describedBy(id, error)}
          {...noAutofill(field)}
          onChange={({ target }) => onChange(target.value.trim())}
        />
      </div>
    </Field>
  );
}
