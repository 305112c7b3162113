import "@fontsource-variable/golos-text/index.css";
import "#ui/base.css";
import { startTransition, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter } from "react-router";
import { basePath, withoutBase } from "#paths";
import { appMessages } from "#app/messages.ts";
import { Providers } from "#app/Providers.tsx";
import { createQueryClient } from "#app/queryClient.ts";
import { startRoutes } from "#app/routes.tsx";
import { followForgetting } from "#common/forgotten.ts";
import { commonMessages } from "#common/messages.ts";
import { startLocale } from "#i18n/messages.ts";
import { reloadIfStale } from "#ui/staleBuild.ts";
import { uiMessages } from "#ui/messages.ts";
import { watchReach } from "#app/watchReach.ts";

/** A task of its own, so that whatever else is due comes between. */
const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

async function start(root: HTMLElement): Promise<void> {
  // Reading in all the code was a long one.
  await nextTask();
  // Asked for past the web server in front, which shows Pult under a path.
  if (!`${location.pathname}/`.startsWith(`${basePath}/`)) {
    location.replace(basePath + location.pathname + location.search + location.hash);
    return;
  }
  startLocale();
  followForgetting();
  const client = createQueryClient();
  watchReach(client);
  const rooms = [appMessages, commonMessages, uiMessages];
  const texts = Promise.all(rooms.map((room) => room.load()));
  // Starts the first page's code and data; the frame waits for its texts alone.
  const { routes, ...rest } = await startRoutes(client, withoutBase(location.pathname));
  const router = createBrowserRouter(routes, { ...rest, basename: basePath || "/" });
  await texts;
  // As a transition it is rendered piece by piece, so that nothing waits long.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <Providers client={client} router={router} />
      </StrictMode>,
    ),
  );
  // Nothing on the first screen waits for it.
  const { watchTextRoom } = await import("#ui/textRoom.ts");
  watchTextRoom();
}

const root = document.getElementById("root");
if (root !== null) {
  start(root).catch(async () => (await reloadIfStale()) || showFailure(root));
}

/** The texts themselves could not be loaded, hence both languages, and nothing but the DOM. */
function showFailure(place: HTMLElement): void {
  const words = document.createElement("p");
  words.textContent =
    "Pult could not be loaded: check the network. Пульт не загрузился: проверьте сеть. ";
  const button = document.createElement("button");
  button.textContent = "Reload / Обновить";
  button.addEventListener("click", () => location.reload());
  words.append(button);
  words.style.cssText = "padding: 24px; font: 0.875rem/1.25rem system-ui, sans-serif";
  place.replaceChildren(words);
}
