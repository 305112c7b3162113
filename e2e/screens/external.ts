import { expect } from "@playwright/test";
import { paths } from "#paths";
import { dialog, hang, never, refuse, type RouteScreens, type Stage } from "./stage.ts";

const LIST = "GET /number/external";
const LOST = paths.externalNumber("ate", 2);
const EDIT = paths.externalEdit("ate", 2);
const FORWARD = paths.externalForward("ate", 1);
/** It came without an id: its panel has no address of its own. */
const NAMELESS = `${paths.externalNumbers()}?row=sipuri:%2B74950002004`;

const press = (stage: Stage, name: string) =>
  dialog(stage).getByRole("button", { name, exact: true }).click();

/** The ways to see the list itself load or fail under a panel about one number of it. */
function overList(at: string): Pick<RouteScreens, "at" | "loading" | "error"> {
  return {
    at,
    loading: async (stage) => {
      await hang(stage, LIST);
      await stage.page.goto(at);
      await expect(dialog(stage).getByText(stage.t("external.loading"))).toBeAttached();
    },
    error: async (stage) => {
      await refuse(stage, LIST);
      await stage.page.goto(at);
      await expect(dialog(stage).getByRole("button", { name: stage.t("ui.retry") })).toBeVisible();
    },
  };
}

export const externalNumbers: RouteScreens = {
  at: paths.externalNumbers(),
  loading: async (stage) => {
    await hang(stage, LIST);
    await stage.page.goto(paths.externalNumbers());
    await expect(stage.page.getByText(stage.t("external.loading"))).toBeAttached();
  },
  empty: async ({ page, office, t }) => {
    await office.reset({ accounts: 0 });
    await page.goto(paths.externalNumbers());
    await expect(page.getByRole("heading", { name: t("external.empty") })).toBeVisible();
  },
  full: async ({ page }) => {
    await page.goto(paths.externalNumbers());
    await expect(page.getByText("«UNREGED»").or(page.getByText("“UNREGED”"))).toBeVisible();
  },
  error: async ({ page, office }) => {
    await office.faults({ operation: LIST, fault: "status:401" });
    await page.goto(paths.externalNumbers());
    await expect(page.getByRole("alert")).toBeVisible();
  },
  more: {
    "no match": async ({ page, t }) => {
      await page.goto("/external-numbers?q=zzz");
      await expect(page.getByRole("heading", { name: t("list.noMatch") })).toBeVisible();
    },
    "registrations unknown": async (stage) => {
      await refuse(stage, "GET /number/external/status");
      await stage.page.goto(paths.externalNumbers());
      await expect(stage.page.getByRole("button", { name: stage.t("ui.retry") })).toBeVisible();
    },
    "a number without an id": async (stage) => {
      await stage.page.goto(NAMELESS);
      await expect(dialog(stage).getByText(stage.t("external.off.id"))).toBeVisible();
    },
  },
};

export const externalNew: RouteScreens = {
  at: paths.externalNew(),
  loading: never("nothing is asked for"),
  empty: async (stage) => {
    await stage.page.goto(paths.externalNew());
    await expect(dialog(stage).getByRole("radio")).toHaveCount(2);
  },
  full: async (stage) => {
    await stage.page.goto(`${paths.externalNew()}?kind=ate`);
    const { t } = stage;
    const inputs = [
      [t("externalForm.number"), "74950003001"],
      [t("externalForm.host"), "sip.operator.example"],
      [t("externalForm.login"), "21201588169402"],
      [t("externalForm.secret"), "made-up-password"],
    ] as const;
    for (const [label, text] of inputs) {
      await dialog(stage).getByLabel(label, { exact: true }).fill(text);
    }
  },
  error: async (stage) => {
    const { page, t } = stage;
    await page.goto(`${paths.externalNew()}?kind=ate`);
    await page.getByRole("textbox", { name: t("externalForm.host") }).fill("sip://x");
    await press(stage, t("externalForm.connect"));
    await expect(page.getByText(t("field.required")).first()).toBeVisible();
  },
};

export const externalNumber: RouteScreens = {
  ...overList(LOST),
  empty: never("a number always has its connection"),
  full: async (stage) => {
    await stage.page.goto(LOST);
    await expect(dialog(stage).getByText(stage.t("externalDetails.checks"))).toBeVisible();
  },
  more: {
    "no such number": async (stage) => {
      await stage.page.goto(paths.externalNumber("ate", 999));
      await expect(dialog(stage).getByText(stage.t("external.missing.gone"))).toBeVisible();
    },
    "the question before disconnecting": async (stage) => {
      await stage.page.goto(LOST);
      await press(stage, stage.t("externalDetails.disconnect"));
      await expect(stage.page.getByRole("checkbox")).toBeVisible();
    },
  },
};

export const externalEdit: RouteScreens = {
  ...overList(EDIT),
  empty: never("a number always has its connection"),
  full: async (stage) => {
    await stage.page.goto(EDIT);
    await expect(
      dialog(stage)
        .getByText(/(: 2 of 2|: 2 из 2)/)
        .first(),
    ).toBeVisible();
  },
  more: {
    "with mistakes": async (stage) => {
      await stage.page.goto(EDIT);
      await press(stage, stage.t("externalForm.save"));
      await expect(dialog(stage).getByText(stage.t("field.required")).first()).toBeVisible();
    },
  },
};

const kind = (stage: Stage, name: RegExp | string) =>
  dialog(stage).getByRole("radio", { name }).check();
const SIP = /^SIP[- ](account|аккаунт)/;

export const externalForward: RouteScreens = {
  ...overList(FORWARD),
  empty: async (stage) => {
    await stage.page.goto(FORWARD);
    await expect(dialog(stage).getByText(stage.t("forwarding.sum.none")).first()).toBeAttached();
  },
  full: async (stage) => {
    await stage.page.goto(FORWARD);
    await kind(stage, SIP);
    await dialog(stage)
      .getByRole("combobox", { name: stage.t("picker.label.sip") })
      .fill("2");
    await expect(stage.page.getByRole("option").first()).toBeVisible();
  },
  more: {
    "with mistakes": async (stage) => {
      const { t } = stage;
      await refuse(stage, "GET /scenario");
      await stage.page.goto(FORWARD);
      await kind(stage, /^(Bitrix24|Битрикс24)/);
      await kind(stage, t("forwarding.fallback.scenario"));
      await expect(dialog(stage).getByRole("button", { name: t("list.again") })).toBeVisible();
      await press(stage, t("forwarding.save"));
      await expect(dialog(stage).getByText(t("field.choose"))).toHaveCount(2);
    },
    "not saved": async (stage) => {
      await stage.office.faults({ operation: "POST /number/external/follow", fault: "html" });
      await stage.page.goto(FORWARD);
      await press(stage, stage.t("forwarding.off"));
      await stage.page.getByRole("checkbox").check();
      await press(stage, stage.t("forwarding.offButton"));
      await expect(stage.page.getByRole("alert")).toBeVisible();
    },
    "no such number": async (stage) => {
      await stage.page.goto(paths.externalForward("ate", 999));
      await expect(
        dialog(stage).getByRole("link", { name: stage.t("external.back") }),
      ).toBeVisible();
    },
  },
};
