import {
  activateScenario,
  createScenario,
  deleteScenario,
  listScenarios,
  replaceScenario,
} from "../sipScenarios.ts";
import { DOCUMENTED_BASE, doneResponse, readPage, sample } from "./helpers.ts";

// The documented request is for account 78, the documented response is about 83.
const scenariosResponse = {
  current_page: 1,
  data: [
    { id: 43, name: "SIP", active: true, endpoints: [{ type: "sip", timeout: 50 }] },
    {
      id: 52,
      name: "Переадресация",
      active: false,
      endpoints: [
        { type: "sip", timeout: 15 },
        { type: "mob", timeout: 40 },
        { type: "mob", timeout: 25 },
      ],
    },
  ],
  first_page_url: "http://localhost/api/v1/sip/83/scenarios?page=1",
  from: 1,
  last_page: 1,
  last_page_url: "http://localhost/api/v1/sip/83/scenarios?page=1",
  next_page_url: null,
  path: "http://localhost/api/v1/sip/83/scenarios",
  per_page: 15,
  prev_page_url: null,
  to: 2,
  total: 2,
  success: true,
};

export const listScenariosSample = sample({
  operation: listScenarios,
  documented: { method: "GET", url: `${DOCUMENTED_BASE}/sip/78/scenarios?page=1` },
  request: { params: { id: 78 }, query: { page: 1 } },
  response: scenariosResponse,
  result: readPage(scenariosResponse.data),
});

const newScenario = {
  name: "Для рабочего места",
  sip_timeout: 50,
  phones: [{ number: "79879998877", timeout: 25 }],
  voicemail: true,
  voicemail_media_id: 57,
};

export const createScenarioSample = sample({
  operation: createScenario,
  documented: {
    method: "POST",
    url: `${DOCUMENTED_BASE}/sip/15/scenarios`,
    body: { ...newScenario, sequence_rule: "Order" },
  },
  // The field's own description names two rules, "single" and "simultaneous"; "single" means in
  // turn.
  breaks: ["sequence_rule"],
  request: { params: { id: 15 }, body: { ...newScenario, sequence_rule: "single" } },
  response: doneResponse,
  result: doneResponse,
});

const replacement = { ...newScenario, phones: [{ number: "79993332210", timeout: 25 }] };

export const replaceScenarioSample = sample({
  operation: replaceScenario,
  documented: {
    method: "PUT",
    url: `${DOCUMENTED_BASE}/sip/42/scenarios/78`,
    body: { ...replacement, sequence_rule: "Order" },
  },
  breaks: ["sequence_rule"],
  request: { params: { id: 42, sid: 78 }, body: { ...replacement, sequence_rule: "single" } },
  response: doneResponse,
  result: doneResponse,
});

export const activateScenarioSample = sample({
  operation: activateScenario,
  documented: { method: "PATCH", url: `${DOCUMENTED_BASE}/sip/42/scenarios/78` },
  request: { params: { id: 42, sid: 78 } },
  response: doneResponse,
  result: doneResponse,
});

export const deleteScenarioSample = sample({
  operation: deleteScenario,
  documented: { method: "DELETE", url: `${DOCUMENTED_BASE}/sip/42/scenarios/78` },
  request: { params: { id: 42, sid: 78 } },
  response: doneResponse,
  result: doneResponse,
});
