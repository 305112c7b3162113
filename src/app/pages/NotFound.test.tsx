import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderApp } from "#app/testing/renderApp.tsx";

it("an address without a page shows that once, and links on", async () => {
  await renderApp("/sip/25/nothing-of-the-kind");
  const heading = await screen.findByRole("heading", { name: "Такой страницы нет" });
  const page = within(screen.getByRole("main"));
  expect(page.getAllByText(/такой страницы|не найден|404|нет страницы/i)).toEqual([heading]);
  expect(page.getAllByRole("link")).toHaveLength(1);
});
