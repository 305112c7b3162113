import { type Account, toEndpoints, isCreated, toApiScenario } from "../account.ts";
import type { Office } from "../office.ts";
import { laravelPage } from "../paging.ts";
import { invalid, notFound } from "../problem.ts";
import { credentials } from "../seed/accounts.ts";
import { NUMBERS } from "../seed/lists.ts";
import { isOnline } from "../status.ts";
import { changed, created, type Handlers, withSuccess } from "./resolver.ts";

/** The account with this id; throws 404. */
export function findAccount(office: Office, id: number): Account {
  const account = office.accounts.get(id);
  if (account === undefined) throw notFound("Sip");
  return account;
}

function toListedAccount(office: Office, account: Account) {
  const { id, name, number, kazooId } = account;
  const active = account.scenarios.find((scenario) => scenario.id === account.activeId);
  return {
    id,
    name,
    number,
    kazoo_id: kazooId,
    finally_created: isCreated(account, office.now()),
    aon: NUMBERS.find((aon) => aon.id === account.aonId) ?? null,
    active_sip_scenario:
      active === undefined
        ? null
        : { id: active.id, name: active.name, endpoints: toEndpoints(active) },
  };
}

function toAccountDetails(office: Office, account: Account) {
  const { id, name, password, login, role, server, number } = account;
  const aon = NUMBERS.find((row) => row.id === account.aonId);
  return {
    id,
    name,
    password,
    login,
    role,
    server,
    number,
    finally_created: isCreated(account, office.now()),
    aon: aon === undefined ? null : { id: aon.id, number: aon.number },
    sip_scenarios: account.scenarios.map((scenario) => toApiScenario(account, scenario)),
  };
}

function checkConflicts(
  office: Office,
  number: number | undefined,
  aon: number | undefined,
  own = 0,
) {
  const errors: Record<string, string[]> = {};
  for (const account of office.accounts.values()) {
    if (account.number === number && account.id !== own) {
      errors.number = ["The number has already been taken."];
    }
  }
  if (aon !== undefined && !NUMBERS.some(({ id }) => id === aon)) {
    errors.aon = ["The selected aon is invalid."];
  }
  if (Object.keys(errors).length > 0) throw invalid(errors);
}

type Sip =
  | "listSipAccounts"
  | "listSipStatuses"
  | "getSipAccount"
  | "createSipAccount"
  | "updateSipAccount"
  | "deleteSipAccount";

export const sip: Pick<Handlers, Sip> = {
  listSipAccounts: ({ office, query, path }) => {
    const rows = [...office.accounts.values()];
    return withSuccess(laravelPage(rows, query, path, (row) => toListedAccount(office, row)));
  },

  listSipStatuses: ({ office, query, path }) => {
    const toRow = (row: Account) => ({
      id: row.id,
      name: row.name,
      on_line: isOnline(office, row),
    });
    return withSuccess(laravelPage([...office.accounts.values()], query, path, toRow));
  },

  getSipAccount: ({ office, params }) =>
    withSuccess(toAccountDetails(office, findAccount(office, params.id))),

  createSipAccount: ({ office, body }) => {
    checkConflicts(office, body.number, body.aon);
    const id = office.nextId("account");
    const phone = body.phone_number;
    const scenario = {
      id: office.nextId("scenario"),
      name: "SIP",
      rule: body.sequence_rule ?? "single",
      sipTimeout: body.sip_timeout,
      phones: phone === undefined ? [] : [{ number: phone, timeout: body.phone_timeout ?? 0 }],
      voicemail: false,
      mediaId: undefined,
    };
    office.accounts.set(id, {
      id,
      name: body.name,
      number: body.number,
      role: body.role ?? "",
      ...credentials(office.random),
      aonId: body.aon ?? null,
      scenarios: [scenario],
      activeId: scenario.id,
      creationStartedAt: office.now(),
    });
    return created(`/api/v1/sip/${id}`);
  },

  updateSipAccount: ({ office, params, body }) => {
    const account = findAccount(office, params.id);
    checkConflicts(office, body.number, body.aon, account.id);
    account.name = body.name ?? account.name;
    account.password = body.password ?? account.password;
    account.number = body.number ?? account.number;
    account.role = body.role ?? account.role;
    account.aonId = body.aon ?? account.aonId;
    return changed();
  },

  deleteSipAccount: ({ office, params }) => {
    office.accounts.delete(findAccount(office, params.id).id);
    return changed();
  },
};
