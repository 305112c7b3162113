import { expect } from "@playwright/test";
import { ACCOUNT, DELETE, EVENING, FORWARD, LIST, SIP } from "./scenarios.ts";
import { rows, toast } from "./screen.ts";
import type { Stage } from "./screens.ts";

const EDIT = `${ACCOUNT}/scenarios/${FORWARD.id}/edit`;
const PLAIN = { sequence_rule: "single", sip_timeout: 5, voicemail: false };

const card = ({ page }: Stage, { name }: { name: string }) =>
  page.getByRole("listitem", { name, exact: true });
const dialog = ({ page }: Stage) => page.getByRole("dialog");
const numbers = (stage: Stage) => dialog(stage).locator('input[inputmode="tel"]');

/** Opens «Переадресация», of whose numbers the provider returns nothing. */
async function openMarked(stage: Stage): Promise<void> {
  await stage.page.goto(EDIT);
  await expect(dialog(stage).getByText(stage.t("scenarioForm.asked"))).toHaveCount(4);
}

async function giveAll(stage: Stage): Promise<void> {
  const { t } = stage;
  const radio = (name: string) => dialog(stage).getByRole("group", { name }).getByRole("radio");
  await radio(t("form.rule")).first().check();
  await radio(t("scenarioForm.voicemail")).last().check();
  await numbers(stage).first().fill("79000000001");
  await numbers(stage).last().fill("79000000002");
}

async function openOwnGreeting(stage: Stage): Promise<void> {
  const { page, t } = stage;
  await page.goto(`${ACCOUNT}/scenarios/new`);
  for (const [name, at] of [
    [t("scenarioForm.voicemail"), 0],
    [t("scenarioForm.greeting"), 1],
  ] as const) {
    await dialog(stage).getByRole("group", { name }).getByRole("radio").nth(at).check();
  }
}

/** Every state of the scenarios of an account and of their forms, and how one gets to see it. */
export const SCENARIO_SCREENS: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  "the scenarios": async (stage) => {
    const { page, office } = stage;
    const odd = { ...PLAIN, name: `${"Очень".repeat(40)} <script>alert(1)</script> 👩‍🚀` };
    await office.change("PUT", `${ACCOUNT}/scenarios/${EVENING.id}`, odd);
    await page.goto(ACCOUNT);
    await expect(card(stage, FORWARD)).toBeVisible();
  },
  "the scenarios, one just activated": async (stage) => {
    const { page, t } = stage;
    await page.goto(ACCOUNT);
    await card(stage, FORWARD).getByText(t("scenario.activate")).click();
    const undo = toast(page, FORWARD.name).getByRole("button", { name: t("scenario.undo") });
    // It stays as long as somebody points at it.
    await undo.hover();
  },
  "the scenarios, none": async (stage) => {
    const { page, office, t } = stage;
    for (const { id } of [SIP, FORWARD, EVENING]) {
      await office.change("DELETE", `${ACCOUNT}/scenarios/${id}`);
    }
    await page.goto(ACCOUNT);
    await expect(page.getByRole("heading", { name: t("scenario.empty") })).toBeVisible();
  },
  "the scenarios, loading": async ({ page, office, t }) => {
    await office.faults({ operation: LIST, fault: "hang" });
    await page.goto(ACCOUNT);
    await expect(page.getByText(t("scenario.loading"))).toBeAttached();
  },
  "the scenarios, failed": async ({ page, office, t }) => {
    await office.faults({ operation: LIST, fault: "status:403" });
    await page.goto(ACCOUNT);
    const alert = page.getByRole("alert");
    await expect(alert.getByRole("button", { name: t("ui.retry") })).toBeVisible();
  },
  "the list with a drawing that is unsure": async ({ page, office }) => {
    await office.change("PATCH", `${ACCOUNT}/scenarios/${FORWARD.id}`);
    await page.goto("/sip");
    await expect(rows(page).first()).toContainText(FORWARD.name);
  },
  "the question before deleting a scenario": async (stage) => {
    const { page, office } = stage;
    await office.faults({ operation: DELETE, fault: "status:500" });
    await page.goto(ACCOUNT);
    await card(stage, SIP).getByRole("button").click();
    await dialog(stage).getByRole("checkbox").check();
    await dialog(stage).getByRole("button").last().click();
    await expect(page.getByRole("alert")).toBeVisible();
  },
  "the form of a new scenario": async (stage) => {
    const { page, t } = stage;
    await page.goto(`${ACCOUNT}/scenarios/new`);
    const add = dialog(stage).getByRole("button", { name: t("scenarioForm.add") });
    for (const last of [1, 2, 1, 4, 5]) {
      await add.click();
      await page.keyboard.type(`7900000000${last}`);
    }
    await expect(numbers(stage)).toHaveCount(5);
    await expect(numbers(stage).nth(2)).toHaveAccessibleDescription(/\D1$/);
  },
  "the form of a new scenario, with mistakes": async (stage) => {
    const { page, t } = stage;
    await openOwnGreeting(stage);
    await dialog(stage)
      .getByRole("button", { name: t("scenarioForm.add") })
      .click();
    await page.keyboard.type("12");
    await dialog(stage).getByRole("spinbutton").last().fill("7");
    await dialog(stage)
      .getByRole("button", { name: t("scenarioForm.create") })
      .click();
    await expect(dialog(stage).getByText(t("field.required"))).toHaveCount(2);
  },
  "the form of a new scenario, choosing a recording": async (stage) => {
    const { page, t } = stage;
    await openOwnGreeting(stage);
    await page.getByRole("button", { name: t("ui.choices") }).click();
    await expect(page.getByRole("option").first()).toBeVisible();
  },
  "the form of a new scenario, without recordings": async (stage) => {
    await stage.office.faults({ operation: "GET /media", fault: "status:403" });
    await openOwnGreeting(stage);
    await expect(
      dialog(stage).getByRole("textbox", { name: stage.t("scenarioForm.mediaByHand") }),
    ).toBeVisible();
  },
  "the form of a scenario, with marks": openMarked,
  "the form of a scenario, with marks and mistakes": async (stage) => {
    await openMarked(stage);
    await dialog(stage)
      .getByRole("button", { name: stage.t("form.save") })
      .click();
    await expect(dialog(stage).getByText(stage.t("field.phoneRow"))).toHaveCount(2);
  },
  "the form of a scenario, a row in hand": async (stage) => {
    await openMarked(stage);
    const handle = dialog(stage).getByRole("listitem").first().getByRole("button").first();
    await handle.press("Space");
    await expect(dialog(stage).locator('[data-lifted="true"]')).toHaveCount(1);
  },
  "the form of a scenario, changed meanwhile": async (stage) => {
    const { office, t } = stage;
    await openMarked(stage);
    await giveAll(stage);
    const changed = { ...PLAIN, name: "Ночь", phones: [] };
    await office.change("PUT", `${ACCOUNT}/scenarios/${FORWARD.id}`, changed);
    await dialog(stage)
      .getByRole("button", { name: t("form.save") })
      .click();
    await expect(
      dialog(stage).getByRole("button", { name: t("scenarioForm.reopen") }),
    ).toBeVisible();
  },
  "the form of a scenario, failed": async (stage) => {
    const { office, t } = stage;
    await openMarked(stage);
    await giveAll(stage);
    await office.faults({ operation: "PUT /sip/{id}/scenarios/{sid}", fault: "status:400" });
    await dialog(stage)
      .getByRole("button", { name: t("form.save") })
      .click();
    await expect(dialog(stage).getByRole("alert")).toBeVisible();
  },
  "the form of no scenario": async ({ page, t }) => {
    await page.goto(`${ACCOUNT}/scenarios/4711/edit`);
    await expect(page.getByRole("heading", { name: t("scenarioForm.none") })).toBeVisible();
  },
};
