import { act, render, screen, waitFor } from "@testing-library/react";
import { createMemoryRouter } from "react-router";
import { beforeEach, expect, it } from "vitest";
import { startLocale } from "#i18n/messages.ts";
import { loadTexts } from "#i18n/texts.ts";
import { Providers } from "./Providers.tsx";
import { createQueryClient } from "./queryClient.ts";
import { createRoutes, discoverRoutes } from "./routes.tsx";

beforeEach(async () => {
  startLocale();
  await loadTexts("app", "common", "ui");
});

function open(path: string) {
  const client = createQueryClient();
  const router = createMemoryRouter(createRoutes(client), {
    initialEntries: [path],
    patchRoutesOnNavigation: discoverRoutes(client),
  });
  render(<Providers client={client} router={router} />);
  return router;
}
const heading = (name: RegExp) => screen.findByRole("heading", { level: 1, name });

it("an address that is none of the first ones finds its page, and one without a page says so", async () => {
  const router = open("/voicemail");
  expect(await heading(/voicemail/i)).toBeVisible();
  await act(() => router.navigate("/nothing"));
  expect(await heading(/no such page/i)).toBeVisible();
  await act(() => router.navigate("/directions"));
  expect(await heading(/destinations/i)).toBeVisible();
});

it("an address that is left while the routes load is found later", async () => {
  const router = open("/sip");
  expect(await heading(/SIP accounts/)).toBeVisible();
  await act(async () => {
    void router.navigate("/voicemail");
    await router.navigate("/");
  });
  await waitFor(() => expect(router.state.location.pathname).toBe("/"));
  await act(() => router.navigate("/voicemail"));
  expect(await heading(/voicemail/i)).toBeVisible();
});
