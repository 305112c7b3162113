import "@fontsource-variable/golos-text/index.css";
import "#ui/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter } from "react-router";
import { appMessages } from "#app/messages.ts";
import { Providers } from "#app/Providers.tsx";
import { createQueryClient } from "#app/queryClient.ts";
import { discoverRoutes, routesOf } from "#app/routes.tsx";
import { startLocale } from "#i18n/messages.ts";
import { uiMessages } from "#ui/messages.ts";

async function start(root: HTMLElement): Promise<void> {
  startLocale();
  const client = createQueryClient();
  // Starts the first route's code and data at once, beside the texts of the frame.
  const router = createBrowserRouter(routesOf(client), {
    patchRoutesOnNavigation: discoverRoutes(client),
  });
  await Promise.all([appMessages.load(), uiMessages.load(), settled(router)]);
  createRoot(root).render(
    <StrictMode>
      <Providers client={client} router={router} />
    </StrictMode>,
  );
}

/** Until the first route is there, the frame of index.html stays on screen. */
function settled(router: ReturnType<typeof createBrowserRouter>): Promise<void> {
  return new Promise((resolve) => {
    if (router.state.initialized) resolve();
    const stop = router.subscribe(({ initialized }) => {
      if (!initialized) return;
      stop();
      resolve();
    });
  });
}

const root = document.getElementById("root");
if (root !== null) start(root).catch(() => showFailure(root));

/** The texts themselves could not be loaded, hence both languages, and nothing but the DOM. */
function showFailure(place: HTMLElement): void {
  const words = document.createElement("p");
  words.textContent =
    "Pult could not be loaded: check the network. Пульт не загрузился: проверьте сеть. ";
  const button = document.createElement("button");
  button.textContent = "Reload / Обновить";
  button.addEventListener("click", () => location.reload());
  words.append(button);
  words.style.cssText = "padding: 24px; font: 14px/20px system-ui, sans-serif";
  place.replaceChildren(words);
}
