import Button from "@mui/material/Button";
import { useId, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { parseId, paths } from "#paths";
import { Combobox } from "#ui/form/Combobox.tsx";
import { Field } from "#ui/form/Field.tsx";
import { packReason } from "#ui/form/issues.ts";
import { PHONE, useMediaQuery } from "#ui/useMediaQuery.ts";
import type { SeenUser } from "#domain/smartNumbers/users.ts";
import { useText } from "#i18n/texts.ts";
import styles from "./SmartPage.module.css";

interface Props {
  /** The user in the address, valid or not. */
  requestedUser: string;
  seen: readonly SeenUser[];
}

/** Whose numbers are shown: picked among those seen in this browser, or typed. */
export function UserPicker({ requestedUser, seen }: Props) {
  const t = useText();
  const navigate = useNavigate();
  const id = useId();
  const phone = useMediaQuery(PHONE);
  const input = useRef<HTMLInputElement>(null);
  /** What was typed but is no valid id. */
  const [refused, setRefused] = useState<string>();
  // Discards what was typed when the address changes, as on Back. Not by a React key, which would
  // lose the focus.
  const [shown, setShown] = useState(requestedUser);
  if (shown !== requestedUser) {
    setShown(requestedUser);
    setRefused(undefined);
  }
  const show = (typed: string) => {
    const user = parseId(typed.trim());
    setRefused(user === undefined ? typed : undefined);
    if (user === undefined) input.current?.focus();
    else if (String(user) !== requestedUser) void navigate(paths.smartNumbers(user));
  };
  const wrong =
    refused !== undefined || (requestedUser !== "" && parseId(requestedUser) === undefined);
  const error = wrong ? packReason({ text: t("smart.userWrong") }) : undefined;
  return (
    <form
      className={styles.picker}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        show(input.current?.value ?? "");
      }}
    >
      <Field
        id={id}
        label={t("smart.user")}
        help={phone && requestedUser !== "" ? undefined : t("smart.userHelp")}
        error={error}
      >
        <div className={`beside gap-8 ${styles.line}`}>
          <div className={styles.box}>
            <Combobox
              id={id}
              free
              inputRef={(element) => {
                input.current = element;
              }}
              choices={seen.map((user) => ({
                value: String(user.id),
                label: String(user.id),
                note: t("smart.shown", { n: user.numbers }),
              }))}
              value={requestedUser}
              onChange={show}
              onBlur={() => undefined}
              error={error}
              placeholder={t("smart.userExample")}
              emptyText=""
              clearable={false}
              matches={({ label }, typed) => label.startsWith(typed.trim())}
            />
          </div>
          <Button type="submit" variant="outlined">
            {t("smart.userShow")}
          </Button>
        </div>
      </Field>
    </form>
  );
}
