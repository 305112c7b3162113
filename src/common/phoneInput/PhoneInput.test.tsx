import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { field, fill, panel } from "#app/testing/form.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { requests } from "#app/testing/sandbox.ts";

const PHONE = "Номер назначения";
const submit = () => panel().getByRole("button", { name: "Добавить номер" });

async function openForm() {
  const app = await renderApp("/smart-numbers/new?user=12");
  await screen.findByRole("dialog", { name: "Новый умный номер" });
  return app;
}

async function sentPhone(): Promise<unknown> {
  await waitFor(() => expect(requests("POST /smart-numbers")).toHaveLength(1));
  return requests("POST /smart-numbers")[0]?.body;
}

describe("a field for a phone number", () => {
  it("suggests the number without its extension and uses it only on a click", async () => {
    const { user } = await openForm();
    await fill(user, PHONE, "8 (495) 123-45-67 доб. 1");
    await user.click(submit());
    expect(await panel().findByText(/Добавочный здесь набрать нельзя \(доб\. 1\)/)).toBeVisible();
    expect(field(PHONE)).toBeInvalid();
    expect(requests("POST /smart-numbers")).toEqual([]);
    await user.click(panel().getByRole("button", { name: /Подставить \+7.495.123-45-67/ }));
    expect(field(PHONE)).toHaveValue("+7\u00a0495\u00a0123-45-67");
    expect(field(PHONE)).toHaveFocus();
    await waitFor(() => expect(field(PHONE)).toBeValid());
    await user.click(submit());
    expect(await sentPhone()).toMatchObject({ phone_b: "74951234567" });
  });

  it("names a foreign country while it is typed, with its risk", async () => {
    const { user } = await openForm();
    await fill(user, PHONE, "+1 876 555");
    expect(await panel().findByText("Ямайка, +1")).toBeVisible();
    expect(panel().getByText("Ловушка одного гудка")).toBeVisible();
    await fill(user, PHONE, "+7 940 123");
    expect(await panel().findByText("Абхазия, +7")).toBeVisible();
    await fill(user, PHONE, "8 727 300");
    expect(await panel().findByText("Казахстан, +7")).toBeVisible();
    await fill(user, PHONE, "8 999 333-22-10");
    await waitFor(() => expect(panel().queryByText(/Ямайка/)).toBeNull());
    expect(panel().queryByText(/Россия|Казахстан|Абхазия/)).toBeNull();
  });
});
