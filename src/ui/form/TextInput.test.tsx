import { act, fireEvent, render, screen } from "@testing-library/react";
import { useFieldArray, useForm, useWatch } from "react-hook-form";
import { describe, expect, it } from "vitest";
import { TextInput } from "./TextInput.tsx";

/** A field whose `formatOnBlur` resolves when the test says so. */
function openField() {
  const waiting: ((tidied: string) => void)[] = [];
  const formatOnBlur = () =>
    new Promise<string>((resolve) => {
      waiting.push(resolve);
    });
  function Form() {
    const { control } = useForm({ defaultValues: { phone: "" } });
    return <TextInput control={control} name="phone" label="Phone" formatOnBlur={formatOnBlur} />;
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

describe("a text that is formatted on blur", () => {
  it("is replaced", async () => {
    const { input, type, leave, answer } = openField();
    type("89000000023");
    leave();
    expect(input).toHaveValue("89000000023");
    await answer("+7 900 000-00-23");
    expect(input).toHaveValue("+7 900 000-00-23");
  });

  it("is not overwritten when one has continued typing", async () => {
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

  it("gets the result for its current value, however many are in flight", async () => {
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

/** Two rows of a list; the first has been typed and left, its formatting is in flight. */
function openRows() {
  const waiting: ((tidied: string) => void)[] = [];
  const formatOnBlur = () =>
    new Promise<string>((resolve) => {
      waiting.push(resolve);
    });
  function Form() {
    const { control } = useForm({
      defaultValues: { phones: [{ number: "" }, { number: "second" }] },
    });
    const { fields, move, remove } = useFieldArray({ control, name: "phones" });
    const numbers = useWatch({ control, name: "phones" }).map(({ number }) => number);
    return (
      <>
        {fields.map(({ id }, index) => (
          <TextInput
            key={id}
            control={control}
            name={`phones.${index}.number`}
            label={`Phone ${index}`}
            formatOnBlur={formatOnBlur}
          />
        ))}
        <button onClick={() => move(0, 1)}>Move</button>
        <button onClick={() => remove(0)}>Remove</button>
        <output>{numbers.join()}</output>
      </>
    );
  }
  render(<Form />);
  const first = screen.getByLabelText("Phone 0");
  fireEvent.change(first, { target: { value: "89000000023" } });
  fireEvent.blur(first);
  return {
    press: (name: string) => fireEvent.click(screen.getByRole("button", { name })),
    answer: () => act(async () => waiting.shift()?.("+7 900 000-00-23")),
  };
}

describe("a row that is formatted while the rows change", () => {
  it("is found where it moved to, and the others stay as they are", async () => {
    const { press, answer } = openRows();
    press("Move");
    await answer();
    expect(screen.getByRole("status")).toHaveTextContent(/^second,\+7 900 000-00-23$/);
  });

  it("does not come back when it was removed", async () => {
    const { press, answer } = openRows();
    press("Remove");
    await answer();
    expect(screen.getByRole("status")).toHaveTextContent(/^second$/);
  });
});
