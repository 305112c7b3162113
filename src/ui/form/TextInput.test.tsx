import { act, fireEvent, render, screen } from "@testing-library/react";
import { useForm } from "react-hook-form";
import { describe, expect, it } from "vitest";
import { TextInput } from "./TextInput.tsx";

/** A field whose `tidy` gives its answer when the test says so. */
function openField() {
  const waiting: ((tidied: string) => void)[] = [];
  const tidy = () =>
    new Promise<string>((resolve) => {
      waiting.push(resolve);
    });
  function Form() {
    const { control } = useForm({ defaultValues: { phone: "" } });
    return <TextInput control={control} name="phone" label="Phone" tidy={tidy} />;
  }
  render(<Form />);
  const input = screen.getByLabelText("Phone");
  return {
    input,
    type: (value: string) => fireEvent.change(input, { target: { value } }),
    leave: () => fireEvent.blur(input),
    answer: (tidied: string) => act(async () => waiting.shift()?.(tidied)),
  };
}

describe("a text that is tidied on leaving", () => {
  it("is rewritten", async () => {
    const { input, type, leave, answer } = openField();
    type("89000000023");
    leave();
    expect(input).toHaveValue("89000000023");
    await answer("+7 900 000-00-23");
    expect(input).toHaveValue("+7 900 000-00-23");
  });

  it("is not overwritten when one has typed on meanwhile", async () => {
    const { input, type, leave, answer } = openField();
    type("8900000002");
    leave();
    type("89000000023");
    await answer("+7 900 000-00-2");
    expect(input).toHaveValue("89000000023");
  });

  it("stays empty when it was emptied meanwhile", async () => {
    const { input, type, leave, answer } = openField();
    type("89000000023");
    leave();
    type("");
    await answer("+7 900 000-00-23");
    expect(input).toHaveValue("");
  });

  it("takes the answer to what stands there, however many are on their way", async () => {
    const { input, type, leave, answer } = openField();
    type("89000000023");
    leave();
    type("89000000024");
    leave();
    await answer("+7 900 000-00-23");
    expect(input).toHaveValue("89000000024");
    await answer("+7 900 000-00-24");
    expect(input).toHaveValue("+7 900 000-00-24");
  });
});
