import { expect } from "@playwright/test";
import { ACCOUNT, FORWARD, LIST } from "../lib/scenarios.ts";
import { dialog, hang, never, type Open, refuse, type RouteScreens, type Stage } from "./stage.ts";

const NEW = `${ACCOUNT}/scenarios/new`;
const COPY = `${NEW}?from=${FORWARD.id}`;
const EDIT = `${ACCOUNT}/scenarios/${FORWARD.id}/edit`;
const PLAIN = { sequence_rule: "single", sip_timeout: 5, voicemail: false };

const numbers = (stage: Stage) => dialog(stage).locator('input[inputmode="tel"]');
const press = (stage: Stage, name: string) => dialog(stage).getByRole("button", { name }).click();

/** Opens a form about «Переадресация», of whose numbers the provider returns nothing. */
const marked =
  (path: string): Open =>
  async (stage) => {
    await stage.page.goto(path);
    await expect(dialog(stage).getByText(stage.t("scenarioForm.asked"))).toHaveCount(4);
  };
const loading =
  (path: string): Open =>
  async (stage) => {
    await hang(stage, LIST);
    await stage.page.goto(path);
    await expect(dialog(stage).getByText(stage.t("scenarioForm.loading"))).toBeAttached();
  };
const failed =
  (path: string): Open =>
  async (stage) => {
    await refuse(stage, LIST);
    await stage.page.goto(path);
    await expect(dialog(stage).getByRole("button", { name: stage.t("ui.retry") })).toBeVisible();
  };

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
  await page.goto(NEW);
  for (const [name, at] of [
    [t("scenarioForm.voicemail"), 0],
    [t("scenarioForm.greeting"), 1],
  ] as const) {
    await dialog(stage).getByRole("group", { name }).getByRole("radio").nth(at).check();
  }
}

async function openChoices(stage: Stage): Promise<void> {
  await openOwnGreeting(stage);
  await stage.page.getByRole("button", { name: stage.t("ui.choices") }).click();
}

export const sipScenarioNew: RouteScreens = {
  at: NEW,
  loading: async (stage) => {
    await hang(stage, "GET /media");
    await openChoices(stage);
    await expect(stage.page.getByText(stage.t("scenarioForm.mediaLoading"))).toBeVisible();
  },
  empty: async (stage) => {
    await stage.page.goto(NEW);
    await expect(dialog(stage).getByText(stage.t("scenarioForm.phonesNone"))).toBeVisible();
  },
  full: async (stage) => {
    await stage.page.goto(NEW);
    for (const last of [1, 2, 1, 4, 5]) {
      await press(stage, stage.t("scenarioForm.add"));
      await stage.page.keyboard.type(`7900000000${last}`);
    }
    await expect(numbers(stage)).toHaveCount(5);
    await expect(numbers(stage).nth(2)).toHaveAccessibleDescription(/\D1(?!\d)/);
  },
  error: async (stage) => {
    await refuse(stage, "GET /media");
    await openOwnGreeting(stage);
    await expect(
      dialog(stage).getByRole("textbox", { name: stage.t("scenarioForm.mediaByHand") }),
    ).toBeVisible();
  },
  more: {
    "with mistakes": async (stage) => {
      await openOwnGreeting(stage);
      await press(stage, stage.t("scenarioForm.add"));
      await stage.page.keyboard.type("12");
      await dialog(stage).getByRole("spinbutton").last().fill("7");
      await press(stage, stage.t("scenarioForm.create"));
      await expect(dialog(stage).getByText(stage.t("field.required"))).toHaveCount(2);
    },
    "choosing a recording": async (stage) => {
      await openChoices(stage);
      await expect(stage.page.getByRole("option").first()).toBeVisible();
    },
  },
};

export const sipScenarioCopy: RouteScreens = {
  at: NEW,
  loading: loading(COPY),
  empty: never("a copy has at least what its original has"),
  full: marked(COPY),
  error: failed(COPY),
};

export const sipScenarioEdit: RouteScreens = {
  at: EDIT,
  loading: loading(EDIT),
  empty: never("a scenario has at least a name"),
  full: marked(EDIT),
  error: failed(EDIT),
  more: {
    "marks and mistakes": async (stage) => {
      await marked(EDIT)(stage);
      await press(stage, stage.t("form.save"));
      await expect(dialog(stage).getByText(stage.t("field.phoneRow"))).toHaveCount(2);
    },
    "a row in hand": async (stage) => {
      await marked(EDIT)(stage);
      const handle = dialog(stage).getByRole("listitem").first().getByRole("button").first();
      await handle.press("Space");
      await expect(dialog(stage).locator('[data-lifted="true"]')).toHaveCount(1);
    },
    "changed meanwhile": async (stage) => {
      await marked(EDIT)(stage);
      await giveAll(stage);
      const changed = { ...PLAIN, name: "Ночь", phones: [] };
      await stage.office.change("PUT", `${ACCOUNT}/scenarios/${FORWARD.id}`, changed);
      await press(stage, stage.t("form.save"));
      await expect(
        dialog(stage).getByRole("button", { name: stage.t("scenarioForm.reopen") }),
      ).toBeVisible();
    },
    "not saved": async (stage) => {
      await marked(EDIT)(stage);
      await giveAll(stage);
      await stage.office.faults({
        operation: "PUT /sip/{id}/scenarios/{sid}",
        fault: "status:400",
      });
      await press(stage, stage.t("form.save"));
      await expect(dialog(stage).getByRole("alert")).toBeVisible();
    },
    "no such scenario": async ({ page, t }) => {
      await page.goto(`${ACCOUNT}/scenarios/4711/edit`);
      await expect(page.getByRole("heading", { name: t("scenarioForm.none") })).toBeVisible();
    },
  },
};
