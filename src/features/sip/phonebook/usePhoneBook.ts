import type { QueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { ListedSipAccount } from "#api/sip.ts";
import { type PhoneBookEntry, toPhoneBook } from "#domain/phonebook/entries.ts";
import { accountQuery } from "#domain/sip/queries.ts";
import { type EachRead, useReadEach } from "../useReadEach.ts";

/** Milliseconds: departments change rarely, and each costs a request. */
const FRESH_MS = 5 * 60_000;

interface Department {
  role: string;
}

export interface DepartmentsRead extends EachRead<Department> {
  /** How many accounts have to be read. */
  total: number;
  isReading: boolean;
  isStopped: boolean;
  setStopped: (isStopped: boolean) => void;
}

const NONE: ReadonlyMap<number, string> = new Map();

/**
 * The office's phone book; the departments are read once they are needed. They are there all at once,
 * when their reading has ended or was stopped: to lay out 10,000 names anew takes a while.
 */
export function usePhoneBook(
  accounts: readonly ListedSipAccount[],
  needsDepartments: boolean,
): { entries: PhoneBookEntry[]; departments: DepartmentsRead } {
  const [isStopped, setStopped] = useState(false);
  const ids = useMemo(() => accounts.filter(isUnknown).map(({ id }) => id), [accounts]);
  const each = useReadEach(ids, needsDepartments && !isStopped, readDepartment);
  const { values } = each;
  const isReading = needsDepartments && !isStopped && values.size < ids.length;
  const known = useMemo(() => (isReading ? NONE : toDepartments(values)), [isReading, values]);
  const entries = useMemo(() => toPhoneBook(accounts, known), [accounts, known]);
  const departments = { ...each, total: ids.length, isReading, isStopped, setStopped };
  return { entries, departments };
}

const toDepartments = (values: EachRead<Department>["values"]) =>
  new Map(
    [...values].flatMap(([id, value]): [number, string][] =>
      value === "failed" ? [] : [[id, value.role]],
    ),
  );

/** The list may return descriptions, though no document says so. */
const isUnknown = ({ finally_created, role }: ListedSipAccount) =>
  finally_created && role === undefined;

async function readDepartment(client: QueryClient, id: number): Promise<Department> {
  return client.fetchQuery({ ...accountQuery(id), staleTime: FRESH_MS, retry: 1 });
}
