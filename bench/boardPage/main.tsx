import "#ui/base.css";
import "#ui/primitives.css";
import { Profiler } from "react";
import { createRoot } from "react-dom/client";
import { createMemoryRouter } from "react-router";
import { Providers } from "#app/Providers.tsx";
import { createQueryClient } from "#app/queryClient.ts";
import { StatusPage } from "#features/status/board/StatusPage.tsx";
import { lastSnapshotAt, startObserver } from "#features/status/watch/observer.ts";
import { startLocale } from "#i18n/messages.ts";
import { loadTexts } from "#i18n/texts.ts";
import { profile, resetProfile } from "./profile.ts";
import { mockProvider } from "./mockProvider.ts";

export interface PollCost {
  commits: number;
  /** How many row renders, and of how many different rows. */
  renders: number;
  rows: number;
  /** Milliseconds from the request to the last commit. */
  tookMs: number;
}

const client = createQueryClient();

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until React has committed nothing for a while. */
async function waitUntilIdle(): Promise<void> {
  let before = -1;
  while (before !== profile.commits) {
    before = profile.commits;
    await pause(300);
  }
}

/** Mounts the board with the given number of accounts; returns its mock provider. */
async function mount(accounts: number) {
  const provider = mockProvider(accounts);
  startObserver(client, "sandbox");
  const router = createMemoryRouter([{ path: "*", element: <Page /> }]);
  createRoot(document.getElementById("root") ?? document.body).render(
    <Providers client={client} router={router} />,
  );
  await waitUntilIdle();
  return provider;
}

function Page() {
  return (
    <Profiler id="board" onRender={() => profile.commits++}>
      <StatusPage />
    </Profiler>
  );
}

/** One poll, until the observer has recorded it and React is idle again. */
async function poll(): Promise<PollCost> {
  const before = lastSnapshotAt() ?? 0;
  resetProfile();
  const start = performance.now();
  await client.refetchQueries({ queryKey: ["listSipStatuses"] });
  while ((lastSnapshotAt() ?? 0) === before) await pause(1);
  const tookMs = performance.now() - start;
  await waitUntilIdle();
  const { commits, rows } = profile;
  return { commits, renders: rows.length, rows: new Set(rows).size, tookMs };
}

/** First polls without a change, then polls that each find one account changed. */
async function run(plan: { accounts: number; polls: number }) {
  const provider = await mount(plan.accounts);
  await poll();
  const same: PollCost[] = [];
  const changed: PollCost[] = [];
  for (let index = 0; index < plan.polls; index++) same.push(await poll());
  const [, second] = document.querySelectorAll<HTMLElement>("tr[data-row]");
  for (let index = 0; index < plan.polls; index++) {
    provider.toggleOnline(Number(second?.dataset["row"]));
    changed.push(await poll());
  }
  return { same, changed };
}

declare global {
  var boardBench: { run: typeof run };
}

startLocale("ru");
await loadTexts("app", "common", "features/status", "ui", "features/status/watch");
globalThis.boardBench = { run };
