import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { field, fill, panel } from "#app/testing/form.ts";
import { failLaterPages } from "#app/testing/pages.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, openOffice, requests } from "#app/testing/sandbox.ts";

const CREATE = "PUT /sip";
const submit = () => panel().getByRole("button", { name: /Создать аккаунт/ });

async function openForm() {
  const app = await renderApp("/sip/new");
  await screen.findByRole("dialog", { name: "Новый SIP-аккаунт" });
  return app;
}

it("a taken extension is rejected before sending, with its owner and a free one", async () => {
  const { user } = await openForm();
  await fill(user, "Имя", "Анна Белова");
  const taken = accountAt(1);
  await fill(user, "Добавочный", String(taken.number));
  expect(await panel().findByText(`Он у аккаунта «${taken.name}».`)).toBeVisible();
  expect(panel().getByRole("link", { name: /^Открыть/ })).toHaveAttribute(
    "href",
    `/sip/${taken.id}`,
  );
  await user.click(submit());
  const reason = "Этот добавочный занят: выберите другой";
  expect(await panel().findByText(reason)).toBeVisible();
  expect(field("Добавочный")).toHaveAccessibleDescription(expect.stringContaining(reason));
  expect(field("Добавочный")).toHaveFocus();
  expect(panel().queryByRole("alert")).toBeNull();
  expect(requests(CREATE)).toEqual([]);
  await user.click(panel().getByRole("button", { name: /^Взять свободный/ }));
  expect(field("Добавочный")).toHaveFocus();
  await waitFor(() => expect(field("Добавочный")).toBeValid());
  await user.click(submit());
  await waitFor(() => expect(requests(CREATE)).toHaveLength(1));
});

it("an extension taken according to an incomplete list is left to the provider", async () => {
  openOffice({ accounts: 130 });
  failLaterPages();
  const { user } = await openForm();
  await fill(user, "Имя", "Анна Белова");
  await fill(user, "Добавочный", String(accountAt(1).number));
  expect(await panel().findByText(`Он у аккаунта «${accountAt(1).name}».`)).toBeVisible();
  await user.click(submit());
  expect(await panel().findByText("Уже занято: выберите другое значение")).toBeVisible();
  expect(requests(CREATE)).toHaveLength(1);
});
