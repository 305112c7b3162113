import type { Operations } from "#api/operations.ts";
import { type Account, type Scenario, shownScenario } from "../account.ts";
import { laravelPage } from "../page.ts";
import { notFound } from "../problem.ts";
import { changed, type Context, created, type Handlers, withSuccess } from "./resolver.ts";
import { accountOf } from "./sip.ts";

function scenarioOf(account: Account, id: number): Scenario {
  const scenario = account.scenarios.find((candidate) => candidate.id === id);
  if (scenario === undefined) throw notFound("Scenario");
  return scenario;
}

/** The whole scenario by a body: what the body leaves out is gone. */
function scenarioBy(id: number, body: Context<Operations["createScenario"]>["body"]): Scenario {
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
    const account = accountOf(office, params.id);
    const show = (scenario: Scenario) => shownScenario(account, scenario);
    return withSuccess(laravelPage(account.scenarios, query, path, show));
  },

  createScenario: ({ office, params, body, path }) => {
    const account = accountOf(office, params.id);
    const scenario = scenarioBy(office.takeId("scenario"), body);
    account.scenarios.push(scenario);
    account.activeId ??= scenario.id;
    return created(`${path}/${scenario.id}`);
  },

  replaceScenario: ({ office, params, body }) => {
    const account = accountOf(office, params.id);
    const old = scenarioOf(account, params.sid);
    account.scenarios[account.scenarios.indexOf(old)] = scenarioBy(old.id, body);
    return changed();
  },

  activateScenario: ({ office, params }) => {
    const account = accountOf(office, params.id);
    account.activeId = scenarioOf(account, params.sid).id;
    return changed();
  },

  deleteScenario: ({ office, params }) => {
    const account = accountOf(office, params.id);
    const gone = scenarioOf(account, params.sid);
    account.scenarios = account.scenarios.filter((scenario) => scenario !== gone);
    if (account.activeId === gone.id) account.activeId = account.scenarios[0]?.id ?? null;
    return changed();
  },
};
