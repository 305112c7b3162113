import Button from "@mui/material/Button";
import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { Link } from "react-router";
import { listSipAccounts, type ListedSipAccount } from "#api/sip.ts";
import { AdminsOnly } from "#common/AdminsOnly.tsx";
import { ErrorState } from "#common/ErrorState.tsx";
import { InvalidRowsNotice } from "#common/invalidRows/InvalidRowsNotice.tsx";
import { ListLoading } from "#common/ListLoading.tsx";
import { LoadProgress } from "#common/LoadProgress.tsx";
import { isEmptyList } from "#common/query.ts";
import { StaleNotice } from "#common/StaleNotice.tsx";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { accountsQuery } from "#domain/sip/queries.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { EmptyState } from "#ui/EmptyState.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import list from "#ui/table/List.module.css";
import { useAddressParams, withParams } from "#ui/useAddressParams.ts";
import { useFocusFallback } from "#ui/useFocusFallback.ts";
import { DepartmentsProgress } from "./DepartmentsProgress.tsx";
import { Files } from "./Files.tsx";
import { Groups } from "./Groups.tsx";
import styles from "./PhoneBook.module.css";
import { usePhoneBook } from "./usePhoneBook.ts";

/** `/sip/phone-book`: who has which extension, to print and to load into telephones. */
export function PhoneBookPage() {
  const t = useText();
  const accounts = useQuery(accountsQuery());
  const { data } = accounts;
  const retry = () => void accounts.refetch();
  return (
    <>
      <PageHeader
        title={t("phoneBook.title")}
        lead={t("phoneBook.lead")}
        actions={
          data !== undefined &&
          !isEmptyList(data) && (
            <Button variant="contained" onClick={() => print()}>
              {t("phoneBook.print")}
            </Button>
          )
        }
      />
      {data === undefined ? (
        accounts.isError ? (
          <ErrorState error={accounts.error} onRetry={retry} />
        ) : (
          <ListLoading failure={accounts.failureReason} label={t("sip.loading")} />
        )
      ) : isEmptyList(data) ? (
        <Nobody />
      ) : (
        <>
          <div className={list.notices}>
            {accounts.isError && data.complete && (
              <StaleNotice error={accounts.error} at={accounts.dataUpdatedAt} onRetry={retry} />
            )}
            <LoadProgress list={accounts} loaded={data.items.length} onRetry={retry} />
            <InvalidRowsNotice rows={data.invalidRows} operation={listSipAccounts} />
          </div>
          <PhoneBook accounts={data.items} isComplete={data.complete} />
        </>
      )}
    </>
  );
}

/** Explains the first step to an office without accounts. */
function Nobody() {
  const t = useText();
  return (
    <EmptyState
      icon="phone"
      title={t("phoneBook.none")}
      text={t("phoneBook.noneText")}
      actions={
        <AdminsOnly>
          <Button component={Link} to={paths.sipNew()} state={OVER_PAGE} variant="outlined">
            {t("sip.create")}
          </Button>
        </AdminsOnly>
      }
    />
  );
}

interface Props {
  accounts: readonly ListedSipAccount[];
  /** Whether these are all accounts. */
  isComplete: boolean;
}

function PhoneBook({ accounts, isComplete }: Props) {
  const t = useText();
  const place = useRef<HTMLDivElement>(null);
  // The buttons of notices go with them.
  useFocusFallback(place);
  const { params, change } = useAddressParams();
  const byDepartment = params.get("by") === "department";
  const { entries, departments } = usePhoneBook(accounts, byDepartment && isComplete);
  const creating = accounts.length - entries.length;
  return (
    <div ref={place} className={styles.columns}>
      <Files entries={entries} isComplete={isComplete} />
      <div className={`stack gap-12 ${styles.main}`}>
        <div className={`row wrap gap-8-16 ${styles.bar}`}>
          <label className={list.choice}>
            {t("phoneBook.order")}
            <select
              value={byDepartment ? "department" : "name"}
              onChange={({ target }) =>
                change((old) =>
                  withParams(old, {
                    by: target.value === "department" ? target.value : undefined,
                  }),
                )
              }
            >
              <option value="name">{t("phoneBook.order.name")}</option>
              <option value="department">{t("phoneBook.order.department")}</option>
            </select>
          </label>
          <p role="status" className="caption muted tabular">
            {[
              t("sip.shown", { n: entries.length }),
              ...(creating > 0 ? [t("phoneBook.creating", { n: creating })] : []),
            ].join(" · ")}
          </p>
        </div>
        {byDepartment && isComplete && (
          <DepartmentsProgress entries={entries} departments={departments} />
        )}
        <Groups
          entries={entries}
          byDepartment={byDepartment && isComplete && !departments.isReading}
        />
      </div>
    </div>
  );
}
