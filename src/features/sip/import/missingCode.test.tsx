import { fireEvent, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { renderApp } from "#app/testing/renderApp.tsx";

vi.mock("#lib/phoneLibrary.ts", () => {
  throw new Error("The code is missing.");
});

it("says that a list can't be checked while the code for it is missing, and sends nothing", async () => {
  await renderApp("/sip/import");
  fireEvent.change(screen.getByLabelText("Или вставьте список"), { target: { value: "Анна\n" } });
  expect(await screen.findByRole("alert")).toHaveTextContent("Часть страницы не загрузилась");
  expect(screen.getByRole("button", { name: "Повторить" })).toBeVisible();
  expect(screen.getByRole("button", { name: "Создать" })).toBeDisabled();
});
