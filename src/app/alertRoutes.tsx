import { isOtherId, page } from "./page.tsx";

const FORM = { changes: true, shouldRevalidate: isOtherId } as const;

/**
 * `/alerts`: who is told of what, and the forms over it, where `new` stands for an id. The reads start
 * as soon as the code is there: code for that alone costs the first list more.
 */
export const alertRoutes = page({
  path: "/alerts",
  handle: { crumb: "nav.alerts" },
  code: () => import("#features/alerts/AlertsPage.tsx").then((m) => m.AlertsPage),
  texts: ["features/alerts"],
  children: [
    page({
      path: "rules/:id",
      handle: { crumb: "crumb.rule", panel: true },
      ...FORM,
      code: () => import("#features/alerts/form/RulePanel.tsx").then((m) => m.RulePanel),
      texts: ["common/pickers"],
    }),
    page({
      path: "channels/:id",
      handle: { crumb: "crumb.channel", panel: true },
      ...FORM,
      code: () => import("#features/alerts/form/ChannelPanel.tsx").then((m) => m.ChannelPanel),
      texts: ["common/secrets"],
    }),
  ],
});
