import { screen } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { office, server } from "#app/testing/sandbox.ts";

/** Makes the list return these rows from now on. */
export function stubList(...rows: object[]): void {
  const answer = () => HttpResponse.json({ external_numbers: rows, success: true });
  server.use(http.get("*/api/v1/number/external", answer));
}

/** Makes the registrations return these statuses from now on, by login. */
export function stubRegistrations(words: Record<string, string>): void {
  const status = Object.entries(words).map(([login, word]) => ({
    login,
    status: word,
    date: "2021-02-10 00:00:00",
  }));
  const answer = () => HttpResponse.json({ status, success: true });
  server.use(http.get("*/api/v1/number/external/status", answer));
}

/** The row of the table that has this number. */
export function findRow(number: string): HTMLElement {
  const row = screen.getByText(number).closest("tr");
  if (row === null) throw new Error(`No row with ${number}`);
  return row;
}

/** The sandbox's number with this id. */
export function findNumber(id: number) {
  const found = office().externalNumbers.find((number) => number.id === id);
  if (found === undefined) throw new Error(`The office has no number ${id}`);
  return found;
}
