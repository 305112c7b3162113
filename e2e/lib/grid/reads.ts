import { expect } from "./stableChecks.ts";
import { rows, searchBox } from "../screen.ts";
import type { OperationName } from "#api/operations.ts";
import type { TextKey } from "../texts.ts";
import type { ReadEntry, ReadEntryFor, PageContext } from "./entry.ts";

const dialog = ({ page }: PageContext) => page.getByRole("dialog");
const expectText = (key: TextKey) => (context: PageContext) =>
  expect(context.page.getByText(context.t(key)).first()).toBeAttached();
const expectSearch = (text: string) => (context: PageContext) =>
  expect(searchBox(context.page)).toHaveValue(text);
const expectRows = (context: PageContext) => expect(rows(context.page).first()).toBeVisible();

/** Opens the listbox of a field unless it is open, and expects options. */
async function expectOptions(context: PageContext, name: string | RegExp): Promise<void> {
  const field = dialog(context).getByRole("combobox", { name });
  if ((await field.getAttribute("aria-expanded")) !== "true") await field.click();
  await expect(context.page.getByRole("option").first()).toBeVisible();
}

/** Opens the listbox of a field, expects its loading text, and closes it. */
const expectOptionsLoading = (name: TextKey, key: TextKey) => async (context: PageContext) => {
  const field = dialog(context).getByRole("combobox", { name: context.t(name) });
  await field.click();
  await expectText(key)(context);
  await field.click();
};

const LIST_REPORTS = { invalidRow: "rows", pages: { grows: false, incomplete: "rows" } } as const;
const PICKER_REPORTS = {
  invalidRow: "choices",
  pages: { grows: false, incomplete: "choices" },
} as const;

/** A picker for a forwarding target; when its list fails, the id can be typed instead. */
function pickerEntry(name: RegExp) {
  const radio = (context: PageContext) => dialog(context).getByRole("radio", { name });
  return {
    kind: "read",
    path: "/external-numbers/ate/1/forward",
    trigger: (context) => radio(context).check(),
    failureLocator: dialog,
    titleOnly: true,
    retryText: "list.again",
    attemptedOnce: true,
    expectLoading: expectText("picker.slow"),
    expectInputKept: (context) => expect(radio(context)).toBeChecked(),
    expectLoaded: (context) => expectOptions(context, name),
    ...PICKER_REPORTS,
  } satisfies ReadEntry;
}

const GROUP = /^(Group|Группа)/;
const SCENARIO = /^(Scenario|Сценарий)/;
const QUEUE = /^(Call queue|Очередь звонков)/;

/** Two operations of one screen, which needs both. */
const DIRECTIONS = {
  kind: "read",
  path: "/directions?q=%2B43",
  titleOnly: true,
  expectLoading: expectText("directions.loading"),
  expectInputKept: expectSearch("+43"),
  expectLoaded: ({ page, t }) =>
    expect(page.getByRole("table")).toContainText(t("directions.state.closed")),
  invalidRow: "rows",
} satisfies ReadEntry;

export const READS = {
  listSipAccounts: {
    kind: "read",
    path: "/sip?q=200",
    expectLoading: expectText("sip.loading"),
    expectInputKept: expectSearch("200"),
    expectLoaded: expectRows,
    invalidRow: "rows",
    pages: { grows: true, incomplete: "rows" },
  },
  listSipStatuses: {
    kind: "read",
    path: "/sip?q=200",
    titleOnly: true,
    besideExistingData: true,
    expectLoading: expectText("fresh.updating"),
    expectInputKept: expectSearch("200"),
    expectLoaded: (context) =>
      expect(rows(context.page).first()).toContainText(context.t("status.online")),
    expectUnknown: (context) =>
      expect(rows(context.page).first()).toContainText(context.t("status.unknown")),
    invalidRow: "rows",
    pages: {
      grows: true,
      incomplete: { unreported: "the missing ones have an unknown status" },
    },
  },
  getSipAccount: {
    kind: "read",
    path: "/sip/25",
    expectLoading: expectText("sip.loading"),
    failureLocator: ({ page }) => page.getByRole("main"),
    titles: { "status:404": "account.gone" },
    expectLoaded: ({ page }) =>
      expect(page.getByRole("heading", { level: 1 })).toHaveText("200 Ресепшен"),
    invalidRow: { unreported: "its scenarios are loaded and reported separately" },
  },
  listScenarios: {
    kind: "read",
    path: "/sip/25",
    expectLoading: expectText("scenario.loading"),
    expectLoaded: ({ page }) => expect(page.getByRole("heading", { level: 3 })).toHaveCount(3),
    ...LIST_REPORTS,
  },
  listExternalNumbers: {
    kind: "read",
    path: "/external-numbers?q=910",
    expectLoading: expectText("external.loading"),
    expectInputKept: expectSearch("910"),
    expectLoaded: expectRows,
    invalidRow: "rows",
  },
  listExternalStatuses: {
    kind: "read",
    path: "/external-numbers?q=002002",
    titleOnly: true,
    besideExistingData: true,
    expectLoading: expectText("fresh.updating"),
    expectInputKept: expectSearch("002002"),
    expectLoaded: ({ page }) => expect(rows(page).first()).toContainText("UNREGED"),
    invalidRow: "rows",
  },
  listSmartNumbers: {
    kind: "read",
    path: "/smart-numbers?user=40",
    expectLoading: expectText("smart.loading"),
    expectInputKept: ({ page }) => expect(page.getByRole("combobox").first()).toHaveValue("40"),
    expectLoaded: expectRows,
    ...LIST_REPORTS,
  },
  getVoicemail: {
    kind: "read",
    path: "/voicemail",
    expectLoading: expectText("voicemail.loading"),
    titles: { "status:404": "voicemail.unknownUser" },
    expectLoaded: ({ page, t }) =>
      expect(page.getByRole("textbox", { name: t("voicemail.email") })).toHaveValue(/@/),
  },
  listAllowedDirections: DIRECTIONS,
  listDirections: DIRECTIONS,
  listNumbers: {
    kind: "read",
    path: "/sip/new",
    failureLocator: dialog,
    titleOnly: true,
    retryText: "list.again",
    attemptedOnce: true,
    expectLoading: expectOptionsLoading("callerId.label", "callerId.loading"),
    expectLoaded: (context) => expectOptions(context, context.t("callerId.label")),
    ...PICKER_REPORTS,
  },
  listMedia: {
    kind: "read",
    path: "/sip/25/scenarios/new",
    trigger: async (context) => {
      const { t } = context;
      const field = dialog(context).getByRole("textbox", { name: t("scenarioForm.name") });
      await field.first().fill("Обед");
      await choice(context, "scenarioForm.voicemail.on").check();
      await choice(context, "scenarioForm.greeting.own").check();
    },
    failureLocator: dialog,
    titleOnly: true,
    retryText: "list.again",
    attemptedOnce: true,
    expectLoading: expectOptionsLoading("scenarioForm.media", "scenarioForm.mediaLoading"),
    expectInputKept: (context) =>
      expect(
        dialog(context)
          .getByRole("textbox", { name: context.t("scenarioForm.name") })
          .first(),
      ).toHaveValue("Обед"),
    expectLoaded: (context) => expectOptions(context, context.t("scenarioForm.media")),
    ...PICKER_REPORTS,
  },
  listGroups: pickerEntry(GROUP),
  listCallScenarios: pickerEntry(SCENARIO),
  listCallQueues: pickerEntry(QUEUE),
} satisfies { [Name in OperationName]?: ReadEntryFor<Name> };

function choice(context: PageContext, key: TextKey) {
  return dialog(context).getByRole("radio", {
    name: new RegExp(`^${context.t(key)}(?!\\p{L})`, "u"),
  });
}
