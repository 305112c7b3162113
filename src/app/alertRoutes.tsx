import { isOtherId, page } from "./page.tsx";

const parts = () => import("#features/alerts/parts.ts");
const FORM = { changes: true, shouldRevalidate: isOtherId } as const;

/**
 * `/alerts`: who is told of what, and the forms over it, where `new` stands for an id. The reads start
 * as soon as the code is there: code for that alone costs the first list more.
 */
export const alertRoutes = page({
  path: "/alerts",
  handle: { crumb: "nav.alerts" },
  code: async () => (await parts()).AlertsPage,
  texts: ["features/alerts"],
  children: [
    page({
      path: "rules/:id",
      handle: { crumb: "crumb.rule", panel: true },
      ...FORM,
      code: async () => (await parts()).loadRulePanel(),
      texts: ["common/pickers"],
    }),
    page({
      path: "channels/:id",
      handle: { crumb: "crumb.channel", panel: true },
      ...FORM,
      code: async () => (await parts()).loadChannelPanel(),
      texts: ["common/secrets"],
    }),
  ],
});
