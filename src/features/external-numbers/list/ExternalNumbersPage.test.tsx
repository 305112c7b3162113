import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderApp } from "#app/testing/renderApp.tsx";

it("shows both kinds", async () => {
  await renderApp("/external-numbers");
  const table = await screen.findByRole("table");
  expect(within(table).getByRole("link", { name: "+7\u00a0910\u00a0444-55-66" })).toBeVisible();
});
