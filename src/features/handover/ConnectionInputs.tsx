import { useId, useState } from "react";
import { LIMITS } from "#api/fields.ts";
import { TRANSPORTS } from "#api/handover.ts";
import { type Connection, standardPort } from "#domain/handover/credentials.ts";
import { useText } from "#i18n/texts.ts";
import { Field } from "#ui/form/Field.tsx";
import styles from "./Handover.module.css";
import { TextField } from "./TextField.tsx";
import { isPort } from "./useConnection.ts";

/** As digits: a port has no groups of three. */
const LIMITS_TEXT = { min: String(LIMITS.port.min), max: String(LIMITS.port.max) };

interface Props {
  connection: Connection;
  onChange: (connection: Connection) => void;
}

/** Transport and port: rarely changed, so they stand aside. */
export function ConnectionInputs({ connection, onChange }: Props) {
  const t = useText();
  const id = useId();
  const { transport, port } = connection;
  const [typed, setTyped] = useState(String(port));
  const type = (text: string) => {
    setTyped(text);
    if (isPort(Number(text))) onChange({ transport, port: Number(text) });
  };
  const choose = (value: string) => {
    const next = TRANSPORTS.find((one) => one === value) ?? transport;
    const isStandard = port === standardPort(transport);
    const nextPort = isStandard ? standardPort(next) : port;
    setTyped(String(nextPort));
    onChange({ transport: next, port: nextPort });
  };
  return (
    <details>
      <summary className="small">
        {t("handover.connection", { transport: transport.toUpperCase(), port: String(port) })}
      </summary>
      <div className={`stack gap-12 ${styles.connectionFields}`}>
        <Field id={id} label={t("handover.transport")} error={undefined}>
          <select
            id={id}
            className={styles.select}
            value={transport}
            onChange={({ target }) => choose(target.value)}
          >
            {TRANSPORTS.map((one) => (
              <option key={one} value={one}>
                {one.toUpperCase()}
              </option>
            ))}
          </select>
        </Field>
        <TextField
          field="port"
          label={t("handover.port")}
          help={t("handover.portHelp")}
          value={typed}
          wrong={
            isPort(Number(typed))
              ? undefined
              : t("handover.portWrong", { ...LIMITS_TEXT, port: String(port) })
          }
          inputMode="numeric"
          onChange={type}
        />
      </div>
    </details>
  );
}
