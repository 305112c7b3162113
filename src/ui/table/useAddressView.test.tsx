import { act, renderHook } from "@testing-library/react";
import { MemoryRouter, useLocation, useNavigate } from "react-router";
import { expect, it } from "vitest";
import { withParams } from "./sortParam.ts";
import { useAddressView } from "./useAddressView.ts";

interface View {
  q: string;
  kind: string;
}
const read = (params: URLSearchParams): View => ({
  q: params.get("q") ?? "",
  kind: params.get("kind") ?? "",
});
const write = (params: URLSearchParams, part: Partial<View>) =>
  withParams(params, { ...read(params), ...part });

const START = { pathname: "/list", search: "?q=a&user=4", state: { added: 7 } };

it("reads the address, changes it by steps that Back undoes, and keeps what else it carries", () => {
  const { result } = renderHook(
    () => ({ ...useAddressView(read, write), location: useLocation(), navigate: useNavigate() }),
    { wrapper: (props) => <MemoryRouter initialEntries={[START]} {...props} /> },
  );
  expect(result.current.view).toEqual({ q: "a", kind: "" });
  act(() => result.current.change({ kind: "ate" }));
  expect(result.current.view).toEqual({ q: "a", kind: "ate" });
  expect(result.current.location).toMatchObject({
    search: "?q=a&user=4&kind=ate",
    state: { added: 7 },
  });
  act(() => void result.current.navigate(-1));
  expect(result.current.view).toEqual({ q: "a", kind: "" });
});
