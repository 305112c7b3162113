import { act, render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { i18n, loadCatalogs, setLocale, startLocale, useLocale } from "./messages.ts";

function Hello() {
  useLocale();
  return <p>{i18n._("hello")}</p>;
}

let count = 0;

/** A namespace whose files load when the test says so. */
function slowNamespace() {
  const coming: (() => void)[] = [];
  const file = (hello: string) =>
    vi.fn<() => Promise<{ default: object }>>(
      () =>
        new Promise((resolve) => {
          coming.push(() => resolve({ default: { hello } }));
        }),
    );
  const catalogs = { en: file("Hello"), ru: file("Привет") };
  const name = `test ${++count}`;
  const load = () => loadCatalogs(name, (locale) => catalogs[locale]());
  return { load, catalogs, come: () => act(async () => coming.shift()?.()) };
}

async function openNamespace() {
  const namespace = slowNamespace();
  const loading = namespace.load();
  await namespace.come();
  await loading;
  return namespace;
}

beforeEach(() => startLocale("ru"));

describe("a change of language", () => {
  it("waits for all texts, then shows at once", async () => {
    const { come } = await openNamespace();
    render(<Hello />);
    const changing = setLocale("en");
    expect(screen.getByText("Привет")).toBeVisible();
    await come();
    await act(() => changing);
    expect(screen.getByText("Hello")).toBeVisible();
  });

  it("is overruled by a later one, whichever loads first", async () => {
    const { come } = await openNamespace();
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

  it("that fails keeps the language, stores nothing and can be retried", async () => {
    const { catalogs, come } = await openNamespace();
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

  it("loads the texts of a namespace that is registered meanwhile", async () => {
    const { come } = await openNamespace();
    const changing = setLocale("en");
    const opened = slowNamespace();
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
