import Button from "@mui/material/Button";
import { useQuery } from "@tanstack/react-query";
import type { ComponentProps } from "react";
import { Link } from "react-router";
import { call } from "#api/client.ts";
import { endSession, listUsers, signOut, type LoginKind, type SessionUser } from "#api/login.ts";
import { clearDeviceData } from "#common/clearDeviceData.ts";
import { useMay } from "#common/login.ts";
import { ownSessionsQuery } from "#domain/login/queries.ts";
import { useText } from "#i18n/texts.ts";
import { basePath, paths } from "#paths";
import { SidePanel } from "#ui/SidePanel.tsx";
import { lazyPart } from "#ui/lazyPart.tsx";
import panel from "#ui/SidePanel.module.css";
import { AttemptError } from "./AttemptError.tsx";
import type { ChangePassword as Password } from "./ChangePassword.tsx";
import type { SecondFactor as Factor } from "./SecondFactor.tsx";
import { SessionList } from "./SessionList.tsx";
import { useAttempt } from "./useAttempt.ts";

const ChangePassword = lazyPart<ComponentProps<typeof Password>>(
  async () => (await import("./ChangePassword.tsx")).ChangePassword,
  () => undefined,
);
const SecondFactor = lazyPart<ComponentProps<typeof Factor>>(
  async () => (await import("./SecondFactor.tsx")).SecondFactor,
  () => undefined,
);

interface Props {
  kind: LoginKind;
  user: SessionUser;
  /** Asks the server again who is signed in. */
  onChange: () => Promise<unknown>;
  onClose: () => void;
}

/** Whose page this is: role, sessions, password, second factor, and the way out. */
export function AccountPanel({ kind, user, onChange, onClose }: Props) {
  const t = useText();
  const mayManage = useMay(listUsers);
  const { name, fullName, role } = user;
  const hasPassword = kind === "local" && role !== "wall" && role !== null;
  return (
    <SidePanel title={t("me.title")} onClose={onClose}>
      <div className={panel.body}>
        <section className="stack gap-4">
          <p className="heading strong" translate="no">
            {fullName}
          </p>
          {name !== fullName && (
            <p className="muted" translate="no">
              {name}
            </p>
          )}
          <p>
            <span className="strong">{t(`login.role.${role ?? "none"}`)}.</span>{" "}
            <span className="muted">{t(`login.roleText.${role ?? "none"}`)}</span>
          </p>
        </section>
        {mayManage && (
          <div>
            <Button variant="outlined" component={Link} to={paths.users()} onClick={onClose}>
              {t("me.people")}
            </Button>
          </div>
        )}
        {kind === "header" ? <p className="divided muted">{t("me.header")}</p> : <OwnSessions />}
        {hasPassword && <SecondFactor isOn={user.hasTotp} onChange={onChange} />}
        {hasPassword && <ChangePassword name={name} />}
      </div>
      {kind !== "header" && <SignOut />}
    </SidePanel>
  );
}

function OwnSessions() {
  const t = useText();
  const sessions = useQuery(ownSessionsQuery());
  return (
    <section className="stack gap-12 divided">
      <h3 className="subheading strong">{t("me.sessions")}</h3>
      <SessionList query={sessions} onEnd={(id) => call(endSession, { params: { id } })} />
    </section>
  );
}

/** Only once the server has ended the session: until then it is still open. */
async function leave(): Promise<void> {
  await call(signOut, {});
  await clearDeviceData();
  // Nothing of this page stays in memory either.
  location.replace(basePath + paths.signIn());
}

function SignOut() {
  const t = useText();
  const attempt = useAttempt();
  return (
    <div className={panel.foot}>
      <AttemptError attempt={attempt} />
      <div className="row wrap gap-8-12">
        <Button
          variant="outlined"
          loading={attempt.running}
          aria-describedby="sign-out-hint"
          onClick={() => void attempt.attempt(leave)}
        >
          {t("me.signOut")}
        </Button>
        <p id="sign-out-hint" className="grow caption muted">
          {t("me.signOutHint")}
        </p>
      </div>
    </div>
  );
}
