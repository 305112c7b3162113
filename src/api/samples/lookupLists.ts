import {
  listCallQueues,
  listCallScenarios,
  listGroups,
  listMedia,
  listNumbers,
} from "../lookupLists.ts";
import { DOCUMENTED_BASE, onePage, readPage, sample } from "./helpers.ts";

// The documents at hand show no responses of these lists: made up from their field tables, with ids
// that the other samples mention.
const numbers = [
  { id: 22, number: "79993332210", phone_type: "def" },
  { id: 15, number: "74950000015", phone_type: "abc" },
  { id: 2, number: "78000000002", phone_type: "800" },
];

export const listNumbersSample = sample({
  operation: listNumbers,
  documented: { method: "GET", url: `${DOCUMENTED_BASE}/number` },
  request: {},
  response: onePage("/number", numbers),
  result: readPage(numbers),
});

const media = [{ id: 57, name: "Приветствие" }];

export const listMediaSample = sample({
  operation: listMedia,
  documented: { method: "GET", url: `${DOCUMENTED_BASE}/media` },
  request: {},
  response: onePage("/media", media),
  result: readPage(media),
});

const group = { id: 9, name: "Отдел продаж", number: 501, timeout: 30, sequence_rule: "single" };

export const listGroupsSample = sample({
  operation: listGroups,
  documented: { method: "GET", url: `${DOCUMENTED_BASE}/groups` },
  request: {},
  response: onePage("/groups", [group]),
  result: readPage([{ ...group, number: "501", timeout: "30" }]),
});

const scenarios = [
  { id: 18, name: "Рабочее время", type: "number", number: "74950000018" },
  { id: 19, name: "Главное меню", type: "menu", number: "74950000019" },
];

export const listCallScenariosSample = sample({
  operation: listCallScenarios,
  documented: { method: "GET", url: `${DOCUMENTED_BASE}/scenario` },
  request: {},
  response: onePage("/scenario", scenarios),
  result: readPage(scenarios),
});

const queues = [{ id: 14, name: "Поддержка", login: "*51", logout: "*52" }];

export const listCallQueuesSample = sample({
  operation: listCallQueues,
  documented: { method: "GET", url: `${DOCUMENTED_BASE}/call-queues` },
  request: {},
  response: onePage("/call-queues", queues),
  result: readPage(queues),
});
