import "#ui/base.css";
import { Profiler } from "react";
import { createRoot } from "react-dom/client";
import { createMemoryRouter } from "react-router";
import { appMessages } from "#app/messages.ts";
import { Providers } from "#app/Providers.tsx";
import { createQueryClient } from "#app/queryClient.ts";
import { commonMessages } from "#common/messages.ts";
import { StatusPage } from "#features/status/board/StatusPage.tsx";
import { statusMessages } from "#features/status/messages.ts";
import { watchMessages } from "#features/status/watch/messages.ts";
import { lastSnapshotAt, startObserver } from "#features/status/watch/observer.ts";
import { startLocale } from "#i18n/messages.ts";
import { uiMessages } from "#ui/messages.ts";
import { counted, reset } from "./counted.ts";
import { openOffice } from "./office.ts";

export interface Cost {
  commits: number;
  /** How many rows rendered, and how many different ones. */
  renders: number;
  rows: number;
  /** Milliseconds from the request to the last commit. */
  tookMs: number;
}

const rooms = [appMessages, commonMessages, statusMessages, uiMessages, watchMessages];
const client = createQueryClient();

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until React has committed nothing for a while. */
async function quiet(): Promise<void> {
  let before = -1;
  while (before !== counted.commits) {
    before = counted.commits;
    await pause(300);
  }
}

/** Mounts the board over so many accounts; gives a way to look once more. */
async function mount(accounts: number) {
  const office = openOffice(accounts);
  startObserver(client, "sandbox");
  const router = createMemoryRouter([{ path: "*", element: <Page /> }]);
  createRoot(document.getElementById("root") ?? document.body).render(
    <Providers client={client} router={router} />,
  );
  await quiet();
  return office;
}

function Page() {
  return (
    <Profiler id="board" onRender={() => counted.commits++}>
      <StatusPage />
    </Profiler>
  );
}

/** One look, until the observer has noted it and React is quiet again. */
async function look(): Promise<Cost> {
  const before = lastSnapshotAt() ?? 0;
  reset();
  const start = performance.now();
  await client.refetchQueries({ queryKey: ["listSipStatuses"] });
  while ((lastSnapshotAt() ?? 0) === before) await pause(1);
  const tookMs = performance.now() - start;
  await quiet();
  const { commits, rows } = counted;
  return { commits, renders: rows.length, rows: new Set(rows).size, tookMs };
}

/** Looks that find nothing new, then looks that find one account changed each. */
async function run(plan: { accounts: number; looks: number }) {
  const office = await mount(plan.accounts);
  await look();
  const same: Cost[] = [];
  const changed: Cost[] = [];
  for (let index = 0; index < plan.looks; index++) same.push(await look());
  const [, second] = document.querySelectorAll<HTMLElement>("tr[data-row]");
  for (let index = 0; index < plan.looks; index++) {
    office.turn(Number(second?.dataset["row"]));
    changed.push(await look());
  }
  return { same, changed };
}

declare global {
  var boardBench: { run: typeof run };
}

startLocale("ru");
await Promise.all(rooms.map((room) => room.load()));
globalThis.boardBench = { run };
