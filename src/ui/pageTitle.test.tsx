import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import { useDocumentTitle, usePanelTitle } from "./pageTitle.ts";

function Panel() {
  usePanelTitle("Panel");
  return null;
}

function Page({ panel }: { panel: boolean }) {
  useDocumentTitle("Page");
  return panel ? <Panel /> : null;
}

it("a panel's title replaces its page's until it closes", () => {
  const { rerender } = render(<Page panel={false} />);
  expect(document.title).toBe("Page · Pult");
  rerender(<Page panel />);
  expect(document.title).toBe("Panel · Pult");
  rerender(<Page panel={false} />);
  expect(document.title).toBe("Page · Pult");
});

it("a panel's title also wins where both open at once", () => {
  render(<Page panel />);
  expect(document.title).toBe("Panel · Pult");
});
