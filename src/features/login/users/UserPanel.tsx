import Button from "@mui/material/Button";
import { useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { useState } from "react";
import { useParams } from "react-router";
import { call } from "#api/client.ts";
import {
  createUserLink,
  endUserSession,
  listUsers,
  listUserSessions,
  type LoginUser,
  updateUser,
} from "#api/login.ts";
import type { Request } from "#api/operation.ts";
import { ListLoading } from "#common/ListLoading.tsx";
import { LoadErrorNotice } from "#common/LoadErrorNotice.tsx";
import { useLogin } from "#common/login.ts";
import { invalidate } from "#common/query.ts";
import { useClosePanel } from "#common/useClosePanel.ts";
import { withVerification } from "#common/verification.ts";
import { usersQuery, userSessionsQuery } from "#domain/login/queries.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { EmptyState } from "#ui/EmptyState.tsx";
import { Notice } from "#ui/Notice.tsx";
import { usePanelTitle } from "#ui/pageTitle.ts";
import { SidePanel } from "#ui/SidePanel.tsx";
import panel from "#ui/SidePanel.module.css";
import { toast } from "#ui/toasts.ts";
import { AttemptError } from "../AttemptError.tsx";
import { SessionList } from "../SessionList.tsx";
import { type Attempt, useAttempt } from "../useAttempt.ts";
import { LinkToGive, type NewLink } from "./LinkToGive.tsx";
import { RoleChoice } from "./RoleChoice.tsx";
import { TotpForm } from "./TotpForm.tsx";

/** `/users/:id`: one person's role, access and sessions. */
export function UserPanel() {
  const t = useText();
  const { id } = useParams();
  const close = useClosePanel(paths.users());
  const users = useQuery(usersQuery());
  const user = users.data?.items.find((one) => one.id === id);
  const title = user?.fullName ?? t("users.person");
  usePanelTitle(title);
  return (
    <SidePanel title={title} onClose={() => void close()}>
      <div className={panel.body}>
        {user === undefined ? <Missing users={users} /> : <Person key={user.id} user={user} />}
      </div>
    </SidePanel>
  );
}

function Missing({ users }: { users: UseQueryResult<{ items: LoginUser[] }> }) {
  const t = useText();
  if (users.data !== undefined) {
    const text = t("users.missingText");
    return <EmptyState icon="warning" title={t("users.missing")} text={text} />;
  }
  if (users.isError)
    return <LoadErrorNotice error={users.error} onRetry={() => void users.refetch()} />;
  return <ListLoading failure={users.failureReason} label={t("users.loading")} />;
}

function Person({ user }: { user: LoginUser }) {
  const t = useText();
  const client = useQueryClient();
  const isLocal = useLogin()?.kind === "local";
  const { id, name, hasTotp } = user;
  const sessions = useQuery(userSessionsQuery(id));
  const change = async (body: Request<typeof updateUser>["body"], done: string) => {
    await withVerification(() => call(updateUser, { params: { id }, body }));
    toast("success", done);
    await invalidate(client, listUsers, listUserSessions);
  };
  const endSession = async (sid: string) => {
    await call(endUserSession, { params: { id, sid } });
    await invalidate(client, listUsers);
  };
  return (
    <>
      <p>
        <span translate="no">{name}</span>
        <span className="muted">
          {" · "}
          {t("users.totp")}: {t(hasTotp ? "users.totp.yes" : "users.totp.no").toLowerCase()}
        </span>
      </p>
      {isLocal && <RoleForm user={user} onChange={change} />}
      {isLocal && !user.isDisabled && <LinkForm user={user} />}
      {isLocal && hasTotp && <TotpForm user={user} />}
      <Access user={user} onChange={change} />
      <section className="stack gap-12 divided">
        <h3 className="subheading strong">{t("users.sessions")}</h3>
        <SessionList query={sessions} onEnd={endSession} />
      </section>
    </>
  );
}

type Change = (body: Request<typeof updateUser>["body"], done: string) => Promise<void>;

function RoleForm({ user, onChange }: { user: LoginUser; onChange: Change }) {
  const t = useText();
  const attempt = useAttempt();
  const [role, setRole] = useState(user.role);
  return (
    <section className="stack gap-12 divided">
      <RoleChoice label={t("users.role")} value={role} onChange={setRole} />
      {role !== null && role !== user.role && (
        <>
          <p className="caption muted">{t("users.roleChange")}</p>
          <div>
            <Button
              variant="contained"
              loading={attempt.running}
              onClick={() =>
                void attempt.attempt(() => {
                  const values = { name: user.fullName, role: t(`login.role.${role}`) };
                  return onChange({ role }, t("users.roleSaved", values));
                })
              }
            >
              {t("users.saveRole")}
            </Button>
          </div>
        </>
      )}
      <ChangeError attempt={attempt} />
    </section>
  );
}

function LinkForm({ user }: { user: LoginUser }) {
  const t = useText();
  const attempt = useAttempt();
  const [made, setMade] = useState<NewLink>();
  const { id, fullName, role } = user;
  const make = async () => {
    const { data } = await withVerification(() => call(createUserLink, { params: { id } }));
    setMade(data);
  };
  return (
    <section className="stack gap-8 divided">
      {made === undefined ? (
        <>
          <div>
            <Button
              variant="outlined"
              loading={attempt.running}
              onClick={() => void attempt.attempt(make)}
            >
              {t("users.newLink")}
            </Button>
          </div>
          <p className="caption muted">{t("users.newLinkHelp")}</p>
          <AttemptError attempt={attempt} />
        </>
      ) : (
        <LinkToGive {...made} name={fullName} role={role} />
      )}
    </section>
  );
}

function Access({ user, onChange }: { user: LoginUser; onChange: Change }) {
  const t = useText();
  const attempt = useAttempt();
  const { isDisabled, fullName: name } = user;
  const toggle = () =>
    onChange(
      { isDisabled: !isDisabled },
      t(isDisabled ? "users.wasEnabled" : "users.wasDisabled", { name }),
    );
  return (
    <section className="stack gap-8 divided">
      <h3 className="subheading strong">{t("users.access")}</h3>
      <p className="caption muted">{t(isDisabled ? "users.enableText" : "users.disableText")}</p>
      <div>
        <Button
          variant="outlined"
          color={isDisabled ? "primary" : "error"}
          loading={attempt.running}
          onClick={() => void attempt.attempt(toggle)}
        >
          {t(isDisabled ? "users.enable" : "users.disable")}
        </Button>
      </div>
      <ChangeError attempt={attempt} />
    </section>
  );
}

/** Pult never shuts out its last administrator. */
function ChangeError({ attempt }: { attempt: Attempt }) {
  const t = useText();
  if (attempt.problem !== "last-admin") return <AttemptError attempt={attempt} />;
  return (
    <Notice tone="problem" urgent>
      <strong>{t("users.lastAdmin")}.</strong> {t("users.lastAdminText")}
    </Notice>
  );
}
