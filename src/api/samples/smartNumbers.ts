import { createSmartNumber, deleteSmartNumber, listSmartNumbers } from "../smartNumbers.ts";
import { DOCUMENTED_BASE, doneResponse, readPage, sample } from "./helpers.ts";

// The documented request is for user 12, the documented response is about user 40. The list has no
// `success`.
const smartNumbersResponse = {
  current_page: 1,
  data: [
    {
      id: 2,
      user_id: 40,
      phoneA: "79991230046",
      phoneB: "37410324040",
      phoneX: "79770005419",
      description: "тестовый умный номер",
      created_at: "2022-07-01 07:59:59",
    },
    {
      id: 3,
      user_id: 40,
      phoneA: "79991230046",
      phoneB: "995322250484",
      phoneX: "79770005462",
      description: "тестовый умный номер2",
      created_at: "2022-07-03 04:50:34",
    },
  ],
  first_page_url: "http://localhost/api/v1/smart-numbers?page=1",
  from: 1,
  last_page: 1,
  last_page_url: "http://localhost/api/v1/smart-numbers?page=1",
  next_page_url: null,
  path: "http://localhost/api/v1/smart-numbers",
  per_page: 15,
  prev_page_url: null,
  to: 2,
  total: 2,
};

export const listSmartNumbersSample = sample({
  operation: listSmartNumbers,
  documented: { method: "GET", url: `${DOCUMENTED_BASE}/smart-numbers`, body: { user_id: 12 } },
  request: { body: { user_id: 12 } },
  response: smartNumbersResponse,
  result: readPage(smartNumbersResponse.data),
});

const newSmartNumber = { phone_b: "79993332210", user_id: 15, description: "quas" };

export const createSmartNumberSample = sample({
  operation: createSmartNumber,
  documented: { method: "POST", url: `${DOCUMENTED_BASE}/smart-numbers`, body: newSmartNumber },
  request: { body: newSmartNumber },
  response: doneResponse,
  result: doneResponse,
});

export const deleteSmartNumberSample = sample({
  operation: deleteSmartNumber,
  documented: { method: "DELETE", url: `${DOCUMENTED_BASE}/smart-numbers/5` },
  request: { params: { id: 5 } },
  response: doneResponse,
  result: doneResponse,
});
