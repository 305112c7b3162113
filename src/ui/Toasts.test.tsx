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
  it("appear in a live region that was there before them, so that screen readers announce them", () => {
    expect(region()).toBeEmptyDOMElement();
    say(["success", "Сохранено"]);
    expect(region()).toHaveTextContent("Сохранено");
  });

  it("disappear after six seconds on success, each by its own timer", () => {
    say(["success", "Первый"]);
    wait(4000);
    say(["success", "Второй"]);
    wait(2000);
    expect(region()).toHaveTextContent(/^Второй$/);
    wait(4000);
    expect(region()).toBeEmptyDOMElement();
  });

  it("stay until they are closed on failure", () => {
    say(["error", "Не скопировано"]);
    wait(60_000);
    expect(region()).toHaveTextContent("Не скопировано");
    act(() => screen.getByRole("button", { name: "Закрыть" }).click());
    expect(region()).toBeEmptyDOMElement();
  });

  it("move the focus to the heading when they are closed by keyboard", () => {
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

  it("disappear at once when they are dismissed by their caller", () => {
    let id = 0;
    act(() => {
      id = toast("success", "Активен «День»");
    });
    act(() => dismissToast(id));
    expect(region()).toBeEmptyDOMElement();
  });
});

const showUndoToast = (run = vi.fn<() => void>()) => {
  say(["success", "Активен «Вечер»", { label: "Вернуть", run }]);
  return run;
};
const undo = () => screen.getByRole("button", { name: "Вернуть" });

describe("a toast with an action", () => {
  it("runs it once and disappears, and the focus moves to the heading", () => {
    render(<PageHeader title="Аккаунт" />);
    const run = showUndoToast();
    act(() => undo().focus());
    act(() => undo().click());
    expect(run).toHaveBeenCalledTimes(1);
    expect(region()).toBeEmptyDOMElement();
    expect(screen.getByRole("heading", { name: "Аккаунт" })).toHaveFocus();
  });

  it("stays for ten seconds", () => {
    const run = showUndoToast();
    wait(9999);
    expect(undo()).toBeVisible();
    wait(1);
    expect(region()).toBeEmptyDOMElement();
    expect(run).not.toHaveBeenCalled();
  });

  it("stays for ten seconds from the last Tab on the way to it", () => {
    showUndoToast();
    wait(9999);
    fireEvent.keyDown(document.body, { key: "Tab" });
    wait(9999);
    expect(undo()).toBeVisible();
    wait(1);
    expect(region()).toBeEmptyDOMElement();
  });

  it("gets the focus by F6, and returns it by another F6", () => {
    render(<input aria-label="Поиск" />);
    const search = screen.getByRole("textbox");
    act(() => search.focus());
    expect(fireEvent.keyDown(search, { key: "F6" })).toBe(true);
    expect(search).toHaveFocus();
    showUndoToast();
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
    showUndoToast();
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

  it("stays while it has the focus, even if the mouse leaves", () => {
    showUndoToast();
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
  it("is inside it, within reach of Tab and screen readers, and returns the focus to it", async () => {
    const { unmount } = await openDialog();
    const around = screen.getByRole("dialog");
    expect(around).toContainElement(region());
    const run = showUndoToast();
    act(() => undo().focus());
    expect(undo()).toHaveFocus();
    act(() => undo().click());
    expect(run).toHaveBeenCalledTimes(1);
    expect(around).toHaveFocus();
    unmount();
    await act(async () => {});
    expect(region()).toBeInTheDocument();
  });

  it("closes on Escape, and the dialog stays", async () => {
    await openDialog();
    showUndoToast();
    act(() => undo().focus());
    fireEvent.keyDown(undo(), { key: "Escape" });
    expect(region()).toBeEmptyDOMElement();
    expect(screen.getByRole("dialog")).toHaveFocus();
  });

  it("disappears on time even if the mouse was over it when the dialog closed", async () => {
    const { unmount } = await openDialog();
    showUndoToast();
    fireEvent.mouseOver(undo());
    // An element that is moved in the page gets no mouseleave event.
    unmount();
    await act(async () => {});
    wait(9999);
    expect(undo()).toBeVisible();
    wait(1);
    expect(region()).toBeEmptyDOMElement();
  });
});
