import { expect, type Locator } from "@playwright/test";
import { filled, type TextKey } from "../texts.ts";
import type { Stage, Writing } from "./entry.ts";

const dialog = ({ page }: Stage) => page.getByRole("dialog");
const button = (key: TextKey) => (stage: Stage) =>
  dialog(stage).getByRole("button", { name: exactly(stage.t(key)) });
const toast = (key: TextKey) => (stage: Stage) =>
  stage.page.getByRole("status").filter({ hasText: filled(stage.t(key)) });
const exactly = (text: string) => new RegExp(`^${filled(text).source}$`);

/** A line of text by its label; `again`: of a form that asks for what is not known. */
function field(stage: Stage, key: TextKey, again = false): Locator {
  const label = again ? filled(stage.t("externalForm.again")).source : "";
  const name = again ? label.replace(".*", stage.t(key)) : stage.t(key);
  return dialog(stage).getByLabel(new RegExp(`^${name}$`));
}

const type = (stage: Stage, key: TextKey, text: string) => field(stage, key).fill(text);
const keeps = (key: TextKey, value: string | RegExp) => (stage: Stage) =>
  expect(field(stage, key)).toHaveValue(value);
const radio = (stage: Stage, name: string | RegExp) =>
  dialog(stage)
    .getByRole("radio", {
      name: typeof name === "string" ? new RegExp(`^${name}(?!\\p{L})`, "u") : name,
    })
    .check();

/** Presses what opens the question before something is gone, and ticks what it asks to tick. */
const ask =
  (key: TextKey, named = "", ticks = true) =>
  async (stage: Stage) => {
    const { page, t } = stage;
    const name = named === "" ? t(key) : t(key).replace(/\{\w+\}/, named);
    await page.getByRole("button", { name, exact: true }).first().click();
    if (ticks) await dialog(stage).getByRole("checkbox").check();
  };
const ticked = (stage: Stage) => expect(dialog(stage).getByRole("checkbox")).toBeChecked();

/** Ticks a country of those found and goes to the review. */
const reviewed = async ({ page, t }: Stage) => {
  await page.getByRole("table").getByRole("checkbox").first().click();
  await page.getByRole("link", { name: t("directions.review"), exact: true }).click();
};
const undoOffered = ({ page, t }: Stage) =>
  page.getByRole("button", { name: t("directions.undo"), exact: true });

const name = (stage: Stage) => field(stage, "account.name");

export const WRITES = {
  createSipAccount: {
    kind: "write",
    at: "/sip/new",
    fill: async (stage) => {
      await expect(field(stage, "account.extension")).toHaveValue("208");
      await name(stage).fill("Курьер");
      await type(stage, "form.phone", "79000001234");
    },
    button: button("form.create"),
    kept: async (stage) => {
      await expect(name(stage)).toHaveValue("Курьер");
      await expect(field(stage, "form.phone")).toHaveValue(/900.*12-34/);
    },
    done: toast("form.created"),
    wrong: { field: "name", input: name },
    looks: "listSipAccounts",
  },
  updateSipAccount: {
    kind: "write",
    at: "/sip/25/edit",
    fill: async (stage) => {
      await name(stage).fill("Стойка");
      await button("form.passwordSet")(stage).click();
      await type(stage, "form.password", "Abcdef-2345-xyz");
    },
    button: button("form.saveWithPassword"),
    kept: async (stage) => {
      await expect(name(stage)).toHaveValue("Стойка");
      await keeps("form.password", "Abcdef-2345-xyz")(stage);
    },
    done: toast("form.savedWithPassword"),
    wrong: { field: "name", input: name },
    looks: "getSipAccount",
  },
  deleteSipAccount: {
    kind: "write",
    at: "/sip/25",
    fill: ask("account.delete"),
    button: button("delete.button"),
    kept: ticked,
    done: toast("delete.done"),
    looks: "getSipAccount",
  },
  createScenario: {
    kind: "write",
    at: "/sip/25/scenarios/new",
    fill: (stage) => type(stage, "scenarioForm.name", "Обед"),
    button: button("scenarioForm.create"),
    kept: keeps("scenarioForm.name", "Обед"),
    done: toast("scenarioForm.created"),
    wrong: { field: "name", input: (stage) => field(stage, "scenarioForm.name") },
    looks: "listScenarios",
  },
  replaceScenario: {
    kind: "write",
    at: "/sip/25/scenarios/40/edit",
    fill: async (stage) => {
      const { t } = stage;
      await type(stage, "scenarioForm.name", "Днём");
      await radio(stage, t("form.rule.single"));
      await radio(stage, t("scenarioForm.voicemail.off"));
    },
    button: button("form.save"),
    kept: keeps("scenarioForm.name", "Днём"),
    done: toast("form.saved"),
    wrong: { field: "name", input: (stage) => field(stage, "scenarioForm.name") },
    away: { offline: "scenarioForm.unread", login: "scenarioForm.unread" },
    looks: "listScenarios",
  },
  activateScenario: {
    kind: "write",
    at: "/sip/25",
    fill: () => Promise.resolve(),
    button: ({ page, t }) =>
      page.getByRole("button", {
        name: t("scenario.activateNamed").replace("{name}", "Переадресация"),
      }),
    short: true,
    // Shown at once as it will be.
    busy: ({ page, t }) =>
      expect(page.getByRole("listitem", { name: "Переадресация", exact: true })).toContainText(
        t("scenario.active"),
      ),
    done: ({ page, t }) =>
      page
        .getByRole("status")
        .filter({ hasText: filled(t("scenario.activated").split("}} ").at(-1) ?? "") }),
    leaves: true,
    looks: "listScenarios",
  },
  deleteScenario: {
    kind: "write",
    at: "/sip/25",
    fill: ask("scenario.delete", "Вечер и выходные", false),
    button: button("scenario.deleteButton"),
    done: toast("scenario.deleted"),
    looks: "listScenarios",
  },
  createExternalNumber: {
    kind: "write",
    at: "/external-numbers/new?kind=ate",
    fill: async (stage) => {
      await type(stage, "externalForm.number", "+7 495 000-30-01");
      await type(stage, "externalForm.host", "sip.x.example");
      await type(stage, "externalForm.login", "me");
      await type(stage, "externalForm.secret", "kR4-vT9_xw2.Zq7m");
    },
    button: button("externalForm.connect"),
    kept: async (stage) => {
      await keeps("externalForm.host", "sip.x.example")(stage);
      await keeps("externalForm.secret", "kR4-vT9_xw2.Zq7m")(stage);
    },
    done: toast("externalForm.connected.ate"),
    wrong: { field: "host", input: (stage) => field(stage, "externalForm.host") },
    looks: "listExternalNumbers",
  },
  updateExternalNumber: {
    kind: "write",
    at: "/external-numbers/ate/2/edit",
    fill: async (stage) => {
      await field(stage, "externalForm.port", true).fill("5070");
      await button("externalForm.secretEnter")(stage).click();
      await field(stage, "externalForm.secret", true).fill("kR4-vT9_xw2.Zq7m");
    },
    button: button("externalForm.save"),
    kept: (stage) =>
      expect(field(stage, "externalForm.secret", true)).toHaveValue("kR4-vT9_xw2.Zq7m"),
    done: toast("externalForm.saved"),
    wrong: { field: "port", input: (stage) => field(stage, "externalForm.port", true) },
    looks: "listExternalNumbers",
  },
  followExternalNumber: {
    kind: "write",
    at: "/external-numbers/ate/1/forward",
    fill: async (stage) => {
      await radio(stage, stage.t("forwarding.number"));
      await dialog(stage)
        .getByRole("textbox", { name: stage.t("forwarding.number") })
        .fill("79993332210");
      await radio(
        stage,
        /^(The owner of the phone sees|Владелец телефона увидит) (the n|номер )[^з]/,
      );
    },
    button: button("forwarding.save"),
    kept: (stage) =>
      expect(
        dialog(stage).getByRole("textbox", { name: stage.t("forwarding.number") }),
      ).toHaveValue(/999.*22-10/),
    done: toast("forwarding.saved"),
    wrong: {
      field: "destination_number",
      input: (stage) => dialog(stage).getByRole("textbox", { name: stage.t("forwarding.number") }),
    },
    unsure: "forwarding.unsure",
    looks: "listExternalNumbers",
  },
  deleteExternalNumber: {
    kind: "write",
    at: "/external-numbers/ate/1",
    fill: ask("externalDetails.disconnect"),
    button: button("disconnect.button"),
    kept: ticked,
    done: toast("disconnect.done"),
    looks: "listExternalNumbers",
  },
  createSmartNumber: {
    kind: "write",
    at: "/smart-numbers/new?user=40",
    fill: (stage) => type(stage, "smart.b", "+37410324041"),
    button: button("smart.addButton"),
    kept: keeps("smart.b", /374.*32.*41/),
    done: toast("smart.added"),
    wrong: { field: "phone_b", input: (stage) => field(stage, "smart.b") },
    looks: "listSmartNumbers",
  },
  deleteSmartNumber: {
    kind: "write",
    at: "/smart-numbers?user=40",
    fill: async ({ page, t }) => {
      const remove = filled(t("smart.delete"));
      await page.getByRole("table").getByRole("button", { name: remove }).first().click();
    },
    button: button("smart.deleteButton"),
    done: toast("smart.deleted"),
    // It is deleted, by this request or by somebody else's.
    meant: { "status:404": "smart.deletedAlready" },
    looks: "listSmartNumbers",
  },
  updateVoicemail: {
    kind: "write",
    at: "/voicemail",
    fill: ({ page, t }) =>
      page.getByRole("textbox", { name: t("voicemail.email") }).fill("night@office.example"),
    button: ({ page, t }) => page.getByRole("button", { name: t("voicemail.save"), exact: true }),
    busy: ({ page, t }) =>
      expect(page.getByRole("button", { name: t("voicemail.saving") })).toBeVisible(),
    kept: ({ page, t }) =>
      expect(page.getByRole("textbox", { name: t("voicemail.email") })).toHaveValue(
        "night@office.example",
      ),
    says: { "status:404": "voicemail.unknownUser" },
    done: toast("voicemail.saved"),
    wrong: {
      field: "email",
      input: ({ page, t }) => page.getByRole("textbox", { name: t("voicemail.email") }),
    },
    unsure: "voicemail.unsureRead",
    // Before a sign-in nothing was sent.
    away: { offline: "voicemail.unsure" },
    looks: "getVoicemail",
  },
  openDirections: {
    kind: "write",
    at: "/directions?q=%2B43",
    fill: reviewed,
    button: button("review.applyOpen"),
    kept: (stage) => expect(dialog(stage)).toContainText(/Austria|Австрия/),
    done: undoOffered,
    unsure: "review.foundNone",
    away: { offline: "review.notRead", login: "review.notRead" },
    looks: "listAllowedDirections",
  },
  closeDirections: {
    kind: "write",
    at: "/directions?q=%2B36",
    fill: reviewed,
    button: button("review.applyClose"),
    kept: (stage) => expect(dialog(stage)).toContainText(/Hungary|Венгрия/),
    done: undoOffered,
    unsure: "review.foundNone",
    away: { offline: "review.notRead", login: "review.notRead" },
    looks: "listAllowedDirections",
  },
} satisfies Record<string, Writing>;
