import Button from "@mui/material/Button";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Role } from "#api/access.ts";
import { call } from "#api/client.ts";
import { inviteUser, listUsers } from "#api/login.ts";
import { invalidate } from "#common/query.ts";
import { useClosePanel } from "#common/useClosePanel.ts";
import { withVerification } from "#common/verification.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { usePanelTitle } from "#ui/pageTitle.ts";
import { SidePanel } from "#ui/SidePanel.tsx";
import panel from "#ui/SidePanel.module.css";
import { AttemptError } from "../AttemptError.tsx";
import { PlainField } from "../PlainField.tsx";
import { readForm } from "../readForm.ts";
import { useAttempt } from "../useAttempt.ts";
import { LinkToGive, type NewLink } from "./LinkToGive.tsx";
import { RoleChoice } from "./RoleChoice.tsx";

/** As `userName` of the API; which characters, the field says. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,63}$/u;

interface Invited extends NewLink {
  name: string;
}

/** `/users/new`: somebody who may sign in from now on. */
export function InvitePanel() {
  const t = useText();
  const close = useClosePanel(paths.users());
  const [role, setRole] = useState<Role>("support");
  const [invited, setInvited] = useState<Invited>();
  const title =
    invited === undefined ? t("users.inviteTitle") : t("users.link", { name: invited.name });
  usePanelTitle(title);
  return (
    <SidePanel title={title} onClose={() => void close()}>
      {invited === undefined ? (
        <InviteForm
          role={role}
          onRole={setRole}
          onInvited={setInvited}
          onClose={() => void close()}
        />
      ) : (
        <>
          <div className={panel.body}>
            <LinkToGive {...invited} role={role} />
          </div>
          <div className={panel.foot}>
            <div className="buttons">
              <Button variant="contained" onClick={() => void close()}>
                {t("users.done")}
              </Button>
            </div>
          </div>
        </>
      )}
    </SidePanel>
  );
}

interface FormProps {
  role: Role;
  onRole: (role: Role) => void;
  onInvited: (invited: Invited) => void;
  onClose: () => void;
}

function InviteForm({ role, onRole, onInvited, onClose }: FormProps) {
  const t = useText();
  const client = useQueryClient();
  const attempt = useAttempt();
  const [isWrong, setIsWrong] = useState(false);
  const invite = async (name: string, fullName: string) => {
    const body = { name, role, ...(fullName === "" ? {} : { fullName }) };
    const { data } = await withVerification(() => call(inviteUser, { body }));
    onInvited({ ...data, name });
    await invalidate(client, listUsers);
  };
  const nameError = isWrong ? t("users.loginNameWrong") : undefined;
  return (
    <form
      className={panel.form}
      noValidate
      onSubmit={(event) => {
        const read = readForm(event);
        const name = read("login-name").trim();
        setIsWrong(!NAME.test(name));
        if (NAME.test(name)) void attempt.attempt(() => invite(name, read("full-name").trim()));
      }}
    >
      <div className={panel.body}>
        <PlainField
          label={t("users.loginName")}
          help={t("users.loginNameHelp")}
          name="login-name"
          autoFocus
          required
          error={nameError ?? (attempt.problem === "name-taken" ? t("users.taken") : undefined)}
        />
        <PlainField
          label={t("users.fullName")}
          help={t("users.fullNameHelp")}
          name="full-name"
          maxLength={100}
        />
        <RoleChoice label={t("users.role")} value={role} onChange={onRole} />
      </div>
      <div className={panel.foot}>
        <AttemptError attempt={attempt} inField="name-taken" />
        <div className="buttons">
          <Button type="submit" variant="contained" loading={attempt.running}>
            {t("users.create")}
          </Button>
          <Button onClick={onClose}>{t("ui.cancel")}</Button>
        </div>
      </div>
    </form>
  );
}
