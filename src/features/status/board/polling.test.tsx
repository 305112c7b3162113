import "fake-indexeddb/auto";
import { notifyManager } from "@tanstack/react-query";
import { act, screen, waitFor } from "@testing-library/react";
import { deleteDB } from "idb";
import { afterEach, expect, it, vi } from "vitest";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt } from "#app/testing/sandbox.ts";
import { setOffline } from "#app/testing/statuses.ts";
import { lastSnapshotAt } from "../watch/observer.ts";

/** Which accounts' rows were rendered: every row renders its star with itself. */
const rendered = vi.hoisted(() => ({ rows: [] as number[] }));

vi.mock("../watch/WatchButton.tsx", () => ({
  WatchButton: ({ id }: { id: number }) => {
    rendered.rows.push(id);
    return <span>{id}</span>;
  },
}));

afterEach(() => deleteDB("pult-watch-sandbox"));

async function openBoard() {
  setOffline([]);
  const { client } = await renderApp("/status");
  await screen.findByRole("table");
  const poll = async () => {
    const before = lastSnapshotAt() ?? 0;
    rendered.rows = [];
    await act(async () => {
      await client.refetchQueries({ queryKey: ["listSipStatuses"] });
      await vi.waitFor(() => expect(lastSnapshotAt()).toBeGreaterThan(before));
      // Components are notified in a task of its own, after those that were scheduled before.
      await new Promise<void>((resolve) => notifyManager.schedule(resolve));
    });
    return [...new Set(rendered.rows)];
  };
  // The phone library loads lazily, and every row renders once more after it.
  await act(() => vi.dynamicImportSettled());
  await poll();
  await poll();
  return poll;
}

const rowNumbers = () =>
  screen.getAllByRole("row").map((row) => Number(row.getAttribute("aria-rowindex")));

it("a poll that brings nothing new renders no row", async () => {
  const poll = await openBoard();
  expect(await poll()).toEqual([]);
});

it("a poll that changes one account renders its row, also when that moves to the top", async () => {
  const poll = await openBoard();
  const { id, name } = accountAt(7);
  setOffline([id]);
  expect(await poll()).toEqual([id]);
  await waitFor(() => expect(screen.getAllByRole("row")[1]).toHaveTextContent(name));
  expect(rowNumbers()).toEqual(rowNumbers().map((_, index) => index + 1));
  setOffline([]);
  expect(await poll()).toEqual([id]);
});
