import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { setLocale } from "#i18n/messages.ts";
import { loadTexts } from "#i18n/texts.ts";
import { lazyPart } from "./lazyPart.tsx";
import { Toasts } from "./Toasts.tsx";

function Dialog({ onClose }: { onClose: () => void }) {
  return <button onClick={onClose}>In the dialog</button>;
}

const load = vi.fn<() => Promise<typeof Dialog>>();
const Part = lazyPart(load, ({ onClose }) => onClose());

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button onClick={() => setOpen(true)}>{open ? "Opened" : "Open"}</button>
      {open && <Part onClose={() => setOpen(false)} />}
      <Toasts />
    </>
  );
}

describe("a part that loads when it is first rendered", () => {
  it("leaves the page as it is where its code is missing, and retries", async () => {
    await setLocale("ru");
    await loadTexts("ui");
    load.mockRejectedValueOnce(new TypeError("Failed to fetch dynamically imported module"));
    load.mockResolvedValue(Dialog);
    const user = userEvent.setup();
    render(<Page />);
    await user.click(screen.getByRole("button", { name: "Open" }));
    expect(await screen.findByText(/Часть страницы не загрузилась/)).toBeVisible();
    await user.click(await screen.findByRole("button", { name: "Open" }));
    expect(await screen.findByRole("button", { name: "In the dialog" })).toBeVisible();
    expect(load).toHaveBeenCalledTimes(2);
  });
});
