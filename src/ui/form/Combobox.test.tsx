import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { beforeEach, describe, expect, it } from "vitest";
import { setLocale } from "#i18n/messages.ts";
import { loadTexts } from "#i18n/texts.ts";
import { Combobox } from "./Combobox.tsx";

const nothing = () => undefined;

/** As in a form: the choices are created on every render, and the form holds the value. */
function Box({ value, free }: { value: string; free: boolean }) {
  const [now, setNow] = useState(value);
  return (
    <Combobox
      id="box"
      inputRef={nothing}
      choices={["12", "15"].map((one) => ({ value: one, label: one }))}
      value={free ? value : now}
      onChange={setNow}
      onBlur={nothing}
      error={undefined}
      placeholder=""
      emptyText=""
      clearable={false}
      matches={() => true}
      free={free}
    />
  );
}
const box = (value: string, free: boolean) => <Box value={value} free={free} />;

beforeEach(async () => {
  await setLocale("ru");
  await loadTexts("ui");
});

describe("a combobox", () => {
  it.each([
    ["of a choice", "12", false],
    ["of a choice where any text may stand", "12", true],
    ["of what is no choice", "99", true],
  ])("%s keeps what is being typed when it renders again", async (_, value, free) => {
    const user = userEvent.setup();
    const { rerender } = render(box(value, free));
    const input = screen.getByRole("combobox");
    expect(input).toHaveValue(value);
    await user.clear(input);
    await user.type(input, "1");
    rerender(box(value, free));
    await user.type(input, "5");
    expect(input).toHaveValue("15");
    rerender(box("15", free));
    expect(input).toHaveValue("15");
  });
});
