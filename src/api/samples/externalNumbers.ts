import {
  createExternalNumber,
  deleteExternalNumber,
  listExternalNumbers,
  listExternalStatuses,
  updateExternalNumber,
} from "../externalNumbers.ts";
import { type Forwarding, followExternalNumber } from "../forwarding.ts";
import { DOCUMENTED_BASE, doneResponse, sample } from "./helpers.ts";

const URL = `${DOCUMENTED_BASE}/number/external`;

const ateRow = {
  number: "79104445566",
  source: "21201588169353@sip.plusofon.ru",
  customer_id: 42291,
  type: "АТС",
  status: false,
};
const sipUriRow = {
  number: "79104445567",
  source: "sip.plusofon.ru,sip.plusofon.ru1,sip.plusofon.ru2",
  host: "4229179104445567@ext.plusofon.ru",
  customer_id: 42291,
  type: "SIP-URI",
};

export const listExternalNumbersSample = sample({
  operation: listExternalNumbers,
  documented: { method: "GET", url: URL },
  request: {},
  response: { external_numbers: [ateRow, sipUriRow], ...doneResponse },
  result: { external_numbers: [ateRow, sipUriRow] },
});

const statuses = [
  { login: "111", status: "OK", date: "2021-02-10 00:00:00" },
  { login: "222", status: "OK", date: "2021-02-10 00:00:00" },
];

export const listExternalStatusesSample = sample({
  operation: listExternalStatuses,
  documented: { method: "GET", url: `${URL}/status`, body: { logins: [] } },
  request: { body: { logins: [] } },
  response: { status: statuses, ...doneResponse },
  result: { status: statuses },
});

const ateConnection = { host: "et", port: 1, login: "aperiam", secret: "non" };

export const createExternalNumberSample = sample({
  operation: createExternalNumber,
  documented: { method: "PUT", url: `${URL}/ate`, body: { ...ateConnection, number: 18 } },
  // Described as a number in international format, which 18 is not.
  breaks: ["number"],
  request: { params: { type: "ate" }, body: { ...ateConnection, number: 79_104_445_566 } },
  response: doneResponse,
  result: doneResponse,
});

const ateChanges = { host: "voluptas", port: 6, login: "repudiandae", secret: "repellat" };

export const updateExternalNumberSample = sample({
  operation: updateExternalNumber,
  documented: { method: "PATCH", url: `${URL}/ate/1`, body: { ...ateChanges, number: 6 } },
  breaks: ["number"],
  request: { params: { type: "ate", id: 1 }, body: { ...ateChanges, number: 79_104_445_566 } },
  response: doneResponse,
  result: doneResponse,
});

export const followExternalNumberSample = sample({
  operation: followExternalNumber,
  documented: {
    method: "POST",
    url: `${URL}/follow`,
    body: {
      number_type: "ate",
      number_id: 17,
      type: "sip",
      type_default: "sip",
      sip_id: 4,
      destination_number: "79993332210",
      group_id: 9,
      scenario_id: 18,
      call_queue_id: 14,
      destination_uri: "123456789@ext.plusofon.ru",
      host: "plusofon.bitrix24.ru",
      cli_type: "Y",
      cli_type_default: "Y",
    },
  },
  // The example shows every field at once; each of these is described as "only for type …",
  // and none of them for "sip".
  breaks: [
    "type_default",
    "destination_number",
    "group_id",
    "scenario_id",
    "call_queue_id",
    "destination_uri",
    "host",
    "cli_type_default",
  ],
  request: { body: { number_type: "ate", number_id: 17, type: "sip", sip_id: 4, cli_type: "Y" } },
  response: doneResponse,
  result: doneResponse,
});

const target = { number_type: "ate", number_id: 17, cli_type: "Y" } as const;
const crm = { ...target, host: "plusofon.bitrix24.ru", cli_type_default: "Y" } as const;

/** The ten kinds of forwarding, each with its own part of the documented example. */
export const forwardings = {
  sip: { ...target, type: "sip", sip_id: 4 },
  number: { ...target, type: "number", destination_number: "79993332210" },
  group: { ...target, type: "group", group_id: 9 },
  scenario: { ...target, type: "scenario", scenario_id: 18 },
  call_queue: { ...target, type: "call_queue", call_queue_id: 14 },
  sip_uri: { ...target, type: "sip_uri", destination_uri: "123456789@ext.plusofon.ru" },
  bitrix: { ...crm, type: "bitrix", type_default: "sip", sip_id: 4 },
  amo: { ...crm, type: "amo", type_default: "group", group_id: 9 },
  retail: { ...crm, type: "retail", type_default: "number", destination_number: "79993332210" },
  empty: { number_type: "ate", number_id: 17, type: "empty" },
} as const satisfies Record<Forwarding["type"], Forwarding>;

export const deleteExternalNumberSample = sample({
  operation: deleteExternalNumber,
  documented: { method: "DELETE", url: `${URL}/ate/1` },
  request: { params: { type: "ate", id: 1 } },
  response: doneResponse,
  result: doneResponse,
});
