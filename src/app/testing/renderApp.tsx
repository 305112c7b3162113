import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { createMemoryRouter } from "react-router";
import { onTestFinished } from "vitest";
import type { Locale } from "#i18n/locale.ts";
import { i18n, loadKnownNamespaces } from "#i18n/messages.ts";
import { loadTexts } from "#i18n/texts.ts";
import { Providers } from "../Providers.tsx";
import { createQueryClient } from "../queryClient.ts";
import { watchConnectivity } from "../watchConnectivity.ts";
import { createAllRoutes } from "./allRoutes.ts";
import { openOffice } from "./sandbox.ts";

interface Options {
  locale?: Locale;
  /** An office other than the default one. */
  accounts?: number;
  seed?: number;
}

/**
 * Renders the whole app at an address, on the sandbox's office, and waits for the page's title.
 * Failed reads are retried as in the browser, but at once.
 */
export async function renderApp(path: string, { locale = "ru", ...office }: Options = {}) {
  if (Object.keys(office).length > 0) openOffice(office);
  activateLocale(locale);
  const client = createQueryClient();
  onTestFinished(watchConnectivity(client));
  const defaults = client.getDefaultOptions();
  client.setDefaultOptions({ ...defaults, queries: { ...defaults.queries, retryDelay: 0 } });
  await loadTexts("app", "common", "ui");
  // Parts that an earlier test loaded do not load their texts again.
  await loadKnownNamespaces(locale);
  // As they are once all have been discovered; the discovery has a test of its own.
  const router = createMemoryRouter(createAllRoutes(client), {
    initialEntries: ["/voicemail", path],
  });
  const view = render(<Providers client={client} router={router} />);
  await screen.findByRole("heading", { level: 1, hidden: true });
  const address = () => router.state.location.pathname + router.state.location.search;
  return { ...view, client, router, address, user: userEvent.setup({ delay: null }) };
}

/** Does what `startLocale` does once per page, without losing the texts that other tests loaded. */
function activateLocale(locale: Locale) {
  i18n.load(locale, {});
  i18n.activate(locale);
  document.documentElement.lang = locale;
}
