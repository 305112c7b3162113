import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { PhoneLink } from "./PhoneLink.tsx";

it("calls a phone number in full", () => {
  render(<PhoneLink digits="79993332210" />);
  const link = screen.getByRole("link", { name: /^\+7\s999\s333-22-10$/ });
  expect(link).toHaveAttribute("href", "tel:+79993332210");
});

it("does not call what is no phone number", () => {
  render(<PhoneLink digits="214" />);
  expect(screen.getByText("214")).toBeVisible();
  expect(screen.queryByRole("link")).toBeNull();
});
