import type { QueryClient } from "@tanstack/react-query";
import { reachBy, reachNow, setReach, type Reach } from "#common/reach.ts";
import { sessionQuery } from "./session.ts";

/** Milliseconds from one try to the next while the server does not answer: ever longer. */
const FIRST_TRY = 2000;
const LONGEST_PAUSE = 30_000;

/**
 * Follows whether our server answers, by what becomes of the requests: a browser's own word is
 * wrong behind a VPN or a virtual network. While it does not, asks again and again; then reads
 * what could not be read. Ends with what it returns.
 */
export function watchReach(client: QueryClient): () => void {
  let pause = FIRST_TRY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = () => {
    clearTimeout(timer);
    void client.prefetchQuery({ ...sessionQuery, staleTime: 0, retry: false }).then(follow);
  };
  const follow = () => {
    clearTimeout(timer);
    if (reachNow() === "ok") return;
    timer = setTimeout(ask, pause);
    pause = Math.min(2 * pause, LONGEST_PAUSE);
  };
  const hear = (heard: Reach | undefined) => {
    const before = reachNow();
    if (heard === undefined || heard === before) return;
    setReach(heard);
    pause = FIRST_TRY;
    follow();
    if (heard === "ok") void readAgain(client);
  };
  const askIfNeeded = () => {
    if (reachNow() !== "ok" && !document.hidden) ask();
  };
  const stopQueries = client.getQueryCache().subscribe((event) => {
    if (event.type !== "updated") return;
    const { action } = event;
    if (action.type === "error") hear(reachBy(action.error));
    if (action.type === "success" && action.manual !== true) hear("ok");
  });
  const stopMutations = client.getMutationCache().subscribe((event) => {
    if (event.type !== "updated") return;
    if (event.action.type === "error") hear(reachBy(event.action.error));
    if (event.action.type === "success") hear("ok");
  });
  window.addEventListener("offline", ask);
  window.addEventListener("online", askIfNeeded);
  window.addEventListener("focus", askIfNeeded);
  document.addEventListener("visibilitychange", askIfNeeded);
  return () => {
    clearTimeout(timer);
    stopQueries();
    stopMutations();
    window.removeEventListener("offline", ask);
    window.removeEventListener("online", askIfNeeded);
    window.removeEventListener("focus", askIfNeeded);
    document.removeEventListener("visibilitychange", askIfNeeded);
    setReach("ok");
  };
}

/** What is on screen and failed meanwhile, or has grown old. */
function readAgain(client: QueryClient): Promise<void> {
  return client.refetchQueries(
    {
      type: "active",
      predicate: (query) => query.state.status === "error" || query.isStale(),
    },
    { cancelRefetch: false },
  );
}
