import { expect } from "@playwright/test";
import { paths } from "#paths";
import { ANNA, answer, answerSession } from "./answerLogin.ts";
import { dialog, type RouteScreens, type ScreenContext } from "./routeScreens.ts";

const LONG = `${"Очень".repeat(18)} <script>`;
const MOMENT = "2026-11-30T09:00:00.000Z";
const CHANNELS = [
  { name: "Анна", target: { type: "email", to: ["anna@example.com", "boris@example.com"] } },
  { name: LONG, target: { type: "telegram", chat: "-1001234567890", hasSecret: true } },
  {
    name: "Hook",
    target: { type: "webhook", url: `https://example.com/${"x".repeat(200)}`, hasSecret: true },
  },
].map((channel, index) =>
  Object.assign({ id: `c${index}`, language: "ru", isOn: index !== 1 }, channel),
);
const RULE = {
  name: "Половина офиса",
  isOn: true,
  condition: { type: "many", kind: "sip", ids: [], atLeast: 12 },
  looksDown: 2,
  looksUp: 2,
  tellsEnd: true,
  groupSeconds: 30,
  hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" }],
  zone: "Europe/Moscow",
  pausedUntil: null,
  channels: ["c0", "c1", "c2"],
};
const offline = {
  type: "offline",
  kind: "sip",
  ids: [25, 26],
  flapping: { drops: 3, minutes: 60 },
};
const RULES = [
  { ...RULE, id: "r1" },
  { ...RULE, id: "r2", name: LONG, isOn: false, condition: offline },
  { ...RULE, id: "r3", name: "Ночь", hours: [], pausedUntil: "2099-01-01T09:00:00.000Z" },
];
const SENT_COMMON = {
  at: MOMENT,
  rule: RULE.name,
  channel: "Hook",
  subject: "Не в сети одновременно: 12 SIP-аккаунтов из 24",
  deliveredAt: null,
  nextAt: null,
  error: null,
};
const SENT = [
  { state: "waiting", attempts: 3, nextAt: "2099-01-01T09:00:00.000Z", error: "ECONNREFUSED" },
  { state: "delivered", attempts: 1, deliveredAt: MOMENT },
  { state: "failed", attempts: 99, error: `HTTP 500 ${LONG}` },
].map((one, index) => Object.assign({ id: `d${index}`, ...SENT_COMMON }, one));

interface Given {
  rules?: object[];
  channels?: typeof CHANNELS;
  deliveries?: object[];
  pausedUntil?: string | null;
}

async function answerAlerts(context: ScreenContext, given: Given = {}) {
  const { rules = RULES, channels = CHANNELS, deliveries = SENT, pausedUntil = null } = given;
  const known = channels.map(({ id, name, target, isOn }) => ({
    id,
    name,
    type: target.type,
    isOn,
  }));
  await answer(context, "alerts/rules", { items: rules, channels: known, pausedUntil });
  await answer(context, "alerts/channels", { items: channels, canMail: false });
  await answer(context, "alerts/deliveries", { items: deliveries });
}

const hang = async ({ page }: ScreenContext, path: string) => {
  await page.unroute(`**/api/pult/alerts/${path}`);
  await page.route(`**/api/pult/alerts/${path}`, () => undefined);
};
const broken = { message: "The store is full.", code: 503, proxy: "store-failed", store: "full" };

export const alerts: RouteScreens = {
  at: paths.alerts(),
  loading: async (context) => {
    await hang(context, "rules");
    await context.page.goto(paths.alerts());
    await expect(context.page.getByText(context.t("alerts.loading"))).toBeAttached();
  },
  empty: async (context) => {
    await answerAlerts(context, { rules: [], channels: [], deliveries: [] });
    await context.page.goto(paths.alerts());
    await expect(context.page.getByText(context.t("alerts.startText"))).toBeVisible();
  },
  full: async (context) => {
    await answerAlerts(context, { pausedUntil: "2099-01-01T09:00:00.000Z" });
    await context.page.goto(paths.alerts());
    await expect(context.page.locator("[data-row]")).toHaveCount(9);
  },
  error: async (context) => {
    await answer(context, "alerts/rules", broken, 503);
    await context.page.goto(paths.alerts());
    await expect(context.page.getByRole("alert")).toBeVisible();
  },
  more: {
    "the choice of the first rule": async (context) => {
      await answerAlerts(context, { rules: [], deliveries: [] });
      await context.page.goto(paths.alerts());
      await expect(context.page.getByText(context.t("alerts.nextText"))).toBeVisible();
    },
    "a pause": async (context) => {
      const { page, t } = context;
      await answerAlerts(context);
      await page.goto(paths.alerts());
      await page.getByRole("button", { name: t("alerts.pauseAll") }).click();
      await dialog(context)
        .getByRole("radio", { name: t("alerts.until.other") })
        .check();
      const moment = dialog(context).getByLabel(t("alerts.until.moment"), { exact: true });
      await expect(moment).toBeVisible();
    },
    "for support": async (context) => {
      await answerSession(context, { user: { ...ANNA, role: "support" } });
      await answerAlerts(context);
      await context.page.goto(paths.alerts());
      await expect(context.page.getByText(context.t("alerts.addressesHidden"))).toBeVisible();
    },
  },
};

export const alertRule: RouteScreens = {
  at: paths.alertRule("r2"),
  loading: async (context) => {
    await hang(context, "rules");
    await context.page.goto(paths.alertRule("r2"));
    await expect(dialog(context).getByText(context.t("alerts.loading"))).toBeAttached();
  },
  empty: async (context) => {
    await answerAlerts(context, { rules: [] });
    await context.page.goto(paths.alertRule("r2"));
    await expect(dialog(context).getByText(context.t("alerts.missingText"))).toBeVisible();
  },
  full: async (context) => {
    await answerAlerts(context);
    await context.page.goto(paths.alertRule("r2"));
    await expect(dialog(context).getByText("200 Ресепшен")).toBeVisible();
  },
  error: async (context) => {
    await answer(context, "alerts/rules", broken, 503);
    await context.page.goto(paths.alertRule("r2"));
    await expect(dialog(context).getByRole("alert")).toBeVisible();
  },
  more: {
    "a new one with what is missing": async (context) => {
      const { page, t } = context;
      await answerAlerts(context);
      await page.goto(paths.alertRule("new", "offline"));
      await dialog(context)
        .getByRole("button", { name: t("alerts.rule.create") })
        .click();
      await expect(dialog(context).getByText(t("field.choose")).first()).toBeVisible();
    },
  },
};

export const alertChannel: RouteScreens = {
  at: paths.alertChannel("c2"),
  loading: async (context) => {
    await answerAlerts(context);
    await hang(context, "channels");
    await context.page.goto(paths.alertChannel("c2"));
    await expect(dialog(context).getByText(context.t("alerts.channelsLoading"))).toBeAttached();
  },
  empty: async (context) => {
    await answerAlerts(context, { channels: [] });
    await context.page.goto(paths.alertChannel("c2"));
    await expect(dialog(context).getByText(context.t("alerts.missingText"))).toBeVisible();
  },
  full: async (context) => {
    await answerAlerts(context);
    await context.page.goto(paths.alertChannel("c2"));
    await expect(dialog(context).getByText(context.t("alerts.channel.isSet"))).toBeVisible();
  },
  error: async (context) => {
    await answerAlerts(context);
    await answer(context, "alerts/channels", broken, 503);
    await context.page.goto(paths.alertChannel("c2"));
    await expect(dialog(context).getByRole("alert")).toBeVisible();
  },
  more: {
    "a new one with what is missing": async (context) => {
      const { page, t } = context;
      await answerAlerts(context);
      await page.goto(paths.alertChannel("new", "webhook"));
      await dialog(context)
        .getByRole("button", { name: t("alerts.channel.create") })
        .click();
      await expect(dialog(context).getByText(t("field.required")).first()).toBeVisible();
    },
  },
};
