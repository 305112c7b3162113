import { act, render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { defineMessages, i18n, setLocale, startLocale } from "./messages.ts";

/** A room whose files come when the test says so. */
function slowRoom() {
  const coming: (() => void)[] = [];
  const file = (hello: string) =>
    vi.fn<() => Promise<{ default: object }>>(
      () =>
        new Promise((resolve) => {
          coming.push(() => resolve({ default: { hello } }));
        }),
    );
  const catalogs = { en: file("Hello"), ru: file("Привет") };
  const namespace = defineMessages<"hello">(catalogs);
  return { ...namespace, catalogs, come: () => act(async () => coming.shift()?.()) };
}

async function openRoom() {
  const namespace = slowRoom();
  const loading = namespace.load();
  await namespace.come();
  await loading;
  function Hello() {
    return <p>{namespace.useText()("hello")}</p>;
  }
  return { ...namespace, Hello };
}

beforeEach(() => startLocale("ru"));

describe("a change of language", () => {
  it("waits for all texts, then shows at once", async () => {
    const { Hello, come } = await openRoom();
    render(<Hello />);
    const changing = setLocale("en");
    expect(screen.getByText("Привет")).toBeVisible();
    await come();
    await act(() => changing);
    expect(screen.getByText("Hello")).toBeVisible();
  });

  it("is overruled by a later one, whichever comes first", async () => {
    const { Hello, come } = await openRoom();
    render(<Hello />);
    const early = setLocale("en");
    const late = setLocale("ru");
    await act(() => late);
    await come();
    await act(() => early);
    expect(i18n.locale).toBe("ru");
    expect(screen.getByText("Привет")).toBeVisible();
    expect(document.documentElement.lang).toBe("ru");
    expect(localStorage.getItem("pult.locale")).toBe("ru");
  });

  it("that fails keeps the language, remembers nothing and may be tried again", async () => {
    const { Hello, catalogs, come } = await openRoom();
    render(<Hello />);
    catalogs.en.mockRejectedValueOnce(new TypeError("no network"));
    await expect(setLocale("en")).rejects.toThrow("no network");
    expect(i18n.locale).toBe("ru");
    expect(screen.getByText("Привет")).toBeVisible();
    expect(localStorage).toHaveLength(0);
    const again = setLocale("en");
    await come();
    await act(() => again);
    expect(screen.getByText("Hello")).toBeVisible();
  });

  it("brings the texts of a room that is opened meanwhile", async () => {
    const { come } = await openRoom();
    const changing = setLocale("en");
    const opened = slowRoom();
    const loading = opened.load();
    await opened.come();
    await loading;
    await come();
    expect(i18n.locale).toBe("ru");
    await opened.come();
    await act(() => changing);
    expect(i18n.locale).toBe("en");
    expect(opened.catalogs.en).toHaveBeenCalledTimes(1);
  });
});
