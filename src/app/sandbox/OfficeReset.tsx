import Button from "@mui/material/Button";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "#ui/toasts.ts";
import { useText } from "#i18n/texts.ts";
import { forgetOffice, sandboxControl } from "./control.ts";
import styles from "./SandboxPanel.module.css";

interface Props {
  attempt: (action: () => Promise<void>) => Promise<void>;
}

/** Resets the office to a chosen number of accounts. */
export function OfficeReset({ attempt }: Props) {
  const t = useText();
  const client = useQueryClient();
  const office = useQuery({ queryKey: ["sandbox", "office"], queryFn: sandboxControl.office });
  // Keeps what is typed until the office matches it: the inputs stay mounted, and keep the focus.
  const [typed, setTyped] = useState<{ accounts?: string; seed?: string }>({});
  const { accounts = 24, seed = 1 } = office.data ?? {};
  const reset = (form: FormData) =>
    attempt(async () => {
      const created = await sandboxControl.reset({
        accounts: Number(form.get("accounts")),
        seed: Number(form.get("seed")),
      });
      toast("success", t("sandbox.resetDone", { n: created.accounts }));
      setTyped({});
      await forgetOffice(client);
    });
  return (
    <form
      className={`stack gap-12 divided ${styles.section}`}
      onSubmit={(event) => {
        event.preventDefault();
        void reset(new FormData(event.currentTarget));
      }}
    >
      <h3 className="heading strong">{t("sandbox.office")}</h3>
      <label className={`stack gap-4 strong ${styles.label}`}>
        {t("sandbox.accounts")}
        <input
          className={styles.control}
          name="accounts"
          type="number"
          min={0}
          max={10_000}
          required
          value={typed.accounts ?? accounts}
          onChange={({ target: { value } }) => setTyped({ ...typed, accounts: value })}
        />
      </label>
      <label className={`stack gap-4 strong ${styles.label}`}>
        {t("sandbox.seed")}
        <input
          className={styles.control}
          name="seed"
          type="number"
          required
          value={typed.seed ?? seed}
          onChange={({ target: { value } }) => setTyped({ ...typed, seed: value })}
        />
      </label>
      <Button type="submit" variant="outlined">
        {t("sandbox.reset")}
      </Button>
    </form>
  );
}
