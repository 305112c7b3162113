import { render } from "@testing-library/react";
import { createMemoryRouter } from "react-router";
import { expect, it } from "vitest";
import { Providers } from "#app/Providers.tsx";
import { createQueryClient } from "#app/queryClient.ts";
import { i18n } from "#i18n/messages.ts";
import { loadTexts } from "#i18n/texts.ts";
import { createListView } from "./createListView.ts";
import { ListScreen } from "./ListScreen.tsx";
import { useListView } from "./useListView.ts";

const listView = createListView<{ id: number }, { kind: "sip" }, "id">({
  search: () => () => true,
  filters: { kind: { values: ["sip"], matches: () => true } },
  sorts: { id: (a, b) => a.id - b.id },
  defaultSort: "id",
  tieBreak: () => 0,
});

it("notices a read that fails or ends before the deferred first rendering of the rows", async () => {
  i18n.load("en", {});
  i18n.activate("en");
  await loadTexts("common", "ui");
  const fieldsRead = new Set<string>();
  // Like react-query's result, which reports changes only of the fields that were read.
  const query = new Proxy({} as Parameters<typeof ListScreen>[0]["sources"][number]["query"], {
    get: (_, field) => {
      fieldsRead.add(String(field));
      return undefined;
    },
  });
  const loading = { data: undefined, isError: false, error: null, failureReason: null } as const;
  function Page() {
    const state = useListView(listView, []);
    const search = { label: "Search", hint: "Name" };
    return (
      <ListScreen
        list={loading}
        sources={[{ query }]}
        state={state}
        loadingText="…"
        search={search}
      />
    );
  }
  const router = createMemoryRouter([{ path: "*", element: <Page /> }]);
  render(<Providers client={createQueryClient()} router={router} />);
  expect([...fieldsRead]).toEqual(expect.arrayContaining(["isError", "isFetching"]));
});
