import createCache from "@emotion/cache";
import { CacheProvider } from "@emotion/react";
import { ThemeProvider } from "@mui/material/styles";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type DataRouter, type Location, RouterProvider } from "react-router";
import { appTheme } from "#ui/theme.ts";
import { NewestLocation } from "#ui/useAddressParams.ts";

/** The CSP nonce: a browser rejects style sheets without it. */
const nonce = document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce;
const cache = createCache({ key: "p", prepend: true, ...(nonce ? { nonce } : {}) });

/** The whole app: the router inside all providers that it needs. */
export function Providers({ client, router }: { client: QueryClient; router: DataRouter }) {
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={appTheme()} defaultMode="system" noSsr>
        <QueryClientProvider client={client}>
          <NewestLocation value={() => newestLocation(router)}>
            <RouterProvider router={router} />
          </NewestLocation>
        </QueryClientProvider>
      </ThemeProvider>
    </CacheProvider>
  );
}

function newestLocation({ state }: DataRouter): Location | undefined {
  const isAsking = [...state.blockers.values()].some((blocker) => blocker.state === "blocked");
  return isAsking ? undefined : (state.navigation.location ?? state.location);
}
