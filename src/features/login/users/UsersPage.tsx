import Button from "@mui/material/Button";
import { useQuery } from "@tanstack/react-query";
import { Link, Outlet } from "react-router";
import { listUsers, type LoginUser } from "#api/login.ts";
import { ErrorState } from "#common/ErrorState.tsx";
import { Freshness } from "#common/Freshness.tsx";
import { ListLoading } from "#common/ListLoading.tsx";
import { useLogin, useMay, useUser } from "#common/login.ts";
import { StaleNotice } from "#common/StaleNotice.tsx";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { usersQuery } from "#domain/login/queries.ts";
import { useMoment } from "#i18n/useMoment.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { EmptyState } from "#ui/EmptyState.tsx";
import { Icon } from "#ui/icons.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import styles from "./Users.module.css";

/** `/users`: who may sign in, with which role. */
export function UsersPage() {
  const t = useText();
  const kind = useLogin()?.kind ?? "none";
  const mayManage = useMay(listUsers);
  const invite = (
    <Button
      variant="contained"
      component={Link}
      to={paths.userNew()}
      state={OVER_PAGE}
      startIcon={<Icon name="plus" />}
    >
      {t("users.invite")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("users.title")}
        lead={t("users.lead")}
        actions={kind === "local" && mayManage ? invite : undefined}
      />
      <Content kind={kind} mayManage={mayManage} />
      <Outlet />
    </>
  );
}

function Content({ kind, mayManage }: { kind: string; mayManage: boolean }) {
  const t = useText();
  if (kind === "none")
    return <EmptyState icon="eye" title={t("users.none")} text={t("users.noneText")} />;
  if (kind === "header")
    return <EmptyState icon="eye" title={t("users.header")} text={t("users.headerText")} />;
  if (!mayManage)
    return <EmptyState icon="warning" title={t("role.notYours")} text={t("role.adminOnly")} />;
  return (
    <div className="stack gap-12">
      {kind === "oidc" && <Notice tone="note">{t("users.oidc")}</Notice>}
      <List />
    </div>
  );
}

function List() {
  const t = useText();
  const users = useQuery(usersQuery());
  const refresh = () => void users.refetch();
  if (users.data === undefined) {
    if (users.isError) return <ErrorState error={users.error} onRetry={refresh} />;
    return <ListLoading failure={users.failureReason} label={t("users.loading")} />;
  }
  const { items } = users.data;
  return (
    <>
      {users.isError && (
        <StaleNotice error={users.error} at={users.dataUpdatedAt} onRetry={refresh} />
      )}
      <div className="row gap-4">
        <Freshness
          at={users.isError ? undefined : users.dataUpdatedAt}
          fetching={users.isFetching}
          failure={users.failureReason}
          onRefresh={refresh}
        >
          <span role="status">{t("users.count", { n: items.length })}</span>
        </Freshness>
      </div>
      <ul className={`card ${styles.list}`}>
        {items.map((user) => (
          <UserRow key={user.id} user={user} />
        ))}
      </ul>
    </>
  );
}

function UserRow({ user }: { user: LoginUser }) {
  const t = useText();
  const moment = useMoment();
  const own = useUser()?.name;
  const { id, name, fullName, role, isDisabled, hasTotp, usedAt } = user;
  return (
    <li className={styles.user} data-row>
      <div className={styles.who}>
        <Link className="row-link" to={paths.user(id)} state={OVER_PAGE} translate="no">
          {fullName}
        </Link>
        <span className="muted" translate="no">
          {name !== fullName && ` ${name}`}
        </span>
        {name === own && <span className="muted"> · {t("users.you")}</span>}
      </div>
      <span className={role === null ? "attention strong" : undefined}>
        {t(`login.role.${role ?? "none"}`)}
      </span>
      <span className="small">
        {isDisabled ? (
          <span className="inline-row gap-4 offline">
            <Icon name="minus" size={16} />
            {t("users.disabled")}
          </span>
        ) : (
          <span className="muted">
            {usedAt === null
              ? t("users.never")
              : t("me.used", { moment: moment(Date.parse(usedAt)) })}
          </span>
        )}
      </span>
      <span className="small muted">
        {hasTotp && (
          <span className="inline-row gap-4">
            <Icon name="check" size={16} />
            {t("users.totp")}
          </span>
        )}
      </span>
    </li>
  );
}
