import { expect } from "@playwright/test";
import { paths } from "#paths";
import {
  dialog,
  hang,
  unreachable,
  refuse,
  type RouteScreens,
  type ScreenContext,
} from "./routeScreens.ts";

const LIST = "GET /number/external";
const LOST = paths.externalNumber("ate", 2);
const EDIT = paths.externalEdit("ate", 2);
const FORWARD = paths.externalForward("ate", 1);
/** A number without an id: its panel has no path of its own. */
const WITHOUT_ID = `${paths.externalNumbers()}?row=sipuri:%2B74950002004`;

const press = (context: ScreenContext, name: string) =>
  dialog(context).getByRole("button", { name, exact: true }).click();

/** Forwards a number through Pult, which remembers it. */
const forwardToGroup = ({ office }: ScreenContext) =>
  office.change("POST", "/number/external/follow", {
    number_type: "ate",
    number_id: 1,
    type: "group",
    group_id: 9,
    cli_type: "Y",
  });

/** The states in which the list behind a number's panel loads or fails. */
function listStates(at: string): Pick<RouteScreens, "at" | "loading" | "error"> {
  return {
    at,
    loading: async (context) => {
      await hang(context, LIST);
      await context.page.goto(at);
      await expect(dialog(context).getByText(context.t("external.loading"))).toBeAttached();
    },
    error: async (context) => {
      await refuse(context, LIST);
      await context.page.goto(at);
      await expect(
        dialog(context).getByRole("button", { name: context.t("ui.retry") }),
      ).toBeVisible();
    },
  };
}

export const externalNumbers: RouteScreens = {
  at: paths.externalNumbers(),
  loading: async (context) => {
    await hang(context, LIST);
    await context.page.goto(paths.externalNumbers());
    await expect(context.page.getByText(context.t("external.loading"))).toBeAttached();
  },
  empty: async ({ page, office, t }) => {
    await office.reset({ accounts: 0 });
    await page.goto(paths.externalNumbers());
    await expect(page.getByRole("heading", { name: t("external.empty") })).toBeVisible();
  },
  full: async (context) => {
    const { page } = context;
    await forwardToGroup(context);
    await page.goto(paths.externalNumbers());
    await expect(page.getByText("«UNREGED»").or(page.getByText("“UNREGED”"))).toBeVisible();
    await expect(page.getByText("→ Продажи")).toBeVisible();
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
    "registrations unknown": async (context) => {
      await refuse(context, "GET /number/external/status");
      await context.page.goto(paths.externalNumbers());
      await expect(context.page.getByRole("button", { name: context.t("ui.retry") })).toBeVisible();
    },
    "number without an id": async (context) => {
      await context.page.goto(WITHOUT_ID);
      await expect(dialog(context).getByText(context.t("external.off.id"))).toBeVisible();
    },
  },
};

export const externalNew: RouteScreens = {
  at: paths.externalNew(),
  loading: unreachable("it requests nothing"),
  empty: async (context) => {
    await context.page.goto(paths.externalNew());
    await expect(dialog(context).getByRole("radio")).toHaveCount(2);
  },
  full: async (context) => {
    await context.page.goto(`${paths.externalNew()}?kind=ate`);
    const { t } = context;
    const inputs = [
      [t("externalForm.number"), "74950003001"],
      [t("externalForm.host"), "sip.operator.example"],
      [t("externalForm.login"), "21201588169402"],
      [t("externalForm.secret"), "made-up-password"],
    ] as const;
    for (const [label, text] of inputs) {
      await dialog(context).getByLabel(label, { exact: true }).fill(text);
    }
  },
  error: async (context) => {
    const { page, t } = context;
    await page.goto(`${paths.externalNew()}?kind=ate`);
    await page.getByRole("textbox", { name: t("externalForm.host") }).fill("sip://x");
    await press(context, t("externalForm.connect"));
    await expect(page.getByText(t("field.required")).first()).toBeVisible();
  },
};

export const externalNumber: RouteScreens = {
  ...listStates(LOST),
  empty: unreachable("a number always has its connection"),
  full: async (context) => {
    await context.page.goto(LOST);
    await expect(dialog(context).getByText(context.t("externalDetails.checks"))).toBeVisible();
  },
  more: {
    "unknown number": async (context) => {
      await context.page.goto(paths.externalNumber("ate", 999));
      await expect(dialog(context).getByText(context.t("external.missing.gone"))).toBeVisible();
    },
    "disconnect confirmation": async (context) => {
      await context.page.goto(LOST);
      await press(context, context.t("externalDetails.disconnect"));
      await expect(context.page.getByRole("checkbox")).toBeVisible();
    },
  },
};

export const externalEdit: RouteScreens = {
  ...listStates(EDIT),
  empty: unreachable("a number always has its connection"),
  full: async (context) => {
    await context.page.goto(EDIT);
    await expect(
      dialog(context)
        .getByText(/(: 2 of 2|: 2 из 2)/)
        .first(),
    ).toBeVisible();
  },
  more: {
    "validation errors": async (context) => {
      await context.page.goto(EDIT);
      await press(context, context.t("externalForm.save"));
      await expect(dialog(context).getByText(context.t("field.required")).first()).toBeVisible();
    },
  },
};

const chooseType = (context: ScreenContext, name: RegExp | string) =>
  dialog(context).getByRole("radio", { name }).check();
const SIP = /^SIP[- ](account|аккаунт)/;

export const externalForward: RouteScreens = {
  ...listStates(FORWARD),
  empty: async (context) => {
    await context.page.goto(FORWARD);
    await expect(
      dialog(context).getByText(context.t("forwarding.sum.none")).first(),
    ).toBeAttached();
  },
  full: async (context) => {
    await context.page.goto(FORWARD);
    await chooseType(context, SIP);
    await dialog(context)
      .getByRole("combobox", { name: context.t("picker.label.sip") })
      .fill("2");
    await expect(context.page.getByRole("option").first()).toBeVisible();
  },
  more: {
    "validation errors": async (context) => {
      const { t } = context;
      await refuse(context, "GET /scenario");
      await context.page.goto(FORWARD);
      await chooseType(context, /^(Bitrix24|Битрикс24)/);
      await chooseType(context, t("forwarding.fallback.scenario"));
      await expect(dialog(context).getByRole("button", { name: t("list.again") })).toBeVisible();
      await press(context, t("forwarding.save"));
      await expect(dialog(context).getByText(t("field.choose"))).toHaveCount(2);
    },
    "set through Pult": async (context) => {
      await forwardToGroup(context);
      await context.page.goto(FORWARD);
      await expect(dialog(context).getByText(context.t("forwarding.elsewhere"))).toBeVisible();
    },
    "save failed": async (context) => {
      await context.office.faults({ operation: "POST /number/external/follow", fault: "html" });
      await context.page.goto(FORWARD);
      await press(context, context.t("forwarding.off"));
      await context.page.getByRole("checkbox").check();
      await press(context, context.t("forwarding.offButton"));
      await expect(context.page.getByRole("alert")).toBeVisible();
    },
    "unknown number": async (context) => {
      await context.page.goto(paths.externalForward("ate", 999));
      await expect(
        dialog(context).getByRole("link", { name: context.t("external.back") }),
      ).toBeVisible();
    },
  },
};
