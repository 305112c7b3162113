import { screen, waitFor } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { field, fill, panel } from "#app/testing/form.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, requests } from "#app/testing/sandbox.ts";

const TEXTS = {
  ru: {
    extension: "Добавочный",
    timeout: "SIP-телефон звонит, секунд",
    more: "SIP-телефон звонит, секунд: на 5 больше",
    less: "SIP-телефон звонит, секунд: на 5 меньше",
  },
  en: { extension: "Extension", timeout: "SIP phone rings, seconds", more: "", less: "" },
};

async function openForm(locale: "ru" | "en" = "ru") {
  const app = await renderApp("/sip/new", { locale });
  await screen.findByRole("dialog");
  return app;
}

async function typeAndLeave(user: UserEvent, label: string, text: string) {
  await fill(user, label, text);
  await user.tab();
}

/** The field is invalid, and its description holds the reason. */
async function expectRefused(label: string, reason: string) {
  await waitFor(() => {
    expect(field(label)).toBeInvalid();
    expect(field(label)).toHaveAccessibleDescription(expect.stringContaining(reason));
  });
}

describe("the limits", () => {
  it("do not mark fields that were tabbed past while empty, until one saves", async () => {
    const { user } = await openForm();
    expect(field("Имя")).toHaveFocus();
    await user.tab();
    await user.tab();
    expect(field("Имя")).toBeValid();
    await user.click(panel().getByRole("button", { name: "Создать аккаунт" }));
    await expectRefused("Имя", "Заполните это поле");
  });

  it("reject an extension, and say why in both languages", async () => {
    const { user } = await openForm();
    const cases = [
      ["199", "Не меньше 200", "At least 200"],
      ["100000", "Не больше 99999", "At most 99999"],
      ["20.5", "Целое число, без дробной части", "A whole number, without fractions"],
      ["", "Заполните это поле", "Fill this in"],
      ["abc", "Только цифры", "Digits only"],
    ] as const;
    for (const [typed, reason] of cases) {
      // oxlint-disable-next-line no-await-in-loop -- into one field, one after the other
      await typeAndLeave(user, TEXTS.ru.extension, typed);
      // oxlint-disable-next-line no-await-in-loop
      await expectRefused(TEXTS.ru.extension, reason);
    }
    await user.click(screen.getByRole("button", { name: "EN: In English", hidden: true }));
    await panel().findByText(TEXTS.en.extension);
    expect(field(TEXTS.en.extension)).toHaveValue("abc");
    await expectRefused(TEXTS.en.extension, "Digits only");
    for (const [typed, , reason] of cases) {
      // oxlint-disable-next-line no-await-in-loop
      await typeAndLeave(user, TEXTS.en.extension, typed);
      // oxlint-disable-next-line no-await-in-loop
      await expectRefused(TEXTS.en.extension, reason);
    }
  });

  it("accept an extension within them", async () => {
    // The smallest has no owner either.
    accountAt(0).number = 5_000;
    const { user } = await openForm();
    for (const typed of ["200", "99999", " 214 "]) {
      // oxlint-disable no-await-in-loop -- into one field, one after the other
      await typeAndLeave(user, TEXTS.ru.extension, "199");
      await expectRefused(TEXTS.ru.extension, "Не меньше 200");
      await typeAndLeave(user, TEXTS.ru.extension, typed);
      await user.click(panel().getByRole("button", { name: "Создать аккаунт" }));
      await panel().findByText("Заполните это поле");
      await waitFor(() => expect(field(TEXTS.ru.extension)).toBeValid());
      // oxlint-enable no-await-in-loop
    }
    expect(requests("PUT /sip")).toEqual([]);
  });

  it("reject a timeout", async () => {
    const { user } = await openForm();
    for (const [typed, reason] of [
      ["3", "С шагом 5: 0 или 5"],
      ["88", "С шагом 5: 85 или 90"],
      ["95", "Не больше 90"],
      ["-5", "Не меньше 0"],
      ["20,5", "Целое число, без дробной части"],
      ["", "Заполните это поле"],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- into one field, one after the other
      await typeAndLeave(user, TEXTS.ru.timeout, typed);
      // oxlint-disable-next-line no-await-in-loop
      await expectRefused(TEXTS.ru.timeout, reason);
    }
  });

  it("accept a timeout of 0, and the form explains what it means", async () => {
    const { user } = await openForm();
    await typeAndLeave(user, TEXTS.ru.timeout, "0");
    expect(await panel().findByText("0 с: не звонит")).toBeVisible();
    expect(field(TEXTS.ru.timeout)).toBeValid();
  });

  it("are all shown at once, the first invalid field gets the focus, and nothing is sent", async () => {
    const { user } = await openForm();
    await fill(user, TEXTS.ru.extension, "199");
    await fill(user, TEXTS.ru.timeout, "7");
    await fill(user, "Имя", "   ");
    await user.click(panel().getByRole("button", { name: "Создать аккаунт" }));
    expect(await panel().findByText("Не меньше 200")).toBeVisible();
    expect(panel().getByText("Заполните это поле")).toBeVisible();
    expect(panel().getByText("С шагом 5: 5 или 10")).toBeVisible();
    expect(document.activeElement).toBeInvalid();
    expect(requests("PUT /sip")).toEqual([]);
  });

  it("are shown beside the field before a mistake is made", async () => {
    await openForm();
    expect(field(TEXTS.ru.extension)).toHaveAccessibleDescription(/От 200 до 99 ?999/);
    expect(field(TEXTS.ru.timeout)).toHaveAccessibleDescription("От 0 до 90 с шагом 5");
  });
});

describe("the stepper", () => {
  it("moves in steps by its buttons and the arrow keys", async () => {
    const { user } = await openForm();
    const box = field(TEXTS.ru.timeout);
    await user.click(panel().getByRole("button", { name: TEXTS.ru.more }));
    expect(box).toHaveValue("35");
    box.focus();
    await user.keyboard("{ArrowDown}{ArrowDown}");
    expect(box).toHaveValue("25");
    expect(panel().getByRole("spinbutton", { name: TEXTS.ru.timeout })).toHaveAttribute(
      "aria-valuenow",
      "25",
    );
  });

  it("rounds a typed value to a step", async () => {
    const { user } = await openForm();
    await fill(user, TEXTS.ru.timeout, "23");
    await user.keyboard("{ArrowUp}");
    expect(field(TEXTS.ru.timeout)).toHaveValue("25");
    await fill(user, TEXTS.ru.timeout, "500");
    await user.keyboard("{ArrowDown}");
    expect(field(TEXTS.ru.timeout)).toHaveValue("90");
  });

  it("stops at both ends", async () => {
    const { user } = await openForm();
    await fill(user, TEXTS.ru.timeout, "90");
    expect(panel().getByRole("button", { name: TEXTS.ru.more })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
    await user.keyboard("{ArrowUp}");
    expect(field(TEXTS.ru.timeout)).toHaveValue("90");
    await fill(user, TEXTS.ru.timeout, "0");
    expect(panel().getByRole("button", { name: TEXTS.ru.less })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
    await user.keyboard("{ArrowDown}");
    expect(field(TEXTS.ru.timeout)).toHaveValue("0");
  });
});
