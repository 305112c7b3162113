import { act, screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, it } from "vitest";
import { closed, panel } from "#app/testing/form.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { fault, office, requests, server } from "#app/testing/sandbox.ts";
import {
  bodies,
  DELETE,
  findTable,
  GET,
  goOffline,
  findCountryId,
  keepOnly,
  PUT,
  getCheckbox,
} from "../testing/directions.ts";

beforeEach(() => keepOnly(7, 374, 43, 358, 53, 252));

/** Ticks countries in the list and goes to the review. */
async function review(...names: string[]) {
  const app = await renderApp("/directions?by=zone");
  await findTable();
  for (const name of names) await app.user.click(getCheckbox(name));
  await app.user.click(screen.getByRole("link", { name: "Проверить" }));
  await screen.findByRole("dialog", { name: "Проверка изменений" });
  return app;
}

const listed = (title: string | RegExp) =>
  within(panel().getByRole("list", { name: title }))
    .getAllByRole("listitem")
    .map((item) => item.querySelector("span")?.textContent);
const tick = () => panel().getByRole("checkbox");
const press = (name: string | RegExp) => panel().getByRole("button", { name });

describe("the review", () => {
  it("names all that opens and closes, also along, sends it as documented, and undoes it", async () => {
    const { user, address } = await review("Казахстан", "Австрия", "Финляндия");
    expect(listed("Закроется 1 страна")).toEqual(["Казахстан"]);
    expect(listed("Тем же кодом закроется ещё 1 страна")).toEqual(["Россия"]);
    expect(listed("Откроются 2 страны")).toEqual(["Австрия", "Финляндия"]);
    expect(listed("Тем же кодом откроется ещё 1 страна")).toEqual(["Аландские острова"]);
    await user.dblClick(press("Открыть 3, закрыть 2"));
    expect(await screen.findByText("Открыты 3 страны. Закрыты 2 страны.")).toBeVisible();
    await waitFor(() => expect(address()).toBe("/directions?by=zone"));
    expect(bodies(DELETE)).toEqual([{ codes: ["7"] }]);
    expect(bodies(PUT)).toEqual([
      { direction_ids: [findCountryId("Австрия"), findCountryId("Финляндия")] },
    ]);
    expect(screen.queryByRole("link", { name: "Проверить" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Вернуть" }));
    // Of +7 only Russia may have been open before: the text makes no claim.
    await screen.findByText(
      "Снова открыто: Казахстан и Россия. Снова закрыто: Австрия, Финляндия и Аландские острова.",
    );
    expect(bodies(DELETE).at(-1)).toEqual({ codes: ["43", "358"] });
    expect(office().openDirections).toContain(String(findCountryId("Россия")));
  });

  it("undone in part shows which step was undone", async () => {
    const { user } = await review("Армения", "Австрия");
    await user.click(press("Открыть 1, закрыть 1"));
    await screen.findByText("Открыта 1 страна. Закрыта 1 страна.");
    fault({ operation: PUT, fault: "status:500:no-access" });
    await user.click(await screen.findByRole("button", { name: "Вернуть" }));
    expect(
      await screen.findByText(/^Возвращено наполовину. Снова закрыто: Австрия; открыть закрытое/),
    ).toBeVisible();
  });

  it("requires a tick for what is risky, and a new one when that changes", async () => {
    const { user } = await review("Куба", "Австрия", "Сомали");
    expect(press("Открыть: 3")).toBeDisabled();
    expect(panel().getByText("Подтвердите рискованные направления.")).toBeVisible();
    await user.click(tick());
    expect(press("Открыть: 3")).toBeEnabled();
    await user.click(press("Убрать из изменений: Сомали"));
    expect(tick()).not.toBeChecked();
    expect(tick()).toHaveAccessibleName("Открыть рискованные: Куба");
    await user.click(press("Убрать из изменений: Куба"));
    expect(press("Открыть: 1")).toBeEnabled();
    await user.click(press("Убрать из изменений: Австрия"));
    expect(panel().getByText("Изменений нет")).toBeVisible();
  });

  it("does not apply a code staged both ways until it is resolved", async () => {
    const { user } = await review("Казахстан", "Россия", "Австрия");
    expect(panel().getByText(/выбрали открыть: Россия; закрыть: Казахстан/)).toBeVisible();
    expect(press("Открыть: 1")).toBeDisabled();
    await user.click(press("Закрыть все: +7"));
    expect(listed("Закроются 2 страны")).toEqual(["Казахстан", "Россия"]);
    await user.click(press("Открыть 1, закрыть 2"));
    await screen.findByText("Открыта 1 страна. Закрыты 2 страны.");
    expect(bodies(DELETE)).toEqual([{ codes: ["7"] }]);
  });

  it("opened by its address explains what it shows", async () => {
    const { user, address } = await renderApp("/directions/review?q=7");
    expect(await screen.findByText("Изменений нет")).toBeVisible();
    await user.click(press("К списку"));
    await waitFor(() => expect(address()).toBe("/directions?q=7"));
  });
});

describe("a step that fails", () => {
  it.each([
    [
      { operation: PUT, fault: "status:422", message: "Direction is blocked" },
      "«Direction is blocked»",
    ],
    [{ operation: PUT, fault: "drop" }, "Нет связи с сервером"],
  ])(
    "that is the second (%j) shows which step was done, and the rest can be retried",
    async (what, text) => {
      const { user } = await review("Армения", "Австрия");
      fault(what);
      await user.click(press("Открыть 1, закрыть 1"));
      const alert = await panel().findByRole("alert");
      expect(alert).toHaveTextContent("Открыть не удалось.");
      expect(alert).toHaveTextContent(text);
      expect(alert).toHaveTextContent("То, что нужно было закрыть, закрыто.");
      expect(alert).toHaveTextContent("Список прочитан заново: из этого не выполнено ничего.");
      fault();
      await user.click(press("Открыть: 1"));
      expect(await screen.findByText("Открыта 1 страна.")).toBeVisible();
      expect(requests(DELETE)).toHaveLength(1);
      expect(requests(PUT)).toHaveLength(2);
      // What was closed is no longer staged: opened again, it stays open.
      await user.click(await screen.findByRole("button", { name: /^Открыть: Армения/ }));
      expect(await screen.findByText("Открыто: Армения.")).toBeVisible();
      expect(getCheckbox("Армения")).toBeChecked();
      expect(screen.queryByRole("link", { name: "Проверить" })).toBeNull();
    },
  );

  it("can't be missed: the review stays open while it applies, and shows why", async () => {
    const { user } = await review("Австрия");
    const answer = holdAnswer();
    fault({ operation: PUT, fault: "status:422" });
    await user.click(press("Открыть: 1"));
    const cancel = press("К списку");
    expect(cancel).toBeDisabled();
    expect(cancel).toHaveAccessibleDescription("Применяем: дождитесь ответа провайдера.");
    expect(panel().queryByRole("button", { name: /^Убрать из изменений/ })).toBeNull();
    await user.keyboard("{Escape}");
    await user.click(press("Закрыть"));
    answer();
    expect(await panel().findByRole("alert")).toHaveTextContent("Открыть не удалось.");
    await user.click(press("К списку"));
    await closed();
  });

  it("is shown as a toast after Back, and changes staged since then stay", async () => {
    const { user, router } = await review("Австрия");
    const leave = async () => {
      await act(() => router.navigate(-1));
      await user.click(await screen.findByRole("button", { name: "Уйти" }));
    };
    const answer = holdAnswer();
    fault({ operation: PUT, fault: "status:422" });
    await user.click(press("Открыть: 1"));
    await leave();
    await user.click(getCheckbox("Армения"));
    answer();
    const text = /^Открыть не удалось. Провайдер этого не принял. Список прочитан заново/;
    expect(await screen.findByText(text)).toBeVisible();
    expect(screen.getByText("Откроется 1 страна · Закроется 1 страна")).toBeVisible();
    await user.click(screen.getByRole("link", { name: "Проверить" }));
    await screen.findByRole("dialog", { name: "Проверка изменений" });
    const second = holdAnswer();
    fault();
    await user.click(press("Открыть 1, закрыть 1"));
    await leave();
    await user.click(getCheckbox("Финляндия"));
    second();
    expect(await screen.findByText("Открыта 1 страна. Закрыта 1 страна.")).toBeVisible();
    expect(screen.getByText("Откроются 2 страны")).toBeVisible();
  });

  it("that is the first: no opening is sent, both steps stay in the draft", async () => {
    const { user } = await review("Армения", "Австрия");
    fault({ operation: DELETE, fault: "status:500" });
    await user.click(press("Открыть 1, закрыть 1"));
    const alert = await panel().findByRole("alert");
    expect(alert).toHaveTextContent("Закрыть не удалось.");
    expect(alert).toHaveTextContent("Открытие не отправлялось.");
    expect(press("Открыть 1, закрыть 1")).toBeEnabled();
    expect(requests(PUT)).toEqual([]);
  });

  it("is not sent while what is open can't be read", async () => {
    const { user } = await review("Армения");
    fault({ operation: GET, fault: "status:401" });
    await user.click(press("Закрыть: 1"));
    expect(await panel().findByRole("alert")).toHaveTextContent("Ничего не отправлено");
    expect(requests(DELETE)).toEqual([]);
  });

  it("fails at once without a network", async () => {
    const { user } = await review("Армения");
    goOffline();
    await user.click(press("Закрыть: 1"));
    const alert = await panel().findByRole("alert");
    expect(alert).toHaveTextContent("Ничего не отправлено");
    expect(alert).toHaveTextContent("Нет связи с сервером");
    expect(press("Закрыть: 1")).toBeEnabled();
  });

  it("whose list can't be read afterwards makes no claim", async () => {
    const { user } = await review("Армения");
    fault({ operation: DELETE, fault: "drop", after: true });
    loseListAfter(DELETE);
    await user.click(press("Закрыть: 1"));
    expect(await panel().findByRole("alert")).toHaveTextContent("выполнено ли это, неизвестно");
    expect(requests(DELETE)).toHaveLength(1);
  });
});

/** Holds the opening until the function that is returned is called. */
function holdAnswer(): () => void {
  let release: (() => void) | undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  server.use(
    http.put("*/api/v1/direction", async () => {
      await held;
    }),
  );
  return () => release?.();
}

/** From the first such request on, what is open can't be read. */
function loseListAfter(operation: string) {
  server.use(
    http.get("*/api/v1/direction", () =>
      requests(operation).length > 0
        ? HttpResponse.json({ message: "Unauthenticated." }, { status: 401 })
        : undefined,
    ),
  );
}

describe("a colleague's change meanwhile", () => {
  it("that changes the plan is shown before anything is sent", async () => {
    const { user } = await review("Армения", "Австрия");
    office().openDirections.add("3");
    await user.click(press("Открыть 1, закрыть 1"));
    expect(await panel().findByText(/список у провайдера изменился/)).toBeVisible();
    expect(requests(DELETE)).toEqual([]);
    await user.click(press("Закрыть: 1"));
    expect(await screen.findByText("Закрыта 1 страна.")).toBeVisible();
    expect(requests(PUT)).toEqual([]);
  });

  it("can leave nothing to do", async () => {
    const { user } = await review("Австрия");
    office().openDirections.add("3");
    await user.click(press("Открыть: 1"));
    expect(await panel().findByText(/Уже сделано кем-то другим/)).toBeVisible();
    expect(requests(PUT)).toEqual([]);
    await user.click(press("К списку"));
    await closed();
  });
});
