import type { Locator } from "@playwright/test";
import { expect } from "./stableChecks.ts";
import { textPattern, type TextKey } from "../texts.ts";
import { openDelete } from "../screen.ts";
import type { PageContext, WriteEntry } from "./entry.ts";

const dialog = ({ page }: PageContext) => page.getByRole("dialog");
const button = (key: TextKey) => (context: PageContext) =>
  dialog(context).getByRole("button", { name: exactPattern(context.t(key)) });
const toast = (key: TextKey) => (context: PageContext) =>
  context.page.getByRole("status").filter({ hasText: textPattern(context.t(key)) });
const exactPattern = (text: string) => new RegExp(`^${textPattern(text).source}$`);

/** A text field by its label; `isReentry` for the label of a field to be entered again. */
function field(context: PageContext, key: TextKey, isReentry = false): Locator {
  const label = isReentry ? textPattern(context.t("externalForm.again")).source : "";
  const name = isReentry ? label.replace(".*", context.t(key)) : context.t(key);
  return dialog(context).getByLabel(new RegExp(`^${name}$`));
}

const fillField = (context: PageContext, key: TextKey, text: string) =>
  field(context, key).fill(text);
const expectValue = (key: TextKey, value: string | RegExp) => (context: PageContext) =>
  expect(field(context, key)).toHaveValue(value);
const radio = (context: PageContext, name: string | RegExp) =>
  dialog(context)
    .getByRole("radio", {
      name: typeof name === "string" ? new RegExp(`^${name}(?!\\p{L})`, "u") : name,
    })
    .check();

/** Opens the confirmation of a deletion and checks its checkbox. */
const openConfirmation =
  (key: TextKey, named = "", ticks = true) =>
  async (context: PageContext) => {
    const { page, t } = context;
    const name = named === "" ? t(key) : t(key).replace(/\{\w+\}/, named);
    await page.getByRole("button", { name, exact: true }).first().click();
    if (ticks) await dialog(context).getByRole("checkbox").check();
  };
const expectChecked = (context: PageContext) =>
  expect(dialog(context).getByRole("checkbox")).toBeChecked();

/** Selects the first country found and opens the review. */
const openReview = async ({ page, t }: PageContext) => {
  await page.getByRole("table").getByRole("checkbox").first().click();
  await page.getByRole("link", { name: t("directions.review"), exact: true }).click();
};
const undoButton = ({ page, t }: PageContext) =>
  page.getByRole("button", { name: t("directions.undo"), exact: true });

const name = (context: PageContext) => field(context, "account.name");

export const WRITES = {
  createSipAccount: {
    kind: "write",
    path: "/sip/new",
    fill: async (context) => {
      await expect(field(context, "account.extension")).toHaveValue("208");
      await name(context).fill("Курьер");
      await fillField(context, "form.phone", "79000001234");
    },
    submitButton: button("form.create"),
    expectInputKept: async (context) => {
      await expect(name(context)).toHaveValue("Курьер");
      await expect(field(context, "form.phone")).toHaveValue(/900.*12-34/);
    },
    successLocator: toast("form.created"),
    invalidField: { field: "name", input: name },
    refetches: "listSipAccounts",
  },
  updateSipAccount: {
    kind: "write",
    path: "/sip/25/edit",
    fill: async (context) => {
      await name(context).fill("Стойка");
      await button("form.passwordSet")(context).click();
      await fillField(context, "form.password", "Abcdef-2345-xyz");
    },
    submitButton: button("form.saveWithPassword"),
    expectInputKept: async (context) => {
      await expect(name(context)).toHaveValue("Стойка");
      await expectValue("form.password", "Abcdef-2345-xyz")(context);
    },
    successLocator: toast("form.savedWithPassword"),
    invalidField: { field: "name", input: name },
    refetches: "getSipAccount",
  },
  deleteSipAccount: {
    kind: "write",
    path: "/sip/25",
    fill: async (context) => {
      const { page, t } = context;
      await openDelete(page, t("ui.more"), t("account.delete"));
      await dialog(context).getByRole("checkbox").check();
    },
    submitButton: button("delete.button"),
    expectInputKept: expectChecked,
    successLocator: toast("delete.done"),
    refetches: "getSipAccount",
  },
  createScenario: {
    kind: "write",
    path: "/sip/25/scenarios/new",
    fill: (context) => fillField(context, "scenarioForm.name", "Обед"),
    submitButton: button("scenarioForm.create"),
    expectInputKept: expectValue("scenarioForm.name", "Обед"),
    successLocator: toast("scenarioForm.created"),
    invalidField: { field: "name", input: (context) => field(context, "scenarioForm.name") },
    refetches: "listScenarios",
  },
  replaceScenario: {
    kind: "write",
    path: "/sip/25/scenarios/40/edit",
    fill: async (context) => {
      const { t } = context;
      await fillField(context, "scenarioForm.name", "Днём");
      await radio(context, t("form.rule.single"));
      await radio(context, t("scenarioForm.voicemail.off"));
    },
    submitButton: button("form.save"),
    expectInputKept: expectValue("scenarioForm.name", "Днём"),
    successLocator: toast("form.saved"),
    invalidField: { field: "name", input: (context) => field(context, "scenarioForm.name") },
    unreachableTexts: { offline: "scenarioForm.unread", login: "scenarioForm.unread" },
    refetches: "listScenarios",
  },
  activateScenario: {
    kind: "write",
    path: "/sip/25",
    fill: () => Promise.resolve(),
    submitButton: ({ page, t }) =>
      page.getByRole("button", {
        name: t("scenario.activateNamed").replace("{name}", "Переадресация"),
      }),
    titleOnly: true,
    // An optimistic update.
    expectPending: ({ page, t }) =>
      expect(page.getByRole("listitem", { name: "Переадресация", exact: true })).toContainText(
        t("scenario.active"),
      ),
    successLocator: ({ page, t }) =>
      page
        .getByRole("status")
        .filter({ hasText: textPattern(t("scenario.activated").split("}} ").at(-1) ?? "") }),
    leavesFreely: true,
    refetches: "listScenarios",
  },
  deleteScenario: {
    kind: "write",
    path: "/sip/25",
    fill: openConfirmation("scenario.delete", "Вечер и выходные", false),
    submitButton: button("scenario.deleteButton"),
    successLocator: toast("scenario.deleted"),
    refetches: "listScenarios",
  },
  createExternalNumber: {
    kind: "write",
    path: "/external-numbers/new?kind=ate",
    fill: async (context) => {
      await fillField(context, "externalForm.number", "+7 495 000-30-01");
      await fillField(context, "externalForm.host", "sip.x.example");
      await fillField(context, "externalForm.login", "me");
      await fillField(context, "externalForm.secret", "kR4-vT9_xw2.Zq7m");
    },
    submitButton: button("externalForm.connect"),
    expectInputKept: async (context) => {
      await expectValue("externalForm.host", "sip.x.example")(context);
      await expectValue("externalForm.secret", "kR4-vT9_xw2.Zq7m")(context);
    },
    successLocator: toast("externalForm.connected.ate"),
    invalidField: { field: "host", input: (context) => field(context, "externalForm.host") },
    refetches: "listExternalNumbers",
  },
  updateExternalNumber: {
    kind: "write",
    path: "/external-numbers/ate/2/edit",
    fill: async (context) => {
      await field(context, "externalForm.port", true).fill("5070");
      await button("externalForm.secretEnter")(context).click();
      await field(context, "externalForm.secret", true).fill("kR4-vT9_xw2.Zq7m");
    },
    submitButton: button("externalForm.save"),
    expectInputKept: (context) =>
      expect(field(context, "externalForm.secret", true)).toHaveValue("kR4-vT9_xw2.Zq7m"),
    successLocator: toast("externalForm.saved"),
    invalidField: { field: "port", input: (context) => field(context, "externalForm.port", true) },
    refetches: "listExternalNumbers",
  },
  followExternalNumber: {
    kind: "write",
    path: "/external-numbers/ate/1/forward",
    fill: async (context) => {
      await radio(context, context.t("forwarding.number"));
      await dialog(context)
        .getByRole("textbox", { name: context.t("forwarding.number") })
        .fill("79993332210");
      await radio(
        context,
        /^(The owner of the phone sees|Владелец телефона увидит) (the n|номер )[^з]/,
      );
    },
    submitButton: button("forwarding.save"),
    expectInputKept: (context) =>
      expect(
        dialog(context).getByRole("textbox", { name: context.t("forwarding.number") }),
      ).toHaveValue(/999.*22-10/),
    successLocator: toast("forwarding.saved"),
    invalidField: {
      field: "destination_number",
      input: (context) =>
        dialog(context).getByRole("textbox", { name: context.t("forwarding.number") }),
    },
    unknownOutcomeText: "forwarding.unsure",
    refetches: "listExternalNumbers",
  },
  deleteExternalNumber: {
    kind: "write",
    path: "/external-numbers/ate/1",
    fill: openConfirmation("externalDetails.disconnect"),
    submitButton: button("disconnect.button"),
    expectInputKept: expectChecked,
    successLocator: toast("disconnect.done"),
    refetches: "listExternalNumbers",
  },
  createSmartNumber: {
    kind: "write",
    path: "/smart-numbers/new?user=40",
    fill: (context) => fillField(context, "smart.b", "+37410324041"),
    submitButton: button("smart.addButton"),
    expectInputKept: expectValue("smart.b", /374.*32.*41/),
    successLocator: toast("smart.added"),
    invalidField: { field: "phone_b", input: (context) => field(context, "smart.b") },
    refetches: "listSmartNumbers",
  },
  deleteSmartNumber: {
    kind: "write",
    path: "/smart-numbers?user=40",
    fill: async ({ page, t }) => {
      const remove = textPattern(t("smart.delete"));
      await page.getByRole("table").getByRole("button", { name: remove }).first().click();
    },
    submitButton: button("smart.deleteButton"),
    successLocator: toast("smart.deleted"),
    // It is already deleted.
    successTexts: { "status:404": "smart.deletedAlready" },
    refetches: "listSmartNumbers",
  },
  updateVoicemail: {
    kind: "write",
    path: "/voicemail",
    fill: ({ page, t }) =>
      page.getByRole("textbox", { name: t("voicemail.email") }).fill("night@office.example"),
    submitButton: ({ page, t }) =>
      page.getByRole("button", { name: t("voicemail.save"), exact: true }),
    expectPending: ({ page, t }) =>
      expect(page.getByRole("button", { name: t("voicemail.saving") })).toBeVisible(),
    expectInputKept: ({ page, t }) =>
      expect(page.getByRole("textbox", { name: t("voicemail.email") })).toHaveValue(
        "night@office.example",
      ),
    titles: { "status:404": "voicemail.unknownUser" },
    successLocator: toast("voicemail.saved"),
    invalidField: {
      field: "email",
      input: ({ page, t }) => page.getByRole("textbox", { name: t("voicemail.email") }),
    },
    unknownOutcomeText: "voicemail.unsureRead",
    // Without a sign-in nothing was sent.
    unreachableTexts: { offline: "voicemail.unsure" },
    refetches: "getVoicemail",
  },
  openDirections: {
    kind: "write",
    path: "/directions?q=%2B43",
    fill: openReview,
    submitButton: button("review.applyOpen"),
    expectInputKept: (context) => expect(dialog(context)).toContainText(/Austria|Австрия/),
    successLocator: undoButton,
    unknownOutcomeText: "review.foundNone",
    unreachableTexts: { offline: "review.notRead", login: "review.notRead" },
    refetches: "listAllowedDirections",
  },
  closeDirections: {
    kind: "write",
    path: "/directions?q=%2B36",
    fill: openReview,
    submitButton: button("review.applyClose"),
    expectInputKept: (context) => expect(dialog(context)).toContainText(/Hungary|Венгрия/),
    successLocator: undoButton,
    unknownOutcomeText: "review.foundNone",
    unreachableTexts: { offline: "review.notRead", login: "review.notRead" },
    refetches: "listAllowedDirections",
  },
} satisfies Record<string, WriteEntry>;
