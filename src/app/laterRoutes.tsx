import type { QueryClient } from "@tanstack/react-query";
import type { RouteObject } from "react-router";
import { statusesQuery } from "#domain/sip/queries.ts";
import { alertRoutes } from "./alertRoutes.tsx";
import { isOtherId, page } from "./page.tsx";
import { createReads } from "./reads.ts";
import type { RouteHandle } from "./routeHandle.ts";
import { PARENTS } from "./routes.tsx";
import { startWatching } from "./watching.ts";

const directions = () => import("#features/directions/parts.ts");
const users = () => import("#features/login/users/parts.ts");
const many = () => import("#features/sip/many.ts");

const MANY_TEXTS = ["features/sip", "features/sip/bulk", "domain/batch", "common/journal"] as const;
const PEOPLE = ["leave", "take-over", "suspend", "resume"] as const;
const PHONE_TEXTS = ["common/phoneInput", "common/risk"] as const;

interface Later {
  /** The id of the route below which they are. */
  parent: string;
  routes: RouteObject[];
}

/** All routes but the first ones: each page with its address, what it needs, and the panels over it. */
export function createLaterRoutes(client: QueryClient): Later[] {
  const { readAccounts, readAccount, readBoard, readScenarios, ...reads } = createReads(client);
  const { readDirections, readExternalNumbers, readVoicemail } = reads;
  const sipPanels = [
    page({
      path: "new",
      handle: { crumb: "crumb.new", panel: true },
      changes: true,
      code: () =>
        import("#features/sip/form/CreateAccountPanel.tsx").then((m) => m.CreateAccountPanel),
      texts: ["features/sip/account", "common/pickers", ...PHONE_TEXTS],
    }),
    page({
      path: "handover",
      handle: { crumb: "crumb.handover", panel: true },
      changes: true,
      code: () => import("#features/handover/HandoverPanel.tsx").then((m) => m.HandoverPanel),
      texts: ["features/handover"],
    }),
  ];
  const sip = [
    page({
      path: "bulk",
      handle: { crumb: "crumb.bulk" },
      code: async () => (await many()).loadBulkPage(),
      texts: [...MANY_TEXTS, "features/sip/account", "common/pickers"],
      data: readAccounts,
    }),
    page({
      path: "import",
      handle: { crumb: "crumb.accountList" },
      code: async () => (await many()).loadImportPage(),
      texts: [...MANY_TEXTS, "features/sip/import", "common/source", "common/phoneInput"],
      data: readAccounts,
    }),
    page({
      path: "phone-book",
      handle: { crumb: "crumb.phoneBook" },
      code: async () => (await many()).loadPhoneBookPage(),
      texts: ["features/sip", "features/sip/phonebook"],
      data: readAccounts,
    }),
    page({
      path: "batch",
      handle: { crumb: "crumb.batch" },
      code: async () => (await many()).loadBatchPage(),
      texts: MANY_TEXTS,
    }),
    page({
      path: ":id",
      handle: { crumb: "crumb.account" },
      code: () => import("./pages/AccountRoutePage.tsx").then((m) => m.AccountRoutePage),
      texts: [
        "features/sip",
        "features/sip/account",
        "features/sip/scenarios",
        "common/memory",
        "common/sip/verdict",
        "features/status/watch",
      ],
      data: (args) => {
        void client.prefetchQuery(statusesQuery());
        readAccount(args);
        startWatching(client);
        return readScenarios(args);
      },
      shouldRevalidate: isOtherId,
      children: [
        page({
          path: "edit",
          handle: { crumb: "crumb.edit", panel: true },
          changes: true,
          code: () =>
            import("#features/sip/form/EditAccountPanel.tsx").then((m) => m.EditAccountPanel),
          texts: ["common/secrets", "common/pickers"],
        }),
        page({
          path: "scenarios/new",
          handle: { crumb: "crumb.newScenario", panel: true },
          changes: true,
          code: () =>
            import("#features/sip/scenarios/form/NewScenarioPanel.tsx").then(
              (m) => m.NewScenarioPanel,
            ),
          texts: ["features/sip/scenarios", "common/pickers", ...PHONE_TEXTS],
          data: readScenarios,
          shouldRevalidate: isOtherId,
        }),
        page({
          path: "scenarios/:sid/edit",
          handle: { crumb: "crumb.editScenario", panel: true },
          changes: true,
          code: () =>
            import("#features/sip/scenarios/form/EditScenarioPanel.tsx").then(
              (m) => m.EditScenarioPanel,
            ),
          texts: ["features/sip/scenarios", "common/pickers", ...PHONE_TEXTS],
          data: readScenarios,
          shouldRevalidate: isOtherId,
        }),
      ],
    }),
    {
      path: ":id",
      handle: { crumb: "crumb.account" } satisfies RouteHandle,
      children: PEOPLE.map((path) =>
        page({
          path,
          handle: { crumb: `crumb.${path}` },
          code: async () => (await many()).loadPeoplePage(path),
          texts: [
            ...MANY_TEXTS,
            "features/sip/account",
            "features/sip/people",
            "common/pickers",
            "common/switches",
            ...PHONE_TEXTS,
          ],
          data: readAccount,
          shouldRevalidate: isOtherId,
        }),
      ),
    },
  ];
  const sections = [
    page({
      path: "/status",
      handle: { crumb: "nav.status" },
      code: () => import("#features/status/board/StatusPage.tsx").then((m) => m.StatusPage),
      texts: ["features/status", "common/sip/verdict", "features/status/watch"],
      data: readBoard,
      children: [
        page({
          path: "changes",
          handle: { crumb: "crumb.changes", panel: true },
          code: () =>
            import("#features/status/panels/ChangesPanel.tsx").then((m) => m.ChangesPanel),
        }),
        page({
          path: "alerts",
          handle: { crumb: "crumb.alerts", panel: true },
          code: () => import("#features/status/panels/AlertsPanel.tsx").then((m) => m.AlertsPanel),
        }),
        page({
          path: ":id",
          handle: { crumb: "crumb.account", panel: true },
          code: () => import("./pages/StatusDetailsPanel.tsx").then((m) => m.StatusDetailsPanel),
          texts: ["common/memory", "features/sip/scenarios"],
          data: readAccount,
          shouldRevalidate: isOtherId,
        }),
      ],
    }),
    page({
      path: "/external-numbers",
      handle: { crumb: "nav.external" },
      code: () =>
        import("#features/external-numbers/list/ExternalNumbersPage.tsx").then(
          (m) => m.ExternalNumbersPage,
        ),
      texts: ["features/external-numbers"],
      data: readExternalNumbers,
      children: [
        page({
          path: "new",
          handle: { crumb: "crumb.connect", panel: true },
          changes: true,
          code: () =>
            import("#features/external-numbers/form/ConnectPanel.tsx").then((m) => m.ConnectPanel),
          texts: ["common/secrets", ...PHONE_TEXTS],
        }),
        {
          path: ":type/:id",
          handle: { crumb: "crumb.external", panel: true } satisfies RouteHandle,
          children: [
            page({
              index: true,
              code: () =>
                import("#features/external-numbers/details/DetailsPanel.tsx").then(
                  (m) => m.DetailsPanel,
                ),
            }),
            page({
              path: "edit",
              handle: { crumb: "crumb.edit", panel: true },
              changes: true,
              code: () =>
                import("#features/external-numbers/form/EditPanel.tsx").then((m) => m.EditPanel),
              texts: ["common/secrets", ...PHONE_TEXTS],
            }),
            page({
              path: "forward",
              handle: { crumb: "crumb.forward", panel: true },
              changes: true,
              code: () =>
                import("#features/external-numbers/forwarding/ForwardPanel.tsx").then(
                  (m) => m.ForwardPanel,
                ),
              texts: [
                "features/external-numbers/forwarding",
                "common/memory",
                "common/pickers",
                ...PHONE_TEXTS,
              ],
            }),
          ],
        },
      ],
    }),
    page({
      path: "/smart-numbers",
      handle: { crumb: "nav.smart" },
      code: () => import("#features/smart-numbers/list/SmartPage.tsx").then((m) => m.SmartPage),
      texts: ["features/smart-numbers"],
      data: async ({ request }) => {
        const { startSmartNumbers } = await import("#features/smart-numbers/start.ts");
        return startSmartNumbers(client, new URL(request.url));
      },
      // Completes an address without a user; the page handles everything else.
      shouldRevalidate: ({ nextUrl }) => !nextUrl.searchParams.has("user"),
      children: [
        page({
          path: "new",
          handle: { crumb: "crumb.newSmart", panel: true },
          changes: true,
          code: () =>
            import("#features/smart-numbers/form/AddSmartPanel.tsx").then((m) => m.AddSmartPanel),
          texts: PHONE_TEXTS,
        }),
      ],
    }),
    page({
      path: "/voicemail",
      handle: { crumb: "nav.voicemail" },
      code: () => import("#features/voicemail/VoicemailPage.tsx").then((m) => m.VoicemailPage),
      texts: ["features/voicemail"],
      data: readVoicemail,
    }),
    page({
      path: "/directions",
      handle: { crumb: "nav.directions" },
      code: async () => (await directions()).DirectionsPage,
      texts: ["common/risk", "features/directions"],
      data: readDirections,
      children: [
        page({
          path: "review",
          handle: { crumb: "crumb.review", panel: true },
          changes: true,
          code: async () => (await directions()).loadReviewPanel(),
        }),
        page({
          path: "test",
          handle: { crumb: "crumb.testNumber", panel: true },
          code: async () => (await directions()).loadTestNumberPanel(),
          texts: ["features/directions/testNumber", "common/phoneInput"],
        }),
        page({
          path: "import",
          handle: { crumb: "crumb.import", panel: true },
          changes: true,
          code: async () => (await directions()).loadImportPanel(),
          texts: ["features/directions/csv", "common/source"],
        }),
      ],
    }),
    alertRoutes,
    page({
      path: "/journal",
      handle: { crumb: "nav.journal" },
      code: () => import("#features/journal/JournalPage.tsx").then((m) => m.JournalPage),
      texts: ["common/journal"],
      // Its first read starts as soon as its code is there: code for that alone costs the first list more.
    }),
    page({
      path: "/users",
      handle: { crumb: "nav.users" },
      code: async () => (await users()).UsersPage,
      texts: ["features/login"],
      children: [
        page({
          path: "new",
          handle: { crumb: "crumb.invite", panel: true },
          changes: true,
          code: async () => (await users()).loadInvitePanel(),
        }),
        page({
          path: ":id",
          handle: { crumb: "crumb.user", panel: true },
          changes: true,
          code: async () => (await users()).loadUserPanel(),
        }),
      ],
    }),
  ];
  return [
    { parent: PARENTS.sipList, routes: sipPanels },
    { parent: PARENTS.sip, routes: sip },
    { parent: PARENTS.pages, routes: sections },
  ];
}
