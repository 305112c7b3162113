import { useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { listAllowedDirections } from "#api/directions.ts";
import { listExternalNumbers } from "#api/externalNumbers.ts";
import { listUsers } from "#api/login.ts";
import { listRememberedForwarding } from "#api/rememberedForwarding.ts";
import { listSipAccounts, type ListedSipAccount } from "#api/sip.ts";
import { listSmartNumbers } from "#api/smartNumbers.ts";
import { useInvalidRows } from "#common/invalidRows/useInvalidRows.ts";
import { useIsAdmin, useMay, useUser } from "#common/login.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { joinCountries } from "#domain/directions/model.ts";
import { allowedDirectionsQuery, directionsQuery } from "#domain/directions/queries.ts";
import { externalNumbersQuery } from "#domain/externalNumbers/queries.ts";
import { rememberedForwardingQuery } from "#domain/externalNumbers/remembered.ts";
import { createExternalJoiner } from "#domain/externalNumbers/rows.ts";
import { accountsQuery, statusesQuery } from "#domain/sip/queries.ts";
import { toSipState } from "#domain/sip/rows.ts";
import { getCachedRoles } from "#domain/sip/useSipRows.ts";
import { isUnknownUser } from "#domain/smartNumbers/errors.ts";
import { smartNumbersQuery } from "#domain/smartNumbers/queries.ts";
import { seenUsers } from "#domain/smartNumbers/users.ts";
import { useLocale } from "#i18n/messages.ts";
import { useText } from "#i18n/texts.ts";
import {
  toAccountEntry,
  toCountryEntry,
  toExternalEntry,
  toForwardingEntry,
  toSmartEntry,
} from "./entries.ts";
import type { Group } from "./match.ts";
import { listPlaces } from "./places.ts";

const NONE: never[] = [];
/** A search is short: what fails is told at once, and the pages poll for themselves. */
const ONCE = { retry: false, refetchInterval: false } as const;
/** How many accounts are made ready at a time: all 10,000 at once would block the page. */
const SLICE = 1000;
/** The smart numbers of how many users are read: each takes requests of its own. */
const USERS = 3;

interface Read {
  isError: boolean;
  isFetching: boolean;
  data: unknown;
  error: unknown;
  refetch: () => Promise<unknown>;
}

/** Everything that the search looks through, and what of it is not there. */
export function useSources() {
  const t = useText();
  const locale = useLocale();
  const format = usePhoneFormat();
  const accounts = useAccounts();
  const externals = useExternals();
  const smart = useSmartNumbers();
  const countries = useCountryList();
  const remembered = useQuery({
    ...rememberedForwardingQuery(),
    ...ONCE,
    enabled: useMay(listRememberedForwarding),
  });
  const change = useIsAdmin();
  const isSignedIn = useUser() !== undefined;
  const people = useMay(listUsers) && isSignedIn;

  const places = useMemo(() => listPlaces(t, { change, people }), [t, change, people]);
  const others = useMemo(
    () => [
      ...externals.rows.map(toExternalEntry),
      ...smart.items.map((number) => toSmartEntry(number, format, t)),
      ...countries.items.map((country) => toCountryEntry(country, locale)),
      ...places,
    ],
    [externals.rows, smart.items, countries.items, places, format, t, locale],
  );
  const forwarding = useMemo(
    () =>
      (remembered.data ?? NONE).flatMap(
        (item) => toForwardingEntry(item, externals.rows, accounts.items, format, t) ?? [],
      ),
    [remembered.data, externals.rows, accounts.items, format, t],
  );
  const entries = useMemo(
    () => [...accounts.entries, ...forwarding, ...others],
    [accounts.entries, forwarding, others],
  );

  const reads: { group: Group; read: Read }[] = [
    { group: "accounts", read: accounts.read },
    { group: "external", read: externals.read },
    ...smart.reads.map((read) => ({ group: "smart" as const, read })),
    { group: "forwarding", read: remembered },
    ...countries.reads.map((read) => ({ group: "countries" as const, read })),
  ];
  const failed = reads.filter(({ read }) => read.isError);
  const isReading = ({ read: { data, isFetching } }: { read: Read }) =>
    isFetching && (data === undefined || isPart(data));
  return {
    places,
    entries,
    mayChange: change,
    stateOf: accounts.stateOf,
    reading: groupsOf(reads.filter(isReading)),
    failed: groupsOf(failed),
    error: failed[0]?.read.error,
    retry: () => {
      for (const { read } of failed) void read.refetch();
    },
  };
}

const groupsOf = (reads: readonly { group: Group }[]) => [
  ...new Set(reads.map(({ group }) => group)),
];

const isPart = (data: unknown) =>
  typeof data === "object" && data !== null && "complete" in data && data.complete === false;

function useAccounts() {
  const client = useQueryClient();
  const enabled = useMay(listSipAccounts);
  const read = useQuery({ ...accountsQuery(), ...ONCE, enabled });
  const statuses = useQuery({ ...statusesQuery(), ...ONCE, enabled });
  const items = read.data?.items ?? NONE;
  const [roles] = useState(() => getCachedRoles(client));
  const [made, setMade] = useState(SLICE);
  const isMade = made >= items.length;
  useEffect(() => {
    if (isMade) return undefined;
    const timer = setTimeout(() => setMade(made + SLICE));
    return () => clearTimeout(timer);
  }, [made, isMade]);
  const entries = useMemo(
    () => items.slice(0, made).map((account) => roleEntry(account, roles)),
    [items, roles, made],
  );
  const known = statuses.data?.items;
  /** Looked up for the few that are shown: the statuses change while they are read. */
  const stateOf = (id: number) => {
    const created = items.find((account) => account.id === id)?.finally_created === true;
    return toSipState(created, known?.find((status) => status.id === id)?.on_line);
  };
  return { items, entries, stateOf, read };
}

const roleEntry = (account: ListedSipAccount, roles: ReadonlyMap<number, string>) =>
  toAccountEntry(account, account.role ?? roles.get(account.id) ?? "");

function useExternals() {
  const read = useQuery({
    ...externalNumbersQuery(),
    ...ONCE,
    enabled: useMay(listExternalNumbers),
  });
  const [join] = useState(createExternalJoiner);
  const rows = useMemo(() => join(read.data ?? NONE, NONE), [join, read.data]);
  return { rows, read };
}

const smartOnce = (user: number, enabled: boolean) => ({
  ...smartNumbersQuery(user),
  ...ONCE,
  enabled,
});

/** Of the users who were seen in this browser last: the provider lists them by user only. */
function useSmartNumbers() {
  const enabled = useMay(listSmartNumbers);
  const [users] = useState(() => seenUsers().slice(0, USERS));
  const queries = users.map(({ id }) => smartOnce(id, enabled));
  return useQueries({
    queries,
    combine: (reads) => ({
      items: reads.flatMap(({ data }) => data?.items ?? NONE),
      // A user whom the provider no longer knows is no failure of the search.
      reads: reads.filter(({ error }) => !isUnknownUser(error)),
    }),
  });
}

function useCountryList() {
  const enabled = useMay(listAllowedDirections);
  const all = useQuery({ ...directionsQuery(), ...ONCE, enabled });
  const allowed = useQuery({ ...allowedDirectionsQuery(), ...ONCE, enabled });
  const directions = all.data?.directions ?? NONE;
  const open = allowed.data?.directions;
  const invalidRows = useInvalidRows(allowedDirectionsQuery().queryKey);
  const items = useMemo(() => {
    const invalidCodes = invalidRows.map(({ number }) => number.replaceAll(/\D/g, ""));
    return joinCountries(directions, open, invalidCodes);
  }, [directions, open, invalidRows]);
  return { items, reads: [all, allowed] };
}
