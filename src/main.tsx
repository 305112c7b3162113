import "@fontsource-variable/golos-text/index.css";
import "#ui/base.css";
import "#ui/primitives.css";
import type { QueryClient } from "@tanstack/react-query";
import { startTransition, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter } from "react-router";
import { basePath } from "#paths";
import { watchActivity } from "#api/activity.ts";
import { Providers } from "#app/Providers.tsx";
import { createQueryClient } from "#app/queryClient.ts";
import { createRoutes, discoverRoutes, loadLaterRoutes } from "#app/routes.tsx";
import { watchConnectivity } from "#app/watchConnectivity.ts";
import { reloadWhenDataCleared } from "#common/dataCleared.ts";
import { startLocale } from "#i18n/messages.ts";
import { loadTexts } from "#i18n/texts.ts";
import { tolerateTranslation } from "#ui/translated.ts";
import { reloadIfStale } from "#ui/staleBuild.ts";
import { watchTextScale } from "#ui/textScale.ts";

/** Yields to the event loop. */
const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Loads what the first page does not need before it has its data. */
function startLater(client: QueryClient): void {
  const load = (): void =>
    void Promise.all([import("#app/startLate.ts"), loadLaterRoutes()]).then(
      ([late]) => late.startLate(),
      () => setTimeout(load, 3000),
    );
  const stop = client.getQueryCache().subscribe(({ query }) => {
    if (query.state.status === "pending" || query.queryKey[0] === "session") return;
    stop();
    setTimeout(load, 1000);
  });
}

async function start(root: HTMLElement): Promise<void> {
  // Evaluating all the code at once was a long task.
  await nextTask();
  // Opened without the base path, i.e. bypassing the reverse proxy.
  if (!`${location.pathname}/`.startsWith(`${basePath}/`)) {
    location.replace(basePath + location.pathname + location.search + location.hash);
    return;
  }
  startLocale();
  watchActivity();
  reloadWhenDataCleared();
  const client = createQueryClient();
  // From the start: once the server or the session is gone, no more code can be loaded.
  watchConnectivity(client);
  const texts = loadTexts("app", "common", "ui");
  // Starts loading the first page's code and data; the frame waits for its texts alone.
  const router = createBrowserRouter(createRoutes(client), {
    basename: basePath || "/",
    patchRoutesOnNavigation: discoverRoutes(client),
  });
  await texts;
  // As a transition it renders incrementally, so that nothing is blocked for long.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <Providers client={client} router={router} />
      </StrictMode>,
    ),
  );
  startLater(client);
  watchTextScale();
}

const root = document.getElementById("root");
const { dataset } = document.documentElement;
// The page shows why it does not start (index.html).
if (root !== null && dataset["told"] !== "old") {
  tolerateTranslation();
  start(root).catch(async () => {
    if (!(await reloadIfStale())) dataset["told"] = "failed";
  });
}
