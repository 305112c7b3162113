import "fake-indexeddb/auto";
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { openDB } from "idb";
import { afterEach, expect, it, vi } from "vitest";
import { renderApp } from "#app/testing/renderApp.tsx";
import { reloadWhenDataCleared } from "#common/dataCleared.ts";

const reload = vi.fn<() => void>();

afterEach(() => {
  vi.unstubAllGlobals();
  reload.mockReset();
});

function stubReload() {
  const { href, origin, pathname } = location;
  vi.stubGlobal("location", { href, origin, pathname, reload });
}

it("clears this browser's data after a confirmation, and reloads the page", async () => {
  const { user } = await renderApp("/");
  sessionStorage.setItem("pult.draft /sip/25/edit", "{}");
  localStorage.setItem("pult.smartUsers", "[[12,3]]");
  localStorage.setItem("another.app", "stays");
  (await openDB("pult-watch-provider", 1)).close();
  stubReload();
  await user.click(screen.getByRole("button", { name: "Забыть всё на этом устройстве" }));
  const names = ["незаконченные формы", "история статусов", "имена и добавочные", "выбор: язык"];
  for (const name of names) expect(await screen.findByText(new RegExp(name))).toBeVisible();
  expect(screen.getByRole("button", { name: "Отмена" })).toHaveFocus();
  expect(sessionStorage.getItem("pult.draft /sip/25/edit")).not.toBeNull();
  await user.click(screen.getByRole("button", { name: "Забыть всё" }));
  await waitFor(() => expect(reload).toHaveBeenCalledOnce());
  const left = [...Object.keys(sessionStorage), ...Object.keys(localStorage)];
  expect(left.filter((key) => key.startsWith("pult"))).toEqual([]);
  expect(localStorage.getItem("another.app")).toBe("stays");
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual([]);
});

it("another tab discards its drafts and reloads", () => {
  sessionStorage.setItem("pult.draft /sip/25/edit", "{}");
  stubReload();
  reloadWhenDataCleared();
  fireEvent(window, new StorageEvent("storage", { key: "pult.forgotten", newValue: "1" }));
  expect(sessionStorage.getItem("pult.draft /sip/25/edit")).toBeNull();
  expect(reload).toHaveBeenCalledOnce();
});
