import { act, render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { setLocale } from "#i18n/messages.ts";
import { PageHeader } from "./PageHeader.tsx";
import { uiMessages } from "./messages.ts";
import { Toasts } from "./Toasts.tsx";
import { toast } from "./toasts.ts";

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
  await uiMessages.load();
  vi.useFakeTimers();
  render(<Toasts />);
});

describe("toasts", () => {
  it("appear in a region that was there before them, so that readers hear them", () => {
    expect(region()).toBeEmptyDOMElement();
    say(["done", "Сохранено"]);
    expect(region()).toHaveTextContent("Сохранено");
  });

  it("go after six seconds when all is well, each by its own clock", () => {
    say(["done", "Первый"]);
    wait(4000);
    say(["done", "Второй"]);
    wait(2000);
    expect(region()).toHaveTextContent(/^Второй$/);
    wait(4000);
    expect(region()).toBeEmptyDOMElement();
  });

  it("stay until they are closed when something went wrong", () => {
    say(["problem", "Не скопировано"]);
    wait(60_000);
    expect(region()).toHaveTextContent("Не скопировано");
    act(() => screen.getByRole("button", { name: "Закрыть" }).click());
    expect(region()).toBeEmptyDOMElement();
  });

  it("give the focus to the heading when they are closed by keyboard", () => {
    render(<PageHeader title="SIP-аккаунты" />);
    say(["problem", "Не скопировано"]);
    const close = screen.getByRole("button", { name: "Закрыть" });
    act(() => close.focus());
    act(() => close.click());
    expect(screen.getByRole("heading", { name: "SIP-аккаунты" })).toHaveFocus();
  });

  it("are at most three, the newest last", () => {
    say(["done", "1"], ["problem", "2"], ["done", "3"], ["done", "4"]);
    expect(region()).toHaveTextContent(/^234$/);
  });
});
