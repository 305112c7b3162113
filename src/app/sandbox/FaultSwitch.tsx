import Button from "@mui/material/Button";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { label } from "#api/operation.ts";
import { operationList } from "#api/operations.ts";
import { useText } from "#i18n/texts.ts";
import { type Fault, sandboxControl } from "./control.ts";
import styles from "./SandboxPanel.module.css";

interface Props {
  attempt: (action: () => Promise<void>) => Promise<void>;
}

/** Makes operations fail on purpose, to see how the app handles it. */
export function FaultSwitch({ attempt }: Props) {
  const t = useText();
  const client = useQueryClient();
  const key = ["sandbox", "faults"];
  const faults = useQuery({ queryKey: key, queryFn: sandboxControl.faults, staleTime: 0 });
  const examples = useQuery({
    queryKey: ["sandbox", "faultExamples"],
    queryFn: sandboxControl.faultExamples,
  });
  const active = (faults.data ?? []).filter((fault) => fault.times !== 0);
  const set = (next: readonly Fault[]) =>
    attempt(async () => {
      client.setQueryData(key, await sandboxControl.setFaults(next));
    });
  const add = (form: FormData) => {
    const times = Number(form.get("times"));
    return set([
      ...active,
      {
        operation: getValue(form, "operation"),
        fault: getValue(form, "fault"),
        ...(times > 0 ? { times } : {}),
      },
    ]);
  };
  return (
    <form
      className={`stack gap-12 divided ${styles.section}`}
      onSubmit={(event) => {
        event.preventDefault();
        void add(new FormData(event.currentTarget));
      }}
    >
      <h3 className="heading strong">{t("sandbox.faults")}</h3>
      <label className={`stack gap-4 strong ${styles.label}`}>
        {t("sandbox.operation")}
        <select className={styles.control} name="operation">
          <option value="*">{t("sandbox.every")}</option>
          {operationList.map((op) => (
            <option key={op.name}>{label(op)}</option>
          ))}
        </select>
      </label>
      <label className={`stack gap-4 strong ${styles.label}`}>
        {t("sandbox.fault")}
        <select className={styles.control} name="fault">
          {examples.data?.map((fault) => (
            <option key={fault}>{fault}</option>
          ))}
        </select>
      </label>
      <label className={`stack gap-4 strong ${styles.label}`}>
        {t("sandbox.times")}
        <input className={styles.control} name="times" type="number" min={1} />
      </label>
      <div className="buttons">
        <Button type="submit" variant="outlined">
          {t("sandbox.apply")}
        </Button>
        <Button disabled={active.length === 0} onClick={() => void set([])}>
          {t("sandbox.clear")}
        </Button>
      </div>
      <p role="status">
        {active.length === 0
          ? t("sandbox.none")
          : t("sandbox.active", { list: describeFaults(active) })}
      </p>
    </form>
  );
}

function describeFaults(faults: readonly Fault[]): string {
  return faults
    .map(({ operation, fault, times }) => `${operation} ${fault}${times ? ` ×${times}` : ""}`)
    .join("; ");
}

function getValue(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
