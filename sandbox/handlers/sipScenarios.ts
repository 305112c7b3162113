import type { Operations } from "#api/operations.ts";
import { type Account, type Scenario, toApiScenario } from "../account.ts";
import { laravelPage } from "../paging.ts";
import { notFound } from "../problem.ts";
import { changed, type Context, created, type Handlers, withSuccess } from "./resolver.ts";
import { findAccount } from "./sip.ts";

function findScenario(account: Account, id: number): Scenario {
  const scenario = account.scenarios.find((candidate) => candidate.id === id);
  if (scenario === undefined) throw notFound("Scenario");
  return scenario;
}

/** A scenario from a PUT or POST body: omitted fields are cleared. */
function buildScenario(id: number, body: Context<Operations["createScenario"]>["body"]): Scenario {
  return {
    id,
    name: body.name,
    rule: body.sequence_rule,
    sipTimeout: body.sip_timeout,
    phones: body.phones ?? [],
    voicemail: body.voicemail,
    mediaId: body.voicemail_media_id,
  };
}

type SipScenarios =
  | "listScenarios"
  | "createScenario"
  | "replaceScenario"
  | "activateScenario"
  | "deleteScenario";

export const sipScenarios: Pick<Handlers, SipScenarios> = {
  listScenarios: ({ office, params, query, path }) => {
    const account = findAccount(office, params.id);
    const toRow = (scenario: Scenario) => toApiScenario(account, scenario);
    return withSuccess(laravelPage(account.scenarios, query, path, toRow));
  },

  createScenario: ({ office, params, body, path }) => {
    const account = findAccount(office, params.id);
    const scenario = buildScenario(office.nextId("scenario"), body);
    account.scenarios.push(scenario);
    account.activeId ??= scenario.id;
    return created(`${path}/${scenario.id}`);
  },

  replaceScenario: ({ office, params, body }) => {
    const account = findAccount(office, params.id);
    const old = findScenario(account, params.sid);
    account.scenarios[account.scenarios.indexOf(old)] = buildScenario(old.id, body);
    return changed();
  },

  activateScenario: ({ office, params }) => {
    const account = findAccount(office, params.id);
    account.activeId = findScenario(account, params.sid).id;
    return changed();
  },

  deleteScenario: ({ office, params }) => {
    const account = findAccount(office, params.id);
    const removed = findScenario(account, params.sid);
    account.scenarios = account.scenarios.filter((scenario) => scenario !== removed);
    if (account.activeId === removed.id) account.activeId = account.scenarios[0]?.id ?? null;
    return changed();
  },
};
