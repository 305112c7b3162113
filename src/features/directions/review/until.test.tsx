import { screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { panel } from "#app/testing/form.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { requests } from "#app/testing/sandbox.ts";
import { serveSwitches, timedSwitch, tomorrow } from "#app/testing/switches.ts";
import { findTable, getCheckbox, keepOnly, PUT } from "../testing/directions.ts";

beforeEach(() => keepOnly(7, 374, 43, 358, 53, 252));

it("countries are opened until a moment: each of their codes is closed then", async () => {
  const served = serveSwitches();
  const { user } = await renderApp("/directions?by=zone");
  await findTable();
  for (const name of ["Австрия", "Финляндия"]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await user.click(getCheckbox(name));
  }
  await user.click(screen.getByRole("link", { name: "Проверить" }));
  await user.click(await screen.findByLabelText("Другое время"));
  await user.click(panel().getByRole("button", { name: "Открыть: 3" }));
  expect(panel().getByText("Укажите, до какого времени.")).toBeVisible();
  expect(requests(PUT)).toEqual([]);
  await user.click(panel().getByLabelText("До утра: завтра, 09:00"));
  await user.click(panel().getByRole("button", { name: "Открыть: 3" }));
  await screen.findByText(/^Австрия, Финляндия и Аландские острова: открыто до завтра, 09:00/);
  const body = { kind: "direction", codes: ["43", "358"], until: tomorrow().toISOString() };
  expect(served.sent).toEqual([["POST", body]]);
});

it("what is open until a moment stands above the list, and in its row", async () => {
  serveSwitches(timedSwitch({ kind: "direction", code: "7" }, { actor: "anonymous" }));
  await renderApp("/directions?by=zone");
  await findTable();
  expect(await screen.findByText("Открыто до завтра, 09:00, затем закроется.")).toBeVisible();
  expect(screen.getByRole("link", { name: /^Россия и Казахстан \(\+7\)|\(\+7\)$/ })).toBeVisible();
  await waitFor(() => expect(screen.getAllByText("до завтра, 09:00")).toHaveLength(2));
});
