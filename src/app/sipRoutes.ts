import type { QueryClient } from "@tanstack/react-query";
import type { LoaderFunctionArgs, RouteObject } from "react-router";
import { parseId } from "#paths";
import { phoneInputMessages } from "#common/phoneInput/messages.ts";
import { riskMessages } from "#common/risk/messages.ts";
import { pickerMessages } from "#common/pickers/messages.ts";
import { secretMessages } from "#common/secrets/messages.ts";
import { accountQuery, statusesQuery } from "#common/sip/queries.ts";
import { accountMessages } from "#features/sip/account/messages.ts";
import { sipMessages } from "#features/sip/messages.ts";
import { scenarioMessages } from "#features/sip/scenarios/messages.ts";
import { scenariosQuery } from "#features/sip/scenarios/queries.ts";
import { verdictMessages } from "#common/sip/verdict/messages.ts";
import { watchMessages } from "#features/status/watch/messages.ts";
import type { RouteHandle } from "./routeHandle.ts";
import type { Routes } from "./sections.ts";
import { startWatching } from "./watching.ts";

const handle = (value: RouteHandle) => value;

/** The form for a new account, over the list. */
function sipNewRoute(): RouteObject {
  return {
    path: "new",
    handle: handle({ crumb: "crumb.new" }),
    loader: async () => {
      const namespaces = [accountMessages, pickerMessages, phoneInputMessages, riskMessages];
      await Promise.all(namespaces.map((namespace) => namespace.load()));
      return null;
    },
    lazy: async () => {
      const { CreateAccountPanel } = await import("#features/sip/form/CreateAccountPanel.tsx");
      return { Component: CreateAccountPanel };
    },
  };
}

/** One account, with its forms and those of its scenarios over it. */
function sipAccountRoute(client: QueryClient): RouteObject {
  const scenarios = async ({ params }: LoaderFunctionArgs) => {
    const id = parseId(params.id);
    if (id !== undefined) void client.prefetchQuery(scenariosQuery(id));
    const namespaces = [scenarioMessages, pickerMessages, phoneInputMessages, riskMessages];
    await Promise.all(namespaces.map((namespace) => namespace.load()));
    return null;
  };
  return {
    path: ":id",
    handle: handle({ crumb: "crumb.account" }),
    loader: async ({ params }) => {
      void client.prefetchQuery(statusesQuery());
      const id = parseId(params.id);
      if (id !== undefined) {
        void client.prefetchQuery(accountQuery(id));
        void client.prefetchQuery(scenariosQuery(id));
      }
      startWatching(client);
      const namespaces = [
        sipMessages,
        accountMessages,
        scenarioMessages,
        verdictMessages,
        watchMessages,
      ];
      await Promise.all(namespaces.map((namespace) => namespace.load()));
      return null;
    },
    shouldRevalidate: ({ currentParams, nextParams }) => currentParams.id !== nextParams.id,
    lazy: async () => {
      const { AccountRoutePage } = await import("./pages/AccountRoutePage.tsx");
      return { Component: AccountRoutePage };
    },
    children: [
      { index: true, element: null },
      {
        path: "edit",
        handle: handle({ crumb: "crumb.edit" }),
        loader: async () => {
          await Promise.all([secretMessages.load(), pickerMessages.load()]);
          return null;
        },
        lazy: async () => {
          const { EditAccountPanel } = await import("#features/sip/form/EditAccountPanel.tsx");
          return { Component: EditAccountPanel };
        },
      },
      {
        path: "scenarios/new",
        handle: handle({ crumb: "crumb.newScenario" }),
        loader: scenarios,
        lazy: async () => {
          const { NewScenarioPanel } =
            await import("#features/sip/scenarios/form/NewScenarioPanel.tsx");
          return { Component: NewScenarioPanel };
        },
      },
      {
        path: "scenarios/:sid/edit",
        handle: handle({ crumb: "crumb.editScenario" }),
        loader: scenarios,
        lazy: async () => {
          const { EditScenarioPanel } =
            await import("#features/sip/scenarios/form/EditScenarioPanel.tsx");
          return { Component: EditScenarioPanel };
        },
      },
    ],
  };
}

/** What `/sip` has beside the list itself. */
export function sipRoutes(client: QueryClient): Routes {
  return { sip: [sipAccountRoute(client)], sipList: [sipNewRoute()] };
}
