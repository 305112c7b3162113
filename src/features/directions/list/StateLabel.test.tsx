import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import { i18n } from "#i18n/messages.ts";
import { loadTexts } from "#i18n/texts.ts";
import { StateLabel } from "./StateLabel.tsx";

const renderMark = (status: Parameters<typeof StateLabel>[0]["status"]) => {
  const { container, unmount } = render(<StateLabel status={status} along="Россия" />);
  const mark = container.querySelector("svg")?.outerHTML;
  unmount();
  return mark;
};

it("the icons of changes differ from those of states, and opening from closing", async () => {
  i18n.activate("ru");
  await loadTexts("features/directions");
  const [open, closed, opens, closes] = (["open", "closed", "willOpen", "willClose"] as const).map(
    renderMark,
  );
  expect(new Set([open, closed, opens, closes])).not.toContain(undefined);
  expect(new Set([open, closed, opens, closes]).size).toBe(4);
  expect([renderMark("willOpenAlong"), renderMark("willCloseAlong")]).toEqual([opens, closes]);
});
