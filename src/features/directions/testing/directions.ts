import { onlineManager } from "@tanstack/react-query";
import { screen, within } from "@testing-library/react";
import { onTestFinished } from "vitest";
import { fault, office, requests } from "#app/testing/sandbox.ts";

export const GET = "GET /direction";
export const ALL = "GET /directions";
export const PUT = "PUT /direction";
export const DELETE = "DELETE /direction";

/** The row of a country, by the whole of its name; throws where it is not on screen. */
export function findRow(name: string) {
  const row = screen.getByTitle(name, { exact: true }).closest("tr");
  if (row === null) throw new Error(`${name} stands in no row`);
  return within(row);
}

/** The checkbox of a country, also where a panel is over the list. */
export const getCheckbox = (name: string) =>
  screen.getByRole("checkbox", { name: new RegExp(`^Разрешить звонки: ${name}, `), hidden: true });

export const findTable = () => screen.findByRole("table", { name: /Направления/ });

/** The bodies that reached an operation, oldest first. */
export const bodies = (operation: string) => requests(operation).map(({ body }) => body);

/** Leaves the provider only the countries of these dial codes: a short list renders quickly. */
export function keepOnly(...codes: number[]): void {
  office().directions = office().directions.filter(({ code }) => codes.includes(code));
}

/** The id of a country; throws where there is none of this name. */
export function findCountryId(name: string): number {
  const found = office().directions.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no ${name}`);
  return Number(found.id);
}

/** Takes the network away until the test is over, as the browser and React Query see it. */
export function goOffline(): void {
  fault({ operation: "*", fault: "drop" });
  onlineManager.setOnline(false);
  onTestFinished(() => onlineManager.setOnline(true));
}

/** Closes everything, so that nothing is open. */
export function closeAll(): void {
  office().openDirections.clear();
}
