import { act, renderHook } from "@testing-library/react";
import { type ReactNode, useState } from "react";
import { useForm } from "react-hook-form";
import { createMemoryRouter, RouterProvider } from "react-router";
import { beforeEach, describe, expect, it } from "vitest";
import { ApiError, type ApiErrorDetails } from "#api/errors.ts";
import { setLocale } from "#i18n/messages.ts";
import { loadTexts } from "#i18n/texts.ts";
import { useServerErrors } from "./useServerErrors.ts";

const invalid = (fields: ApiErrorDetails["fields"]) =>
  new ApiError("invalid", { operation: "PUT /sip", status: 422, fields });

function useSaved() {
  const form = useForm({ defaultValues: { number: "", name: "" } });
  const errors = useServerErrors(form.setError, () => ["number", "name"]);
  return { errors, shown: form.formState.errors };
}

/** A page of the app, which a form is on. */
function Page({ children }: { children: ReactNode }) {
  const [router] = useState(() => createMemoryRouter([{ path: "/", element: children }]));
  return <RouterProvider router={router} />;
}

const renderSaved = () => renderHook(useSaved, { wrapper: Page });

function placed(error: unknown) {
  const { result } = renderSaved();
  act(() => result.current.errors.showError(error));
  const { number, name } = result.current.shown;
  return { general: result.current.errors.formError, number: number?.message, name: name?.message };
}

beforeEach(async () => {
  await setLocale("ru");
  await loadTexts("common");
});

describe("the error of a failed save", () => {
  it("is shown only on the fields that it names", () => {
    const error = invalid({ number: ["The number has already been taken."], name: ["Занято"] });
    const { general, number, name } = placed(error);
    expect(general).toBeUndefined();
    expect(number).toContain("Уже занято: выберите другое значение");
    expect(name).toContain("Провайдер сообщает: «Занято»");
  });

  it("is shown above the buttons when it names no field", () => {
    const error = invalid({});
    expect(placed(error)).toEqual({ general: error, number: undefined, name: undefined });
  });

  it("is not lost when it names a field that the form does not have", () => {
    const error = invalid({ number: ["Занято"], tariff: ["Исчерпан"] });
    expect(placed(error)).toMatchObject({ general: error });
    expect(placed(error).number).toContain("Занято");
  });

  it("is not lost when a field has no message", () => {
    const error = invalid({ number: [] });
    expect(placed(error)).toEqual({ general: error, number: undefined, name: undefined });
  });

  it("is shown whatever its type", () => {
    const error = new TypeError("x is not a function");
    expect(placed(error).general).toBe(error);
  });

  it("is cleared before the next save", () => {
    const { result } = renderSaved();
    act(() => result.current.errors.showError(invalid({})));
    act(() => result.current.errors.clear());
    expect(result.current.errors.formError).toBeUndefined();
  });
});
