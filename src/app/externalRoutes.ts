import type { QueryClient } from "@tanstack/react-query";
import type { RouteObject } from "react-router";
import { phoneInputMessages } from "#common/phoneInput/messages.ts";
import { riskMessages } from "#common/risk/messages.ts";
import { pickerMessages } from "#common/pickers/messages.ts";
import { secretMessages } from "#common/secrets/messages.ts";
import { forwardingMessages } from "#features/external-numbers/forwarding/messages.ts";
import { externalNumbersQuery } from "#common/external/queries.ts";
import { externalMessages } from "#features/external-numbers/messages.ts";
import type { RouteHandle } from "./routeHandle.ts";
import type { Routes } from "./sections.ts";

const handle = (value: RouteHandle) => value;

/** What the fields of both forms for a connection say. */
async function connectionTexts() {
  await Promise.all([secretMessages.load(), phoneInputMessages.load(), riskMessages.load()]);
  return null;
}

/** Numbers of other operators: the list, with one number and the forms over it. */
export function externalRoutes(client: QueryClient): Routes {
  const page: RouteObject = {
    path: "/external-numbers",
    handle: handle({ crumb: "nav.external", searchable: "external" }),
    loader: async () => {
      void client.prefetchQuery(externalNumbersQuery());
      await externalMessages.load();
      return null;
    },
    shouldRevalidate: () => false,
    lazy: async () => {
      const { ExternalNumbersPage } =
        await import("#features/external-numbers/list/ExternalNumbersPage.tsx");
      return { Component: ExternalNumbersPage };
    },
    children: [
      { index: true, element: null },
      {
        path: "new",
        handle: handle({ crumb: "crumb.connect" }),
        loader: connectionTexts,
        // The kind in the address changes as one chooses.
        shouldRevalidate: () => false,
        lazy: async () => {
          const { ConnectPanel } = await import("#features/external-numbers/form/ConnectPanel.tsx");
          return { Component: ConnectPanel };
        },
      },
      {
        path: ":type/:id",
        handle: handle({ crumb: "crumb.external" }),
        children: [
          {
            index: true,
            lazy: async () => {
              const { DetailsPanel } =
                await import("#features/external-numbers/details/DetailsPanel.tsx");
              return { Component: DetailsPanel };
            },
          },
          {
            path: "edit",
            handle: handle({ crumb: "crumb.edit" }),
            loader: connectionTexts,
            lazy: async () => {
              const { EditPanel } = await import("#features/external-numbers/form/EditPanel.tsx");
              return { Component: EditPanel };
            },
          },
          {
            path: "forward",
            handle: handle({ crumb: "crumb.forward" }),
            loader: async () => {
              const namespaces = [
                forwardingMessages,
                pickerMessages,
                phoneInputMessages,
                riskMessages,
              ];
              await Promise.all(namespaces.map((namespace) => namespace.load()));
              return null;
            },
            lazy: async () => {
              const { ForwardPanel } =
                await import("#features/external-numbers/forwarding/ForwardPanel.tsx");
              return { Component: ForwardPanel };
            },
          },
        ],
      },
    ],
  };
  return { pages: [page] };
}
