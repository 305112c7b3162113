import { screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { field, panel } from "#app/testing/form.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, requests, server } from "#app/testing/sandbox.ts";

export const POST = "POST /sip/{id}/scenarios";
export const PUT = "PUT /sip/{id}/scenarios/{sid}";
export const LIST = "GET /sip/{id}/scenarios";

type Scenario = ReturnType<typeof accountAt>["scenarios"][number];

/** The scenario that the tests edit: two phones, voicemail with a greeting of its own. */
export const SCENARIO: Scenario = {
  id: 900,
  name: "Днём",
  rule: "single",
  sipTimeout: 20,
  phones: [
    { number: "79000000001", timeout: 25 },
    { number: "79000000002", timeout: 40 },
  ],
  voicemail: true,
  mediaId: 56,
};

/** Gives the first account this scenario only. */
export function setOnlyScenario(scenario: Partial<Scenario> = {}): Scenario {
  const kept = { ...SCENARIO, ...scenario };
  accountAt(0).scenarios = [kept];
  accountAt(0).activeId = kept.id;
  return kept;
}

/** The first account's only scenario as the sandbox holds it. */
export const kept = () => accountAt(0).scenarios[0];

/** Makes the server return a changed scenario on every request. */
export function show(scenario: () => object): void {
  server.use(
    http.get("*/api/v1/sip/:id/scenarios", () => {
      const data = [{ id: SCENARIO.id, name: SCENARIO.name, active: true, ...scenario() }];
      return HttpResponse.json({ data, current_page: 1, last_page: 1, per_page: 100, total: 1 });
    }),
  );
}

/** The whole scenario: nothing is left to be required. */
export const completeScenario = (more: object = {}) => ({
  endpoints: [
    { type: "sip", timeout: 20 },
    { type: "mob", timeout: 25, number: "79000000001" },
    { type: "mob", timeout: 40, number: "79000000002" },
  ],
  sequence_rule: "single",
  voicemail: true,
  voicemail_media_id: 56,
  ...more,
});

export const account = () => `/sip/${accountAt(0).id}`;
export const sent = (operation: string) => requests(operation).map(({ body }) => body);

export async function open(path: string, options?: Parameters<typeof renderApp>[1]) {
  const app = await renderApp(`${account()}/scenarios/${path}`, options);
  await screen.findByRole("dialog");
  await waitFor(() => panel().getByRole("textbox", { name: /^(Название|Name)$/ }));
  return app;
}
export const openNew = () => open("new");
export const openEdit = () => open(`${SCENARIO.id}/edit`);
export const openCopy = () => open(`new?from=${SCENARIO.id}`);

export const press = (name: string | RegExp) => panel().getByRole("button", { name });
export const choice = (group: string, option: RegExp) => {
  const radios = panel().getAllByRole<HTMLInputElement>("radio", { name: option });
  const found = radios.find((radio) =>
    radio.closest("fieldset")?.querySelector("legend")?.textContent.startsWith(group),
  );
  if (found === undefined) throw new Error(`No such choice in ${group}`);
  return found;
};
/** The numbers as the rows show them, with plain spaces. */
export const numbers = () =>
  panel()
    .queryAllByRole<HTMLInputElement>("textbox", { name: /^(Номер|Number) \d+$/ })
    .map(({ value }) => value.replaceAll("\u00a0", " "));
export const timeouts = () =>
  panel()
    .queryAllByRole<HTMLInputElement>("spinbutton", { name: /^Номер \d+ звонит/ })
    .map(({ value }) => value);
export const REENTRY_HINT = "Провайдер этого не возвращает: введите заново";
export const marks = () => panel().queryAllByText(REENTRY_HINT).length;
export { field, panel };
