import { notifyManager } from "@tanstack/react-query";
import { act, screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { HttpResponse, http } from "msw";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, server } from "#app/testing/sandbox.ts";

/** How often the state of each row was rendered: every row renders its state with itself. */
const rendered = vi.hoisted(() => ({ states: [] as string[] }));

vi.mock("#common/sip/SipStateLabel.tsx", () => ({
  SipStateLabel: ({ state }: { state: string }) => {
    rendered.states.push(state);
    return <span>{state}</span>;
  },
}));

beforeEach(() => {
  rendered.states = [];
});

async function openList() {
  const { client } = await renderApp("/sip");
  await screen.findByRole("table");
  await screen.findAllByText("online");
  const refetch = async (operation: string) => {
    rendered.states = [];
    await act(async () => {
      await client.refetchQueries({ queryKey: [operation] });
      // Components are notified in a task of its own, after those that were scheduled before.
      await new Promise<void>((resolve) => notifyManager.schedule(resolve));
    });
    return rendered.states;
  };
  const poll = () => refetch("listSipStatuses");
  // The phone library loads lazily, and every row renders once more after it.
  await act(() => vi.dynamicImportSettled());
  await poll();
  return { refetch, poll };
}

/** From now on one account is online or not, whatever the sandbox holds. */
function turn(id: number, online: boolean) {
  server.use(
    http.get("*/api/v1/sip/statuses", () => {
      const statuses = Array.from({ length: 8 }, (_, index) => accountAt(index)).map((one) => ({
        id: one.id,
        name: one.name,
        on_line: one.id === id ? online : true,
      }));
      return HttpResponse.json({
        data: statuses,
        current_page: 1,
        last_page: 1,
        per_page: 100,
        total: 8,
      });
    }),
  );
}

it("a poll that brings nothing new renders no row", async () => {
  const { poll } = await openList();
  expect(await poll()).toEqual([]);
});

it("a poll that changes one account renders one row", async () => {
  const { poll } = await openList();
  turn(accountAt(0).id, true);
  await poll();
  turn(accountAt(0).id, false);
  expect(await poll()).toEqual(["offline"]);
  turn(accountAt(0).id, true);
  expect(await poll()).toEqual(["online"]);
});

it("a refresh of the accounts that brings nothing new renders no row", async () => {
  const { refetch } = await openList();
  expect(await refetch("listSipAccounts")).toEqual([]);
});
