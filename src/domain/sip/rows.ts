import type { ListedSipAccount, SipStatus } from "#api/sip.ts";
import { foldText } from "#lib/search.ts";

export const STATES = ["online", "offline", "creating", "unknown"] as const;
export type SipState = (typeof STATES)[number];

/** The sort order of the states: what needs attention comes first. */
export const STATE_ORDER: Record<SipState, number> = {
  offline: 0,
  unknown: 1,
  creating: 2,
  online: 3,
};

/** A row of the list of accounts: operation 1 joined with operation 2 by id. */
export interface SipRow {
  id: number;
  name: string;
  extension: number;
  /** The description; empty where the provider does not return it. */
  role: string;
  /** Digits; undefined when none is set. */
  callerId: string | undefined;
  /** Its id among the office's numbers. */
  callerIdId: number | undefined;
  state: SipState;
  scenario: ListedSipAccount["active_sip_scenario"];
  /** Folded text that the search looks through. */
  searchText: string;
}

export function toSipState(created: boolean, online: boolean | undefined): SipState {
  if (!created) return "creating";
  if (online === undefined) return "unknown";
  return online ? "online" : "offline";
}

/**
 * Joins accounts and statuses. Keeps the row objects of accounts that did not change, so that a
 * poll renders only what it changed.
 */
export function createRowJoiner() {
  let known = new Map<number, { account: ListedSipAccount; row: SipRow }>();
  return (
    accounts: readonly ListedSipAccount[],
    statuses: readonly SipStatus[],
    roles: ReadonlyMap<number, string>,
  ): SipRow[] => {
    const online = new Map(statuses.map((status) => [status.id, status.on_line]));
    const next: typeof known = new Map();
    const rows = accounts.map((account) => {
      const state = toSipState(account.finally_created, online.get(account.id));
      const role = account.role ?? roles.get(account.id) ?? "";
      const old = known.get(account.id);
      const same = old?.account === account && old.row.state === state && old.row.role === role;
      const row = same ? old.row : toRow(account, state, role);
      next.set(account.id, { account, row });
      return row;
    });
    known = next;
    return rows;
  };
}

function toRow(account: ListedSipAccount, state: SipState, role: string): SipRow {
  const { active_sip_scenario: active } = account;
  return {
    id: account.id,
    name: account.name,
    extension: account.number,
    role,
    callerId: account.aon?.number,
    callerIdId: account.aon?.id,
    state,
    scenario: active && { ...active, name: active.name || "—" },
    searchText: foldText(`${account.name} ${role}`),
  };
}
