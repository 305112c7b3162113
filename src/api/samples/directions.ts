import {
  closeDirections,
  listAllowedDirections,
  listDirections,
  openDirections,
} from "../directions.ts";
import { DOCUMENTED_BASE, doneResponse, sample } from "./helpers.ts";

const allowed = {
  "36": { code: "36", name: "Венгрия", english_name: "Hungary" },
  "58": { code: "58", name: "Венесуэла", english_name: "Venezuela" },
};

export const listAllowedDirectionsSample = sample({
  operation: listAllowedDirections,
  documented: { method: "GET", url: `${DOCUMENTED_BASE}/direction` },
  request: {},
  response: { directions: allowed, ...doneResponse },
  result: { directions: allowed },
});

export const openDirectionsSample = sample({
  operation: openDirections,
  documented: { method: "PUT", url: `${DOCUMENTED_BASE}/direction`, body: { direction_ids: [] } },
  request: { body: { direction_ids: [] } },
  response: doneResponse,
  result: doneResponse,
});

export const closeDirectionsSample = sample({
  operation: closeDirections,
  documented: { method: "DELETE", url: `${DOCUMENTED_BASE}/direction`, body: { codes: [] } },
  request: { body: { codes: [] } },
  response: doneResponse,
  result: doneResponse,
});

export const listDirectionsSample = sample({
  operation: listDirections,
  documented: { method: "GET", url: `${DOCUMENTED_BASE}/directions` },
  request: {},
  response: {
    directions: [
      {
        id: "1",
        name: "Австралийские внеш. террит-и",
        english_name: "Australian External Territorie",
        code: 672,
      },
      // Completed: after this one the documents write "..." for the rest.
      { id: "2", name: "Австралия", english_name: "Australia", code: 61 },
    ],
    ...doneResponse,
  },
  result: {
    directions: [
      {
        id: "1",
        name: "Австралийские внеш. террит-и",
        english_name: "Australian External Territorie",
        code: "672",
      },
      { id: "2", name: "Австралия", english_name: "Australia", code: "61" },
    ],
  },
});
