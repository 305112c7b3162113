import { getSipAccount, listSipAccounts, listSipStatuses } from "../sip.ts";
import { createSipAccount, deleteSipAccount, updateSipAccount } from "../sipChanges.ts";
import { DOCUMENTED_BASE, doneResponse, readPage, sample } from "./helpers.ts";

const accountsResponse = {
  current_page: 1,
  data: [
    {
      id: 79,
      name: "Sip1",
      number: 200,
      kazoo_id: "bc21b37c124ca9c9c55e9ccf070291ec",
      finally_created: true,
      aon: null,
      active_sip_scenario: { id: 40, name: "SIP", endpoints: [{ type: "sip", timeout: 50 }] },
    },
    {
      id: 80,
      name: "Sip2",
      number: 202,
      // Completed: the documents lack the comma after this line.
      kazoo_id: "jc21b27c024ca7c9c55e9csi070201ef",
      finally_created: true,
      aon: { id: 22, number: "79993332210", phone_type: "def", owner_type: "personal" },
      active_sip_scenario: { id: 41, name: "SIP", endpoints: [{ type: "sip", timeout: 50 }] },
    },
  ],
  first_page_url: "http://localhost/api/v1/sip?page=1",
  from: 1,
  last_page: 1,
  last_page_url: "http://localhost/api/v1/sip?page=1",
  next_page_url: null,
  path: "http://localhost/api/v1/sip",
  per_page: 15,
  prev_page_url: null,
  to: 2,
  total: 2,
  success: true,
};

export const listSipAccountsSample = sample({
  operation: listSipAccounts,
  documented: { method: "GET", url: `${DOCUMENTED_BASE}/sip` },
  request: {},
  response: accountsResponse,
  result: readPage(accountsResponse.data),
});

const statusesResponse = {
  current_page: 1,
  data: [
    { id: 80, name: "sip_1", on_line: true },
    { id: 83, name: "sip_2", on_line: true },
    { id: 92, name: "sip_3", on_line: false },
  ],
  first_page_url: "http://localhost/api/v1/sip/statuses?page=1",
  from: 1,
  last_page: 1,
  last_page_url: "http://localhost/api/v1/sip/statuses?page=1",
  next_page_url: null,
  path: "http://localhost/api/v1/sip/statuses",
  per_page: 15,
  prev_page_url: null,
  to: 3,
  total: 3,
  success: true,
};

export const listSipStatusesSample = sample({
  operation: listSipStatuses,
  documented: { method: "GET", url: `${DOCUMENTED_BASE}/sip/statuses` },
  request: {},
  response: statusesResponse,
  result: readPage(statusesResponse.data),
});

const account = {
  id: 80,
  name: "Sip 1",
  password: "IVtv7zIF",
  login: "21221662454070",
  role: "admin",
  server: "104563.dev-voice.plusofon.ru",
  number: 202,
  finally_created: true,
  aon: { id: 22, number: "79993332210" },
  sip_scenarios: [{ id: 41, name: "SIP", active: true, endpoints: [{ type: "sip", timeout: 50 }] }],
};

export const getSipAccountSample = sample({
  operation: getSipAccount,
  documented: { method: "GET", url: `${DOCUMENTED_BASE}/sip/25` },
  request: { params: { id: 25 } },
  response: { ...account, ...doneResponse },
  result: account,
});

const newAccount = {
  name: "Диспетчер",
  number: 300,
  role: "Отдел продаж",
  aon: 15,
  sip_timeout: 50,
  phone_number: "79993332210",
  phone_timeout: 25,
};

export const createSipAccountSample = sample({
  operation: createSipAccount,
  documented: {
    method: "PUT",
    url: `${DOCUMENTED_BASE}/sip`,
    body: { ...newAccount, sequence_rule: "Order" },
  },
  // The field's own description names two rules, "single" and "simultaneous"; "single" means in
  // turn.
  breaks: ["sequence_rule"],
  request: { body: { ...newAccount, sequence_rule: "single" } },
  response: doneResponse,
  result: doneResponse,
});

const changes = { name: "rerum", password: "ea", role: "nulla", aon: 2 };

export const updateSipAccountSample = sample({
  operation: updateSipAccount,
  documented: {
    method: "PATCH",
    url: `${DOCUMENTED_BASE}/sip/42`,
    body: { ...changes, number: 1 },
  },
  // Extensions are 200…99999; 200 is the nearest to 1.
  breaks: ["number"],
  request: { params: { id: 42 }, body: { ...changes, number: 200 } },
  response: doneResponse,
  result: doneResponse,
});

export const deleteSipAccountSample = sample({
  operation: deleteSipAccount,
  documented: { method: "DELETE", url: `${DOCUMENTED_BASE}/sip/42` },
  request: { params: { id: 42 } },
  response: doneResponse,
  result: doneResponse,
});
