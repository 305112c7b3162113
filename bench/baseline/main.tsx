import createCache from "@emotion/cache";
import { CacheProvider } from "@emotion/react";
import CssBaseline from "@mui/material/CssBaseline";
import { createTheme, ThemeProvider } from "@mui/material/styles";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter, RouterProvider } from "react-router";
import { accountsQuery } from "./accounts.ts";
import { Shell } from "./Shell.tsx";

const client = new QueryClient({ defaultOptions: { queries: { staleTime: 30_000 } } });
const theme = createTheme();
// The server's Content-Security-Policy allows only style sheets with its nonce.
const nonce = document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce;
const cache = createCache({ key: "f", ...(nonce ? { nonce } : {}) });

// The page's code and data load in parallel, while the frame is already visible.
const router = createBrowserRouter([
  {
    Component: Shell,
    children: [
      {
        path: "/sip",
        HydrateFallback: () => null,
        loader: () => {
          void client.prefetchQuery(accountsQuery);
          return null;
        },
        lazy: async () => {
          const { AccountsPage } = await import("./AccountsPage.tsx");
          return { Component: AccountsPage };
        },
      },
    ],
  },
]);

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root");
createRoot(root).render(
  <StrictMode>
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme}>
        <CssBaseline />
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ThemeProvider>
    </CacheProvider>
  </StrictMode>,
);
