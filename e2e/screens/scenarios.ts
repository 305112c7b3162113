import { expect } from "@playwright/test";
import { ACCOUNT, FORWARD, LIST, REPLACE } from "../lib/scenarios.ts";
import {
  dialog,
  hang,
  unreachable,
  type Open,
  refuse,
  type RouteScreens,
  type ScreenContext,
  withoutPlaceholder,
} from "./routeScreens.ts";

const NEW = `${ACCOUNT}/scenarios/new`;
const COPY = `${NEW}?from=${FORWARD.id}`;
const EDIT = `${ACCOUNT}/scenarios/${FORWARD.id}/edit`;
const PLAIN = { sequence_rule: "single", sip_timeout: 5, voicemail: false };

const numbers = (context: ScreenContext) => dialog(context).locator('input[inputmode="tel"]');
const press = (context: ScreenContext, name: string) =>
  dialog(context).getByRole("button", { name }).click();

/** Opens a form for «Переадресация», whose numbers the provider does not return. */
const openWithMissingFields =
  (path: string): Open =>
  async (context) => {
    await context.page.goto(path);
    await expect(dialog(context).getByText(context.t("scenarioForm.asked"))).toHaveCount(4);
  };
const loading =
  (path: string): Open =>
  async (context) => {
    await hang(context, LIST);
    await context.page.goto(path);
    await expect(dialog(context).getByText(context.t("scenarioForm.loading"))).toBeAttached();
  };
const failed =
  (path: string): Open =>
  async (context) => {
    await refuse(context, LIST);
    await context.page.goto(path);
    await expect(
      dialog(context).getByRole("button", { name: context.t("ui.retry") }),
    ).toBeVisible();
  };

async function fillMissingFields(context: ScreenContext): Promise<void> {
  const { t } = context;
  const radio = (name: string) => dialog(context).getByRole("group", { name }).getByRole("radio");
  await radio(t("form.rule")).first().check();
  await radio(t("scenarioForm.voicemail")).last().check();
  await numbers(context).first().fill("79000000001");
  await numbers(context).last().fill("79000000002");
}

/** Saves «Переадресация» as it is, so that Pult remembers it. */
async function saveAsColleague({ office }: ScreenContext): Promise<void> {
  await office.change("PUT", `${ACCOUNT}/scenarios/${FORWARD.id}`, {
    name: FORWARD.name,
    sequence_rule: "single",
    sip_timeout: 20,
    phones: [
      { number: "79000009926", timeout: 35 },
      { number: "79000004944", timeout: 15 },
    ],
    voicemail: false,
  });
}

async function openOwnGreeting(context: ScreenContext): Promise<void> {
  const { page, t } = context;
  await page.goto(NEW);
  for (const [name, at] of [
    [t("scenarioForm.voicemail"), 0],
    [t("scenarioForm.greeting"), 1],
  ] as const) {
    await dialog(context).getByRole("group", { name }).getByRole("radio").nth(at).check();
  }
}

async function openChoices(context: ScreenContext): Promise<void> {
  await openOwnGreeting(context);
  await context.page.getByRole("button", { name: context.t("ui.choices") }).click();
}

export const sipScenarioNew: RouteScreens = {
  at: NEW,
  loading: async (context) => {
    await hang(context, "GET /media");
    await openChoices(context);
    await expect(context.page.getByText(context.t("scenarioForm.mediaLoading"))).toBeVisible();
  },
  empty: async (context) => {
    await context.page.goto(NEW);
    await expect(dialog(context).getByText(context.t("scenarioForm.phonesNone"))).toBeVisible();
  },
  full: async (context) => {
    await context.page.goto(NEW);
    for (const last of [1, 2, 1, 4, 5]) {
      await press(context, context.t("scenarioForm.add"));
      await context.page.keyboard.type(`7900000000${last}`);
    }
    await expect(numbers(context)).toHaveCount(5);
    await expect(numbers(context).nth(2)).toHaveAccessibleDescription(/\D1(?!\d)/);
  },
  error: async (context) => {
    await refuse(context, "GET /media");
    await openOwnGreeting(context);
    await expect(
      dialog(context).getByRole("textbox", { name: context.t("scenarioForm.mediaByHand") }),
    ).toBeVisible();
  },
  more: {
    "validation errors": async (context) => {
      await openOwnGreeting(context);
      await press(context, context.t("scenarioForm.add"));
      await context.page.keyboard.type("12");
      await dialog(context).getByRole("spinbutton").last().fill("7");
      await press(context, context.t("scenarioForm.create"));
      await expect(dialog(context).getByText(context.t("field.required"))).toHaveCount(2);
    },
    "recording picker open": async (context) => {
      await openChoices(context);
      await expect(context.page.getByRole("option").first()).toBeVisible();
    },
  },
};

export const sipScenarioCopy: RouteScreens = {
  at: NEW,
  loading: loading(COPY),
  empty: unreachable("a copy has at least what its original has"),
  full: openWithMissingFields(COPY),
  error: failed(COPY),
};

export const sipScenarioEdit: RouteScreens = {
  at: EDIT,
  loading: loading(EDIT),
  empty: unreachable("a scenario has at least a name"),
  full: openWithMissingFields(EDIT),
  error: failed(EDIT),
  more: {
    "missing fields and validation errors": async (context) => {
      await openWithMissingFields(EDIT)(context);
      await press(context, context.t("form.save"));
      await expect(dialog(context).getByText(context.t("field.phoneRow"))).toHaveCount(2);
    },
    "filled in from memory": async (context) => {
      await saveAsColleague(context);
      await context.page.goto(EDIT);
      await expect(dialog(context).getByText(context.t("scenarioForm.filledTitle"))).toBeVisible();
    },
    "remembered, but perhaps changed since": async (context) => {
      await saveAsColleague(context);
      await context.office.faults({ operation: REPLACE, fault: "drop", after: true });
      await expect(saveAsColleague(context)).rejects.toThrow();
      await context.office.faults();
      await context.page.goto(EDIT);
      const take = withoutPlaceholder(context.t("scenarioForm.take")).slice(0, 4);
      await expect(dialog(context).getByRole("button", { name: take })).toHaveCount(6);
    },
    "row lifted": async (context) => {
      await openWithMissingFields(EDIT)(context);
      const handle = dialog(context).getByRole("listitem").first().getByRole("button").first();
      await handle.press("Space");
      await expect(dialog(context).locator('[data-lifted="true"]')).toHaveCount(1);
    },
    "changed by someone else": async (context) => {
      await openWithMissingFields(EDIT)(context);
      await fillMissingFields(context);
      const changed = { ...PLAIN, name: "Ночь", phones: [] };
      await context.office.change("PUT", `${ACCOUNT}/scenarios/${FORWARD.id}`, changed);
      await press(context, context.t("form.save"));
      await expect(
        dialog(context).getByRole("button", { name: context.t("scenarioForm.reopen") }),
      ).toBeVisible();
    },
    "save failed": async (context) => {
      await openWithMissingFields(EDIT)(context);
      await fillMissingFields(context);
      await context.office.faults({
        operation: "PUT /sip/{id}/scenarios/{sid}",
        fault: "status:400",
      });
      await press(context, context.t("form.save"));
      await expect(dialog(context).getByRole("alert")).toBeVisible();
    },
    "unknown scenario": async ({ page, t }) => {
      await page.goto(`${ACCOUNT}/scenarios/4711/edit`);
      await expect(page.getByRole("heading", { name: t("scenarioForm.none") })).toBeVisible();
    },
  },
};
