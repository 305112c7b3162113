import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderApp } from "#app/testing/renderApp.tsx";
import { office } from "#app/testing/sandbox.ts";

const title = () => screen.findByText(/^First steps: \d of 6 done/);

it("the first steps are open in an office without accounts, and end when they are hidden", async () => {
  office().accounts.clear();
  const { user } = await renderApp("/", { locale: "en" });
  expect((await title()).closest("details")).toHaveAttribute("open");
  expect(screen.getByText(/PLUSOFON_TOKEN/)).toBeVisible();
  expect(screen.getByRole("link", { name: "Create the first account" })).toHaveAttribute(
    "href",
    "/sip/new",
  );
  await user.click(screen.getByRole("button", { name: "Hide the first steps" }));
  expect(screen.queryByText(/^First steps/)).toBeNull();
});

it("the search shows them again, in one line where there are accounts", async () => {
  localStorage.setItem("pult.firstSteps", "hidden");
  const { address, user } = await renderApp("/?steps", { locale: "en" });
  expect(await title()).toBeVisible();
  expect(address()).toContain("steps");
  await user.click(screen.getByText(/^First steps/));
  await user.click(screen.getByRole("link", { name: "Look who is online" }));
  expect(localStorage.getItem("pult.firstSteps")).toBe("hidden");
});
