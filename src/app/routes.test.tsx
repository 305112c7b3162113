import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { renderApp } from "./testing/renderApp.tsx";

const code = vi.hoisted(() => ({ isThere: true }));

vi.mock("#features/directions/parts.ts", () => ({
  get DirectionsPage() {
    if (!code.isThere) throw new TypeError("Failed to fetch dynamically imported module: a.js");
    return () => <h1>Countries</h1>;
  },
}));

it("loads the code of a page that failed to load again, at the next visit", async () => {
  vi.spyOn(console, "error").mockReturnValue(undefined);
  const { user } = await renderApp("/voicemail", { locale: "en" });
  code.isThere = false;
  await user.click(screen.getByRole("link", { name: "Destinations" }));
  await screen.findByRole("heading", { name: "This page has crashed", level: 1 });
  code.isThere = true;
  await user.click(screen.getByRole("link", { name: "Voicemail" }));
  await screen.findByRole("heading", { name: "Voicemail", level: 1 });
  await user.click(screen.getByRole("link", { name: "Destinations" }));
  expect(await screen.findByRole("heading", { name: "Countries" })).toBeVisible();
});
