import Dialog from "@mui/material/Dialog";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { setLocale } from "#i18n/messages.ts";
import { loadTexts } from "#i18n/texts.ts";
import { PageHeader } from "./PageHeader.tsx";
import { Toasts } from "./Toasts.tsx";
import { dismissToast, toast } from "./toasts.ts";

const say = (...toasts: Parameters<typeof toast>[]) =>
  act(() => {
    for (const one of toasts) toast(...one);
  });
const wait = (milliseconds: number) =>
  act(() => {
    vi.advanceTimersByTime(milliseconds);
  });
const region = () => screen.getByRole("status");

beforeEach(async () => {
  await setLocale("ru");
  await loadTexts("ui");
  vi.useFakeTimers();
  render(<Toasts />);
});

describe("toasts", () => {
  it("appear in a region that was there before them, so that readers hear them", () => {
    expect(region()).toBeEmptyDOMElement();
    say(["success", "Сохранено"]);
    expect(region()).toHaveTextContent("Сохранено");
  });

  it("go after six seconds when all is well, each by its own clock", () => {
    say(["success", "Первый"]);
    wait(4000);
    say(["success", "Второй"]);
    wait(2000);
    expect(region()).toHaveTextContent(/^Второй$/);
    wait(4000);
    expect(region()).toBeEmptyDOMElement();
  });

  it("stay until they are closed when something went wrong", () => {
    say(["error", "Не скопировано"]);
    wait(60_000);
    expect(region()).toHaveTextContent("Не скопировано");
    act(() => screen.getByRole("button", { name: "Закрыть" }).click());
    expect(region()).toBeEmptyDOMElement();
  });

  it("give the focus to the heading when they are closed by keyboard", () => {
    render(<PageHeader title="SIP-аккаунты" />);
    say(["error", "Не скопировано"]);
    const close = screen.getByRole("button", { name: "Закрыть" });
    act(() => close.focus());
    act(() => close.click());
    expect(screen.getByRole("heading", { name: "SIP-аккаунты" })).toHaveFocus();
  });

  it("are at most three, the newest last", () => {
    say(["success", "1"], ["error", "2"], ["success", "3"], ["success", "4"]);
    expect(region()).toHaveTextContent(/^234$/);
  });

  it("go at once when they are dismissed by whoever said them", () => {
    let id = 0;
    act(() => {
      id = toast("success", "Активен «День»");
    });
    act(() => dismissToast(id));
    expect(region()).toBeEmptyDOMElement();
  });
});

const sayWithUndo = (run = vi.fn<() => void>()) => {
  say(["success", "Активен «Вечер»", { label: "Вернуть", run }]);
  return run;
};
const undo = () => screen.getByRole("button", { name: "Вернуть" });

describe("a toast with something to press", () => {
  it("does it once and goes, and the focus is at the heading", () => {
    render(<PageHeader title="Аккаунт" />);
    const run = sayWithUndo();
    act(() => undo().focus());
    act(() => undo().click());
    expect(run).toHaveBeenCalledTimes(1);
    expect(region()).toBeEmptyDOMElement();
    expect(screen.getByRole("heading", { name: "Аккаунт" })).toHaveFocus();
  });

  it("stays for ten seconds", () => {
    const run = sayWithUndo();
    wait(9999);
    expect(undo()).toBeVisible();
    wait(1);
    expect(region()).toBeEmptyDOMElement();
    expect(run).not.toHaveBeenCalled();
  });

  it("stays for ten seconds from the last Tab on the way to it", () => {
    sayWithUndo();
    wait(9999);
    fireEvent.keyDown(document.body, { key: "Tab" });
    wait(9999);
    expect(undo()).toBeVisible();
    wait(1);
    expect(region()).toBeEmptyDOMElement();
  });

  it("is where F6 leads, and back again", () => {
    render(<input aria-label="Поиск" />);
    const search = screen.getByRole("textbox");
    act(() => search.focus());
    expect(fireEvent.keyDown(search, { key: "F6" })).toBe(true);
    expect(search).toHaveFocus();
    sayWithUndo();
    expect(region()).toHaveTextContent("Клавиша F6 ведёт к кнопкам");
    expect(fireEvent.keyDown(search, { key: "F6" })).toBe(false);
    expect(undo()).toHaveFocus();
    fireEvent.keyDown(undo(), { key: "F6" });
    expect(search).toHaveFocus();
    fireEvent.keyDown(search, { key: "F6" });
    act(() => undo().click());
    expect(search).toHaveFocus();
  });

  it("stays while the mouse is over it, and ten seconds more", () => {
    sayWithUndo();
    wait(9000);
    fireEvent.mouseOver(undo());
    wait(60_000);
    expect(undo()).toBeVisible();
    fireEvent.mouseOut(undo(), { relatedTarget: document.body });
    wait(9999);
    expect(undo()).toBeVisible();
    wait(1);
    expect(region()).toBeEmptyDOMElement();
  });

  it("stays while it has the focus, though the mouse leaves", () => {
    sayWithUndo();
    act(() => undo().focus());
    fireEvent.mouseOver(undo());
    fireEvent.mouseOut(undo(), { relatedTarget: document.body });
    wait(60_000);
    expect(undo()).toHaveFocus();
    act(() => undo().blur());
    wait(10_000);
    expect(region()).toBeEmptyDOMElement();
  });
});

const openDialog = async () => {
  const view = render(
    <Dialog open>
      <button type="button">Сохранить</button>
    </Dialog>,
  );
  await act(async () => {});
  return view;
};

describe("a toast over a dialog", () => {
  it("lies in it, where Tab and readers get, and gives the focus back to it", async () => {
    const { unmount } = await openDialog();
    const around = screen.getByRole("dialog");
    expect(around).toContainElement(region());
    const run = sayWithUndo();
    act(() => undo().focus());
    expect(undo()).toHaveFocus();
    act(() => undo().click());
    expect(run).toHaveBeenCalledTimes(1);
    expect(around).toHaveFocus();
    unmount();
    await act(async () => {});
    expect(region()).toBeInTheDocument();
  });

  it("goes by Escape, and the dialog stays", async () => {
    await openDialog();
    sayWithUndo();
    act(() => undo().focus());
    fireEvent.keyDown(undo(), { key: "Escape" });
    expect(region()).toBeEmptyDOMElement();
    expect(screen.getByRole("dialog")).toHaveFocus();
  });

  it("goes in its time though the mouse was over it when the dialog closed", async () => {
    const { unmount } = await openDialog();
    sayWithUndo();
    fireEvent.mouseOver(undo());
    // What a browser moves elsewhere in the page gets no event of the mouse that leaves it.
    unmount();
    await act(async () => {});
    wait(9999);
    expect(undo()).toBeVisible();
    wait(1);
    expect(region()).toBeEmptyDOMElement();
  });
});
