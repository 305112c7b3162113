import { expect } from "@playwright/test";
import { paths } from "#paths";
import { EVENING, FORWARD, SIP } from "../lib/scenarios.ts";
import {
  hang,
  refuse,
  type RouteScreens,
  type ScreenContext,
  unreachable,
} from "./routeScreens.ts";

const ID = 25;
/** An account that does not exist. */
const GONE = 99_999;

/** The states that all pages about one account have. */
const common = (at: (id: number) => string): Omit<RouteScreens, "full"> => ({
  at: at(ID),
  loading: async (context) => {
    await hang(context, "GET /sip/{id}");
    await context.page.goto(at(ID));
    await expect(context.page.getByText(context.t("people.loading"))).toBeAttached();
  },
  empty: unreachable("it is about one account"),
  error: async (context) => {
    await refuse(context, "GET /sip/{id}");
    await context.page.goto(at(ID));
    await expect(context.page.getByRole("alert").first()).toBeVisible();
  },
  more: {
    "unknown account": async ({ page, t }) => {
      await page.goto(at(GONE));
      await expect(page.getByRole("heading", { name: t("account.gone") })).toBeVisible();
    },
  },
});

async function open({ page, t }: ScreenContext, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { name: t("people.steps") })).toBeVisible();
}

const submit = ({ page, t }: ScreenContext) =>
  page.getByRole("region", { name: t("people.steps") }).getByRole("button");

export const sipLeave: RouteScreens = {
  ...common(paths.sipLeave),
  full: async (context) => {
    const { page, office, t } = context;
    await office.change("POST", "/number/external/follow", {
      number_type: "ate",
      number_id: 1,
      type: "sip",
      sip_id: ID,
      cli_type: "Y",
    });
    await open(context, paths.sipLeave(ID));
    await page.getByRole("combobox", { name: t("people.leave.colleagueIs") }).fill("201");
    await page.getByRole("listbox").getByRole("option").first().click();
    const section = page.getByRole("region", { name: t("people.steps") });
    await expect(section.getByRole("listitem")).toHaveCount(4);
  },
  more: {
    ...common(paths.sipLeave).more,
    deletion: async (context) => {
      const { page, t } = context;
      await open(context, paths.sipLeave(ID));
      await page.getByRole("radio", { name: t("people.leave.delete") }).check();
      await expect(page.getByLabel(t("people.leave.acknowledge"))).toBeVisible();
    },
    "nobody chosen": async (context) => {
      await open(context, paths.sipLeave(ID));
      await submit(context).click();
      await expect(context.page.locator("[aria-invalid=true]").first()).toBeVisible();
    },
  },
};

export const sipTakeOver: RouteScreens = {
  ...common(paths.sipTakeOver),
  full: async (context) => {
    const { page, t } = context;
    await open(context, paths.sipTakeOver(ID));
    await page
      .getByLabel(t("people.takeOver.name").split("{")[0] ?? "")
      .fill(`${"Очень".repeat(40)} <script>alert(1)</script> 👩‍🚀`);
    await page.getByLabel(t("people.takeOver.phone")).fill("+7 999 333-22-10");
  },
  more: {
    ...common(paths.sipTakeOver).more,
    "nothing given": async (context) => {
      await open(context, paths.sipTakeOver(ID));
      await submit(context).click();
      await expect(context.page.locator("[aria-invalid=true]").first()).toBeVisible();
    },
  },
};

/** Suspends the account past Pult, which then does not know what was active before. */
async function suspend({ office, t }: ScreenContext): Promise<void> {
  const name = t("people.suspend.button") === "Suspend" ? "Suspended" : "Приостановлен";
  const body = { name, sequence_rule: "single", sip_timeout: 0, phones: [], voicemail: false };
  const sid = await office.change("POST", `/sip/${ID}/scenarios`, body);
  await office.change("PATCH", `/sip/${ID}/scenarios/${sid}`);
}

export const sipSuspend: RouteScreens = {
  ...common(paths.sipSuspend),
  full: (context) => open(context, paths.sipSuspend(ID)),
  more: {
    ...common(paths.sipSuspend).more,
    "suspended already": async (context) => {
      await suspend(context);
      await context.page.goto(paths.sipSuspend(ID));
      await expect(
        context.page.getByRole("link", { name: context.t("people.resume.link") }),
      ).toBeVisible();
    },
  },
};

export const sipResume: RouteScreens = {
  ...common(paths.sipResume),
  full: async (context) => {
    await suspend(context);
    await open(context, paths.sipResume(ID));
  },
  more: {
    ...common(paths.sipResume).more,
    "not suspended": async ({ page, t }) => {
      await page.goto(paths.sipResume(ID));
      await expect(page.getByRole("heading", { name: t("people.resume.not") })).toBeVisible();
    },
    "nothing to go back to": async (context) => {
      const { page, office, t } = context;
      await suspend(context);
      for (const { id } of [SIP, FORWARD, EVENING])
        await office.change("DELETE", `/sip/${ID}/scenarios/${id}`);
      await page.goto(paths.sipResume(ID));
      await expect(page.getByRole("heading", { name: t("people.resume.none") })).toBeVisible();
    },
    "its account's page": async (context) => {
      await suspend(context);
      await context.page.goto(paths.sipAccount(ID));
      await expect(context.page.getByText(context.t("account.suspended"))).toBeVisible();
    },
  },
};
