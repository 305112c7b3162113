import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { panel } from "#app/testing/form.ts";
import { hasText } from "#app/testing/hasText.ts";
import { rememberForwarding } from "#app/testing/remembered.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { setRemembered } from "#app/testing/sandbox.ts";
import { serveSwitches, timedSwitch, tomorrow } from "#app/testing/switches.ts";
import { openForm, sent, setNumber } from "./testing/forward.ts";

const TARGET = { number_type: "ate", number_id: 1 } as const;
const MOBILE = {
  ...TARGET,
  type: "number",
  destination_number: "79993332210",
  cli_type: "Y",
} as const;
const OFFICE = { ...MOBILE, destination_number: "79990000001" };
const NUMBER = "+7 910 444-55-66";
const morning = () => panel().findByLabelText("До утра: завтра, 09:00");

it("a forwarding is set until a moment, and goes back to what was set from Pult before", async () => {
  setRemembered(rememberForwarding(OFFICE));
  const served = serveSwitches();
  const { user } = await openForm();
  await user.click(await morning());
  expect(panel().getByText(hasText("Затем звонки пойдут на +7 999 000-00-01."))).toBeVisible();
  await setNumber(user);
  const done = `${NUMBER}: действует до завтра, 09:00, затем звонки пойдут на +7 999 000-00-01`;
  expect(await screen.findByText(hasText(done))).toBeVisible();
  const until = tomorrow().toISOString();
  expect(served.sent).toEqual([["POST", { kind: "forwarding", until, set: MOBILE, back: OFFICE }]]);
});

it("what comes then is to be said where Pult does not know what was set before", async () => {
  const served = serveSwitches();
  const { user } = await openForm();
  await user.click(await morning());
  expect(panel().getByText(/Что было задано раньше, Пульт не знает/)).toBeVisible();
  await setNumber(user);
  expect(await panel().findByText("Подтвердите, что будет потом.")).toBeVisible();
  expect(sent()).toEqual([]);
  await user.click(panel().getByLabelText("Потом выключить переадресацию"));
  await user.click(screen.getByText("Сохранить"));
  await waitFor(() => expect(served.sent).toMatchObject([["POST", { back: { type: "empty" } }]]));
  expect(sent()).toHaveLength(1);
});

it("the details of a number say until when its forwarding holds", async () => {
  setRemembered(rememberForwarding(MOBILE));
  serveSwitches(timedSwitch({ kind: "forwarding", set: MOBILE, back: OFFICE }));
  await renderApp("/external-numbers/ate/1");
  const words = /Действует до завтра, 09:00, затем звонки пойдут на \+7 999 000-00-01/;
  expect(await screen.findByText(hasText(words))).toBeVisible();
  expect(screen.getByRole("button", { name: /^Снять таймер/ })).toBeVisible();
});
