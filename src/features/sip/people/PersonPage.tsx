import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useParams } from "react-router";
import { isApiError } from "#api/errors.ts";
import { ErrorState } from "#common/ErrorState.tsx";
import { ListLoading } from "#common/ListLoading.tsx";
import { useIsAdmin } from "#common/login.ts";
import type { PersonAccount } from "#domain/people/person.ts";
import { rememberedScenariosQuery } from "#domain/scenarios/remembered.ts";
import { accountQuery } from "#domain/sip/queries.ts";
import { useText } from "#i18n/texts.ts";
import { parseId } from "#paths";
import { EmptyState } from "#ui/EmptyState.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { AccountNotFound } from "../account/AccountNotFound.tsx";

export type PersonChange = "leave" | "takeOver" | "suspend" | "resume";

interface Props {
  change: PersonChange;
  children: (person: PersonAccount) => ReactNode;
}

/** A page about one account, read anew: what is planned must start from what is there now. */
export function PersonPage({ change, children }: Props) {
  const t = useText();
  const isAdmin = useIsAdmin();
  const id = parseId(useParams().id);
  if (!isAdmin)
    return <EmptyState icon="eye" title={t("role.notYours")} text={t("role.readOnly")} />;
  if (id !== undefined)
    return (
      <Read key={id} id={id} change={change}>
        {children}
      </Read>
    );
  return (
    <>
      <PageHeader title={t(`people.title.${change}`, { account: "" })} />
      <AccountNotFound />
    </>
  );
}

function Read({ id, change, children }: Props & { id: number }) {
  const t = useText();
  const account = useQuery({ ...accountQuery(id), refetchOnMount: "always" });
  const remembered = useQuery({ ...rememberedScenariosQuery(id), refetchOnMount: "always" });
  const { data, error, isError, isFetchedAfterMount } = account;
  const isNotFound = isApiError(error) && error.kind === "notFound";
  const retry = () => void account.refetch();
  const name = data === undefined ? "" : `${data.number} ${data.name}`;
  // Without what Pult remembers the page works too, and says what it does not know.
  const isRead = isFetchedAfterMount && remembered.isFetchedAfterMount && data !== undefined;
  return (
    <>
      <PageHeader
        title={t(`people.title.${change}`, { account: name })}
        lead={t(`people.lead.${change}`)}
      />
      {isError && isNotFound && <AccountNotFound onRetry={retry} />}
      {isError && !isNotFound && <ErrorState error={error} onRetry={retry} />}
      {!isError && !isRead && (
        <ListLoading failure={account.failureReason} label={t("people.loading")} />
      )}
      {!isError && isRead && children({ account: data, remembered: remembered.data ?? [] })}
    </>
  );
}
