import { act, render } from "@testing-library/react";
import { useEffect } from "react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { expect, it } from "vitest";
import { NewestLocation } from "#ui/useAddressParams.ts";
import { createListView } from "./createListView.ts";
import { useAddressView } from "./useListView.ts";

const listView = createListView({
  search: () => () => true,
  filters: { kind: { values: ["ate", "sipuri"], matches: () => true } },
  sorts: { id: (a: { id: number }, b) => a.id - b.id },
  defaultSort: "id",
  tieBreak: () => 0,
});

const START = { pathname: "/list", search: "?q=a&user=4", state: { added: 7 } };

const useView = () => useAddressView(listView);
type Shown = ReturnType<typeof useView>;

function List({ onShow }: { onShow: (shown: Shown) => void }) {
  const { view, change } = useView();
  useEffect(() => onShow({ view, change }), [onShow, view, change]);
  return null;
}

/** A list at `START`, and a page beside it whose code loads on command. */
function openList() {
  let arrive: (() => void) | undefined;
  const page = new Promise<{ element: null }>((resolve) => {
    arrive = () => resolve({ element: null });
  });
  let shown: Shown | undefined;
  const onShow = (next: Shown) => {
    shown = next;
  };
  const router = createMemoryRouter(
    [
      { path: "/list", element: <List onShow={onShow} /> },
      { path: "/other", lazy: () => page },
    ],
    { initialEntries: [START] },
  );
  render(
    <NewestLocation value={() => router.state.navigation.location ?? router.state.location}>
      <RouterProvider router={router} />
    </NewestLocation>,
  );
  const list = () => {
    if (shown === undefined) throw new Error("The list is not shown");
    return shown;
  };
  return { router, list, arrive: () => arrive?.() };
}

it("reads the address, changes it in steps that Back undoes, and keeps its other parameters", async () => {
  const { router, list } = openList();
  expect(list().view).toMatchObject({ q: "a", kind: undefined });
  await act(async () => list().change({ kind: "ate" }));
  expect(list().view).toMatchObject({ q: "a", kind: "ate" });
  expect(router.state.location).toMatchObject({
    search: "?q=a&user=4&kind=ate",
    state: { added: 7 },
  });
  await act(() => router.navigate(-1));
  expect(list().view).toMatchObject({ q: "a", kind: undefined });
});

it("keeps a change that was made before the previous one was rendered", async () => {
  const { router, list } = openList();
  const rendered = list();
  await act(async () => {
    rendered.change({ q: "b" });
    await Promise.resolve();
    rendered.change({ kind: "ate" });
  });
  expect(list().view).toMatchObject({ q: "b", kind: "ate" });
  expect(router.state.location.search).toBe("?q=b&user=4&kind=ate");
});

it("does not cancel a navigation to another page", async () => {
  const { router, list, arrive } = openList();
  await act(async () => {
    void router.navigate("/other");
    list().change({ q: "b" });
    arrive();
  });
  expect(router.state.location).toMatchObject({ pathname: "/other", search: "" });
});
