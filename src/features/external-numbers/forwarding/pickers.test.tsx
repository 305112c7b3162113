import { screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, it } from "vitest";
import { failLaterPages } from "#app/testing/pages.ts";
import { accountAt, fault, server } from "#app/testing/sandbox.ts";
import {
  choose,
  expectSummary,
  field,
  fill,
  openForm,
  pick,
  save,
  sent,
} from "./testing/forward.ts";

it("pickers take an id by hand where a list can't be read, and the list once it can", async () => {
  fault(
    { operation: "GET /sip", fault: "status:403" },
    { operation: "GET /groups", fault: "status:500:no-access" },
    { operation: "GET /scenario", fault: "html" },
  );
  const { user } = await openForm();
  const types = [
    [/^SIP-аккаунт/, "ИД SIP-аккаунта", /Список недоступен \(Провайдер отказал в доступе\)/],
    [/^Группа/, "ИД группы", /Список недоступен \(Провайдер отказал в доступе\)/],
    [/^Сценарий/, "ИД сценария", /Список недоступен \(Ответ провайдера не удалось понять\)/],
  ] as const;
  for (const [type, label, reason] of types) {
    await choose(user, type);
    expect(await screen.findByText(reason)).toBeVisible();
    await fill(user, label, "77");
  }
  await choose(user, /номер звонящего/);
  await expectSummary("в сценарий с ИД 77");

  await choose(user, /^Группа/);
  const retry = await screen.findByText("Загрузить список ещё раз");
  fault();
  await user.click(retry);
  await waitFor(() => expect(field("Группа")).toHaveFocus());
  // The typed id is kept, although the list does not contain it.
  expect(field("Группа")).toHaveValue("ИД 77: в списке не найден");
  await pick(user, "Группа", "602", /Поддержка/);
  await save(user);
  await waitFor(() => expect(sent()).toHaveLength(1));
  expect(sent()[0]).toMatchObject({ type: "group", group_id: 10, cli_type: "Y" });
});

it("pickers need not have loaded before one types an id", async () => {
  fault({ operation: "GET /call-queues", fault: "hang" });
  const { user } = await openForm();
  await choose(user, /^Очередь звонков/);
  await user.click(await screen.findByText("Ввести ИД"));
  await waitFor(() => expect(field("ИД очереди звонков")).toHaveFocus());
  await user.paste("5,5");
  await save(user);
  expect(await screen.findByText("Целое число, без дробной части")).toBeVisible();
  await fill(user, "ИД очереди звонков", "14");
  await choose(user, /номер звонящего/);
  await save(user);
  await waitFor(() => expect(sent()).toHaveLength(1));
  expect(sent()[0]).toMatchObject({ type: "call_queue", call_queue_id: 14 });
});

it("pickers find one of many accounts on a later page, and render only a readable number", async () => {
  const { user } = await openForm({ accounts: 230 });
  await choose(user, /^SIP-аккаунт/);
  await user.click(field("SIP-аккаунт"));
  expect(await screen.findByText("Показаны первые 100 из 230. Уточните поиск.")).toBeVisible();
  expect(screen.getAllByRole("option")).toHaveLength(100);
  const { id, number } = accountAt(220);
  await fill(user, "SIP-аккаунт", "Никто");
  await user.tab();
  expect(await screen.findByText(/В списке такого нет/)).toBeVisible();
  // Typed in full, and not picked.
  await fill(user, "SIP-аккаунт", String(number));
  await choose(user, /номер звонящего/);
  await save(user);
  await waitFor(() => expect(sent()).toHaveLength(1));
  expect(sent()[0]).toMatchObject({ sip_id: id });
});

it("pickers show when a list is incomplete, and when it is empty", async () => {
  const { user } = await openForm({ accounts: 130 });
  failLaterPages();
  server.use(
    http.get("*/api/v1/groups", () =>
      HttpResponse.json({ data: [], current_page: 1, last_page: 1 }),
    ),
    http.get("*/api/v1/call-queues", () =>
      HttpResponse.json({
        data: [
          { id: 5, name: null },
          { id: 6, name: "<b>Ночная</b> 🌙" },
        ],
      }),
    ),
  );
  await choose(user, /^SIP-аккаунт/);
  expect(await screen.findByText(/Список загружен не весь \(Сбой на стороне/)).toBeVisible();
  await user.click(screen.getByText("Ввести ИД"));
  await waitFor(() => expect(field("ИД SIP-аккаунта")).toHaveFocus());
  await choose(user, /^Группа/);
  expect(await screen.findByText(/Групп пока нет/)).toBeVisible();
  await choose(user, /^Очередь звонков/);
  await pick(user, "Очередь звонков", "", /Без названия, ИД 5/);
  await pick(user, "Очередь звонков", "ночная", /<b>Ночная<\/b> 🌙/);
  await choose(user, /номер звонящего/);
  await expectSummary("в очередь «<b>Ночная</b> 🌙»");
});
