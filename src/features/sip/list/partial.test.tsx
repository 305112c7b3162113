import { act, screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, it } from "vitest";
import { field } from "#app/testing/form.ts";
import { holdLaterPages } from "#app/testing/pages.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, fault, openOffice, requests, server } from "#app/testing/sandbox.ts";

const GET = "GET /sip";

describe("a list that was left while loading", () => {
  it("is refetched on return and becomes complete", async () => {
    openOffice({ accounts: 250 });
    const { release } = holdLaterPages();
    const { router } = await renderApp("/sip");
    await screen.findByText("Загружено 100 из 250…");
    await act(() => router.navigate("/voicemail"));
    await screen.findByRole("switch");
    expect(screen.queryByText(/Загружено/)).toBeNull();
    const before = requests(GET).length;
    release();
    await act(() => router.navigate("/sip"));
    expect(await screen.findByText("250 аккаунтов")).toBeVisible();
    expect(requests(GET).length).toBeGreaterThan(before);
  });

  it("is not refetched on return when it is complete", async () => {
    const { router } = await renderApp("/sip");
    await screen.findByText("8 аккаунтов");
    await act(() => router.navigate("/voicemail"));
    await act(() => router.navigate("/sip"));
    await screen.findByText("8 аккаунтов");
    expect(requests(GET)).toHaveLength(1);
  });
});

describe("a list that failed to load", () => {
  it("shows its first page before the rest after Retry", async () => {
    openOffice({ accounts: 250 });
    fault({ operation: GET, fault: "status:401" });
    const { user } = await renderApp("/sip");
    const retry = await screen.findByRole("button", { name: "Повторить" });
    fault();
    const { release } = holdLaterPages();
    await user.click(retry);
    expect(await screen.findByText("Загружено 100 из 250…")).toBeVisible();
    expect(screen.getByRole("table")).toBeVisible();
    release();
    expect(await screen.findByText("250 аккаунтов")).toBeVisible();
  });

  it("shows that it is being retried", async () => {
    openOffice({ accounts: 250 });
    fault({ operation: GET, fault: "status:500", times: 1 }, { operation: GET, fault: "hang" });
    await renderApp("/sip");
    expect(await screen.findByText(/Сбой на стороне провайдера. Пробуем ещё раз/)).toBeVisible();
  });
});

/** Returns the same first 15 of 300 accounts, whatever page and limit is requested. */
function ignorePaging() {
  openOffice({ accounts: 15 });
  const data = Array.from({ length: 15 }, (_, index) => accountAt(index)).map(
    ({ id, name, number }) => ({ id, name, number }),
  );
  const answer = { data, current_page: 1, last_page: 20, per_page: 15, total: 300 };
  server.use(http.get("*/api/v1/sip", () => HttpResponse.json(answer)));
}

describe("a server that returns only the first page", () => {
  it("leaves a list that shows how many of how many have arrived", async () => {
    ignorePaging();
    await renderApp("/sip");
    const notice = await screen.findByText(/Пришло только 15 из 300/);
    expect(notice).toBeVisible();
    expect(screen.getByRole("table")).toHaveAttribute("aria-rowcount", "16");
  });

  it("suggests no free extension", async () => {
    ignorePaging();
    await renderApp("/sip/new");
    await screen.findByText(/Пришло только 15 из 300/);
    await screen.findByRole("dialog");
    await waitFor(() => expect(requests("GET /number").at(-1)?.status).toBe(200));
    expect(field("Добавочный")).toHaveValue("");
    expect(field("Добавочный")).not.toHaveAccessibleDescription(/свободный/);
  });
});
