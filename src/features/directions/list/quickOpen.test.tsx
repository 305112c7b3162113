import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { closed } from "#app/testing/form.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { fault, office, requests } from "#app/testing/sandbox.ts";
import {
  bodies,
  DELETE,
  findTable,
  GET,
  goOffline,
  keepOnly,
  PUT,
  findRow,
} from "../testing/directions.ts";

let everything: ReturnType<typeof office>["directions"];

beforeEach(() => {
  everything = office().directions;
  keepOnly(7, 43, 374, 358);
});

describe("one click", () => {
  it("opens a country, a second one undoes it; each is sent once", async () => {
    const { user } = await renderApp("/directions?q=Австрия");
    await findTable();
    await user.dblClick(screen.getByRole("button", { name: "Открыть: Австрия, +43" }));
    expect(await screen.findByText("Открыто: Австрия.")).toBeVisible();
    expect(bodies(PUT)).toEqual([{ direction_ids: [3] }]);
    await waitFor(() => expect(findRow("Австрия").getByText("Открыто")).toBeVisible());
    await user.click(screen.getByRole("button", { name: "Вернуть" }));
    expect(await screen.findByText("Возвращено, как было.")).toBeVisible();
    expect(bodies(DELETE)).toEqual([{ codes: ["43"] }]);
    expect(findRow("Австрия").getByText("Закрыто")).toBeVisible();
  });

  it("of a double click does not go on to close what it opened", async () => {
    const { user, address } = await renderApp("/directions?q=Австрия");
    await findTable();
    await user.click(screen.getByRole("button", { name: /^Открыть: Австрия/ }));
    const close = await screen.findByRole("button", { name: /^Закрыть: Австрия/ });
    fireEvent.click(close, { detail: 2 });
    expect(address()).toMatch(/^\/directions\?/);
    expect(requests(PUT)).toHaveLength(1);
  });

  it("that is cancelled in the review leaves no change in the draft", async () => {
    const { user } = await renderApp("/directions?q=Армения");
    await findTable();
    await user.click(screen.getByRole("button", { name: /^Закрыть: Армения/ }));
    const review = within(await screen.findByRole("dialog"));
    await user.click(review.getByRole("button", { name: "Отмена" }));
    await closed();
    expect(screen.getByRole("button", { name: /^Закрыть: Армения/ })).toBeVisible();
    expect(screen.queryByText(/закроется/i)).toBeNull();
  });

  it("without a network fails at once, and sends nothing", async () => {
    const { user } = await renderApp("/directions?q=Австрия");
    await findTable();
    goOffline();
    await user.click(screen.getByRole("button", { name: /^Открыть: Австрия/ }));
    const text = /^Не открыто: Австрия. Не удалось прочитать, что открыто: Нет связи/;
    expect(await screen.findByText(text)).toBeVisible();
    expect(requests(PUT)).toEqual([]);
  });

  it("does not claim to have opened what a colleague opened: Undo would close it", async () => {
    const { user } = await renderApp("/directions?q=Австрия");
    await findTable();
    office().openDirections.add("3");
    await user.click(screen.getByRole("button", { name: /^Открыть: Австрия/ }));
    expect(await screen.findByText("Уже открыто: Австрия.")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Вернуть" })).toBeNull();
    expect(requests(PUT)).toEqual([]);
  });

  it("names what opens by the same code, after reading which of it is open", async () => {
    const { user } = await renderApp("/directions?q=Финляндия");
    await findTable();
    await user.click(screen.getByRole("button", { name: /^Открыть: Финляндия/ }));
    expect(
      await screen.findByText("Открыто: Финляндия. Тем же кодом: Аландские острова."),
    ).toBeVisible();
    expect(requests(GET).length).toBeGreaterThanOrEqual(2);
  });

  it.each([
    [{ fault: "status:500:no-access" }, /^Не открыто: Австрия. Провайдер отказал в доступе/],
    [{ fault: "status:422" }, /^Не открыто: Австрия. Провайдер этого не принял/],
    [{ fault: "drop", after: true }, /^Открыто: Австрия\.$/],
  ])("with %j shows the state of the provider's list", async (what, text) => {
    const { user } = await renderApp("/directions?q=Австрия");
    await findTable();
    fault({ operation: PUT, ...what });
    await user.click(screen.getByRole("button", { name: /^Открыть: Австрия/ }));
    expect(await screen.findByText(text)).toBeVisible();
    expect(requests(PUT)).toHaveLength(1);
  });

  it("does not open what is risky, or shares its code with a risky country: that requires the review", async () => {
    office().directions = everything;
    keepOnly(1);
    const { user, address } = await renderApp("/directions?q=Канада");
    await findTable();
    await user.click(screen.getByRole("button", { name: /^Открыть с проверкой: Канада/ }));
    await waitFor(() => expect(address()).toMatch(/^\/directions\/review\?/));
    expect(await screen.findByRole("dialog", { name: "Проверка изменений" })).toBeVisible();
    expect(requests(PUT)).toEqual([]);
  });
});
