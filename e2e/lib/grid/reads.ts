import { expect } from "@playwright/test";
import { rows, searchBox } from "../screen.ts";
import type { OperationName } from "#api/operations.ts";
import type { TextKey } from "../texts.ts";
import type { Reading, ReadingOf, Stage } from "./entry.ts";

const dialog = ({ page }: Stage) => page.getByRole("dialog");
const said = (key: TextKey) => (stage: Stage) =>
  expect(stage.page.getByText(stage.t(key)).first()).toBeAttached();
const searched = (text: string) => (stage: Stage) =>
  expect(searchBox(stage.page)).toHaveValue(text);
const hasRow = (stage: Stage) => expect(rows(stage.page).first()).toBeVisible();

/** Opens the list of a field, which offers something. */
async function offers(stage: Stage, name: string | RegExp): Promise<void> {
  await dialog(stage).getByRole("combobox", { name }).click();
  await expect(stage.page.getByRole("option").first()).toBeVisible();
}

/** Opens the list of a field, which says that it is on its way, and closes it. */
const opened = (name: TextKey, key: TextKey) => async (stage: Stage) => {
  const field = dialog(stage).getByRole("combobox", { name: stage.t(name) });
  await field.click();
  await said(key)(stage);
  await field.click();
};

const LISTED = { odd: "rows", pages: { grow: false, cut: "rows" } } as const;
const PICKED = { odd: "choices", pages: { grow: false, cut: "choices" } } as const;

/** A list that a kind of forwarding is picked from; failing that, its id is typed. */
function picked(name: RegExp) {
  const radio = (stage: Stage) => dialog(stage).getByRole("radio", { name });
  return {
    kind: "read",
    at: "/external-numbers/ate/1/forward",
    ask: (stage) => radio(stage).check(),
    place: dialog,
    short: true,
    retry: "list.again",
    once: true,
    loading: said("picker.slow"),
    kept: (stage) => expect(radio(stage)).toBeChecked(),
    works: (stage) => offers(stage, name),
    ...PICKED,
  } satisfies Reading;
}

const GROUP = /^(Group|Группа)/;
const SCENARIO = /^(Scenario|Сценарий)/;
const QUEUE = /^(Call queue|Очередь звонков)/;

/** Two operations of one screen, neither of which it can do without. */
const DIRECTIONS = {
  kind: "read",
  at: "/directions?q=%2B43",
  short: true,
  loading: said("directions.loading"),
  kept: searched("+43"),
  works: ({ page, t }) =>
    expect(page.getByRole("table")).toContainText(t("directions.state.closed")),
  odd: "rows",
} satisfies Reading;

export const READS = {
  listSipAccounts: {
    kind: "read",
    at: "/sip?q=200",
    loading: said("sip.loading"),
    kept: searched("200"),
    works: hasRow,
    odd: "rows",
    pages: { grow: true, cut: "rows" },
  },
  listSipStatuses: {
    kind: "read",
    at: "/sip?q=200",
    short: true,
    beside: true,
    loading: said("fresh.updating"),
    kept: searched("200"),
    works: (stage) => expect(rows(stage.page).first()).toContainText(stage.t("status.online")),
    odd: "rows",
    pages: { grow: true, cut: { untold: "those that did not come have no known status" } },
  },
  getSipAccount: {
    kind: "read",
    at: "/sip/25",
    loading: said("sip.loading"),
    place: ({ page }) => page.getByRole("main"),
    says: { "status:404": "account.gone" },
    works: ({ page }) => expect(page.getByRole("heading", { level: 1 })).toHaveText("200 Ресепшен"),
    odd: { untold: "its scenarios are read and told of by themselves" },
  },
  listScenarios: {
    kind: "read",
    at: "/sip/25",
    loading: said("scenario.loading"),
    works: ({ page }) => expect(page.getByRole("heading", { level: 3 })).toHaveCount(3),
    ...LISTED,
  },
  listExternalNumbers: {
    kind: "read",
    at: "/external-numbers?q=910",
    loading: said("external.loading"),
    kept: searched("910"),
    works: hasRow,
    odd: "rows",
  },
  listExternalStatuses: {
    kind: "read",
    at: "/external-numbers?q=002002",
    short: true,
    beside: true,
    loading: said("fresh.updating"),
    kept: searched("002002"),
    works: ({ page }) => expect(rows(page).first()).toContainText("UNREGED"),
    odd: "rows",
  },
  listSmartNumbers: {
    kind: "read",
    at: "/smart-numbers?user=40",
    loading: said("smart.loading"),
    kept: ({ page }) => expect(page.getByRole("combobox").first()).toHaveValue("40"),
    works: hasRow,
    ...LISTED,
  },
  getVoicemail: {
    kind: "read",
    at: "/voicemail",
    loading: said("voicemail.loading"),
    says: { "status:404": "voicemail.unknownUser" },
    works: ({ page, t }) =>
      expect(page.getByRole("textbox", { name: t("voicemail.email") })).toHaveValue(/@/),
  },
  listAllowedDirections: DIRECTIONS,
  listDirections: DIRECTIONS,
  listNumbers: {
    kind: "read",
    at: "/sip/new",
    place: dialog,
    short: true,
    retry: "list.again",
    once: true,
    loading: opened("callerId.label", "callerId.loading"),
    works: (stage) => offers(stage, stage.t("callerId.label")),
    ...PICKED,
  },
  listMedia: {
    kind: "read",
    at: "/sip/25/scenarios/new",
    ask: async (stage) => {
      const { t } = stage;
      const field = dialog(stage).getByRole("textbox", { name: t("scenarioForm.name") });
      await field.first().fill("Обед");
      await choice(stage, "scenarioForm.voicemail.on").check();
      await choice(stage, "scenarioForm.greeting.own").check();
    },
    place: dialog,
    short: true,
    retry: "list.again",
    once: true,
    loading: opened("scenarioForm.media", "scenarioForm.mediaLoading"),
    kept: (stage) =>
      expect(
        dialog(stage)
          .getByRole("textbox", { name: stage.t("scenarioForm.name") })
          .first(),
      ).toHaveValue("Обед"),
    works: (stage) => offers(stage, stage.t("scenarioForm.media")),
    ...PICKED,
  },
  listGroups: picked(GROUP),
  listCallScenarios: picked(SCENARIO),
  listCallQueues: picked(QUEUE),
} satisfies { [Name in OperationName]?: ReadingOf<Name> };

function choice(stage: Stage, key: TextKey) {
  return dialog(stage).getByRole("radio", { name: new RegExp(`^${stage.t(key)}(?!\\p{L})`, "u") });
}
