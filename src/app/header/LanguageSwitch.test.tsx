import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { field, fill } from "#app/testing/form.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { initialLocale } from "#i18n/locale.ts";

const toEnglish = () => screen.getByRole("button", { name: "In English", hidden: true });
const toRussian = () => screen.getByRole("button", { name: "По-русски", hidden: true });

describe("the language switch", () => {
  it("changes every text on screen, the page's title and its language", async () => {
    const { user } = await renderApp("/sip");
    await screen.findByRole("table");
    expect(document.documentElement.lang).toBe("ru");
    await user.click(toEnglish());
    expect(await screen.findByRole("heading", { name: "SIP accounts" })).toBeVisible();
    expect(screen.getByRole("columnheader", { name: "Caller ID" })).toBeVisible();
    expect(screen.getByText("24 accounts")).toBeVisible();
    expect(document.title).toBe("SIP accounts · Pult");
    expect(document.documentElement.lang).toBe("en");
    // Names and descriptions are the office's own; all else on the page speaks English.
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

  it("is remembered, but not before a person has chosen", async () => {
    const { user } = await renderApp("/sip");
    expect(localStorage).toHaveLength(0);
    await user.click(toEnglish());
    await waitFor(() => expect(initialLocale()).toBe("en"));
    await user.click(toRussian());
    await waitFor(() => expect(initialLocale()).toBe("ru"));
  });

  it("speaks of numbers as the language does", async () => {
    const { user } = await renderApp("/sip?q=2000", { accounts: 1500 });
    await screen.findByRole("button", { name: /^Все 1\s500$/ });
    await user.click(toEnglish());
    expect(await screen.findByRole("button", { name: /^All 1,500$/ })).toBeVisible();
  });

  it("offers itself in the other language, marked as such", async () => {
    await renderApp("/status");
    expect(toEnglish()).toHaveAttribute("lang", "en");
  });
});
