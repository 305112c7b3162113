import * as z from "zod/mini";
import {
  done,
  id,
  idParams,
  LIMITS,
  name,
  paginated,
  paging,
  phoneDigits,
  sequenceRule,
  timeoutSeconds,
} from "./fields.ts";
import { operation } from "./operation.ts";
import { readScenario } from "./readScenario.ts";

export { readRule, type Rule, type ScenarioEndpoint, type SipScenario } from "./readScenario.ts";

const source = "SIP accounts, version of 2023-02-13";

const scenarioParams = z.object({ id, sid: id });

/** A phone that a scenario forwards to, as sent. */
export const scenarioPhone = z.object({ number: phoneDigits, timeout: timeoutSeconds });

const scenarioBody = z.object({
  name,
  sequence_rule: sequenceRule,
  sip_timeout: timeoutSeconds,
  phones: z.optional(z.array(scenarioPhone).check(z.maxLength(LIMITS.phones.max))),
  voicemail: z.boolean(),
  voicemail_media_id: z.optional(id),
});

/** 7. Scenarios of one account, paginated. */
export const listScenarios = operation({
  name: "listScenarios",
  method: "GET",
  path: "/sip/{id}/scenarios",
  access: "support",
  summary: "Call scenarios of a SIP account",
  source,
  params: idParams,
  query: paging,
  response: paginated(readScenario),
  rows: "data",
  paged: true,
});

/** 8. Creates a scenario; its address is returned in `Location`. */
export const createScenario = operation({
  name: "createScenario",
  method: "POST",
  path: "/sip/{id}/scenarios",
  access: "admin",
  summary: "Create a call scenario",
  source,
  params: idParams,
  body: scenarioBody,
  response: done,
  location: true,
});

/** 9. Replaces the whole scenario: what is left out is lost. */
export const replaceScenario = operation({
  name: "replaceScenario",
  method: "PUT",
  path: "/sip/{id}/scenarios/{sid}",
  access: "admin",
  summary: "Replace a call scenario",
  source,
  params: scenarioParams,
  body: scenarioBody,
  response: done,
});

/** 10. Makes a scenario the active one; exactly one is. */
export const activateScenario = operation({
  name: "activateScenario",
  method: "PATCH",
  path: "/sip/{id}/scenarios/{sid}",
  access: "admin",
  summary: "Activate a call scenario",
  source,
  params: scenarioParams,
  response: done,
});

/** 11. Deletes a scenario. */
export const deleteScenario = operation({
  name: "deleteScenario",
  method: "DELETE",
  path: "/sip/{id}/scenarios/{sid}",
  access: "admin",
  summary: "Delete a call scenario",
  source,
  params: scenarioParams,
  response: done,
});
