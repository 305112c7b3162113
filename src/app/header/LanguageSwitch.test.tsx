import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { field, fill } from "#app/testing/form.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { initialLocale } from "#i18n/locale.ts";
import { loadCatalogs } from "#i18n/messages.ts";

const toEnglish = () => screen.getByRole("button", { name: "EN: In English", hidden: true });
const toRussian = () => screen.getByRole("button", { name: "RU: По-русски", hidden: true });

const denied = () => {
  throw new DOMException("The operation is insecure.", "SecurityError");
};

describe("the language switch", () => {
  it("changes every text on screen, and the document's title and language", async () => {
    const { user } = await renderApp("/sip");
    await screen.findByRole("table");
    expect(document.documentElement.lang).toBe("ru");
    await user.click(toEnglish());
    expect(await screen.findByRole("heading", { name: "SIP accounts" })).toBeVisible();
    expect(screen.getByRole("columnheader", { name: "Caller ID" })).toBeVisible();
    expect(screen.getByText("8 accounts")).toBeVisible();
    expect(document.title).toBe("SIP accounts · Pult");
    expect(document.documentElement.lang).toBe("en");
    // Names and descriptions are the office's own; everything else on the page is in English.
    for (const word of ["Статус", "Добавочный", "В сети", "Разделы", "Поиск"]) {
      expect(document.body.textContent).not.toContain(word);
    }
    await user.click(toRussian());
    expect(await screen.findByRole("heading", { name: "SIP-аккаунты" })).toBeVisible();
    expect(document.documentElement.lang).toBe("ru");
  });

  it("keeps what was typed in the search and in a form", async () => {
    const { user, address } = await renderApp("/sip/new");
    await screen.findByRole("dialog");
    await fill(user, "Имя", "Анна Белова");
    await user.click(toEnglish());
    await screen.findByRole("dialog", { name: "New SIP account" });
    expect(field("Name")).toHaveValue("Анна Белова");
    expect(address()).toBe("/sip/new");
  });

  it("is stored, but not before the user has chosen", async () => {
    const { user } = await renderApp("/sip");
    expect(localStorage).toHaveLength(0);
    await user.click(toEnglish());
    await waitFor(() => expect(initialLocale()).toBe("en"));
    await user.click(toRussian());
    await waitFor(() => expect(initialLocale()).toBe("ru"));
  });

  it("uses the language's plural forms", async () => {
    const { user } = await renderApp("/sip?caller-id=none", { accounts: 1500 });
    await screen.findByRole("button", { name: /^Все 1\s500$/ });
    await user.click(toEnglish());
    expect(await screen.findByRole("button", { name: /^All 1,500$/ })).toBeVisible();
  });

  it("keeps its language and shows why when the texts can't be loaded", async () => {
    const english = vi.fn<() => Promise<{ default: object }>>();
    english.mockRejectedValueOnce(new TypeError("Failed to fetch dynamically imported module"));
    english.mockResolvedValue({ default: {} });
    const { user } = await renderApp("/sip");
    await loadCatalogs("test", async (locale) => (locale === "en" ? english() : { default: {} }));
    await user.click(toEnglish());
    expect(await screen.findByText(/Часть страницы не загрузилась/)).toBeVisible();
    expect(screen.getByRole("heading", { name: "SIP-аккаунты" })).toBeVisible();
    expect(document.documentElement.lang).toBe("ru");
    expect(localStorage).toHaveLength(0);
    await user.click(toEnglish());
    expect(await screen.findByRole("heading", { name: "SIP accounts" })).toBeVisible();
  });

  it("works where the browser denies storage", async () => {
    vi.spyOn(Storage.prototype, "getItem").mockImplementation(denied);
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(denied);
    const { user } = await renderApp("/sip");
    expect(await screen.findByRole("table")).toBeVisible();
    await user.click(toEnglish());
    expect(await screen.findByRole("heading", { name: "SIP accounts" })).toBeVisible();
  });

  it("is labelled and marked up in the other language", async () => {
    await renderApp("/voicemail");
    expect(toEnglish()).toHaveAttribute("lang", "en");
  });
});
