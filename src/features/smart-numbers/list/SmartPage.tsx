import { AdminsOnly } from "#common/AdminsOnly.tsx";
import Button from "@mui/material/Button";
import { useRef } from "react";
import { Link, Outlet, useSearchParams } from "react-router";
import { RecentChanges } from "#common/journal/RecentChanges.tsx";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { parseId, paths } from "#paths";
import { Icon } from "#ui/icons.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { useFocusFallback } from "#ui/useFocusFallback.ts";
import { useText } from "#i18n/texts.ts";
import { Legend } from "./Legend.tsx";
import { SmartList } from "./SmartList.tsx";
import styles from "./SmartPage.module.css";
import { UserPicker } from "./UserPicker.tsx";
import { useSeenUsers } from "./useSeenUsers.ts";

/** `/smart-numbers`: the numbers of one user. The form for a new one opens over it. */
export function SmartPage() {
  const t = useText();
  const [params] = useSearchParams();
  const requestedUser = params.get("user") ?? "";
  const user = parseId(requestedUser);
  const { seen, numbers } = useSeenUsers(user);
  const place = useRef<HTMLDivElement>(null);
  useFocusFallback(place);
  return (
    <>
      <PageHeader
        title={t("smart.title")}
        lead={t("smart.lead")}
        actions={
          <AdminsOnly>
            <Button
              component={Link}
              to={{ pathname: paths.smartNumberNew(), search: params.toString() }}
              state={OVER_PAGE}
              variant="contained"
              startIcon={<Icon name="plus" size={16} />}
              preventScrollReset
            >
              {t("smart.add")}
            </Button>
          </AdminsOnly>
        }
      />
      <div ref={place} className={styles.place}>
        {user === undefined && <Legend teach />}
        {/* The same element with and without a user: the field keeps the focus. */}
        <div className={user === undefined ? `card padded stack gap-8 ${styles.ask}` : ""}>
          {user === undefined && (
            <>
              <h2 className="subheading strong">{t("smart.noUser")}</h2>
              <p className="muted">{t("smart.noUserText")}</p>
            </>
          )}
          <UserPicker requestedUser={requestedUser} seen={seen} />
        </div>
        {user !== undefined && (
          <>
            <Legend teach={numbers === 0} />
            <SmartList key={user} user={user} />
          </>
        )}
        <RecentChanges kind="smart" />
      </div>
      <Outlet />
    </>
  );
}
