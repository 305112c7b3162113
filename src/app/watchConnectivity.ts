import { hashKey, type QueryClient } from "@tanstack/react-query";
import {
  ignoreFailure,
  connectivityFrom,
  getConnectivity,
  setConnectivity,
  type Connectivity,
} from "#common/connectivity.ts";
import { sessionQuery } from "./session.ts";

/** Milliseconds from one try to the next while the server does not answer: ever longer. */
const FIRST_TRY = 2000;
const LONGEST_PAUSE = 30_000;

const OWN = hashKey(sessionQuery.queryKey);

/**
 * Follows whether our server answers, by what becomes of the requests: a browser's own word is
 * wrong behind a VPN or a virtual network. While it does not, asks again and again; then reads
 * what could not be read. Ends with what it returns.
 */
export function watchConnectivity(client: QueryClient): () => void {
  let pause = FIRST_TRY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = () => {
    clearTimeout(timer);
    void look().then(follow);
  };
  const look = async () => {
    // An answer that is on its way already tells of a moment ago.
    await client.cancelQueries({ queryKey: sessionQuery.queryKey });
    await client.prefetchQuery({ ...sessionQuery, staleTime: 0, retry: false });
  };
  /** After an answer, or none: the next try, if there has to be one. */
  const follow = () => {
    clearTimeout(timer);
    if (getConnectivity() === "ok") return;
    timer = setTimeout(ask, pause);
    pause = Math.min(2 * pause, LONGEST_PAUSE);
  };
  const set = (next: Connectivity) => {
    const before = getConnectivity();
    if (next === before) return;
    pause = FIRST_TRY;
    if (next === "ok") {
      for (const { state } of client.getQueryCache().getAll()) ignoreFailure(state.error);
    }
    setConnectivity(next);
    if (next === "ok") void readAgain(client);
  };
  // One operation that fails may have reasons of its own: then the server itself is asked.
  const failed = (error: unknown, isOwn: boolean) => {
    const told = connectivityFrom(error);
    if (isOwn && told !== undefined) set(told);
    else if (told !== "ok" && told !== undefined && getConnectivity() === "ok") ask();
  };
  const askIfNeeded = () => {
    if (getConnectivity() !== "ok" && !document.hidden) ask();
  };
  const stopQueries = client.getQueryCache().subscribe((event) => {
    if (event.type !== "updated") return;
    const { action, query } = event;
    const isOwn = query.queryHash === OWN;
    if (action.type === "error") failed(action.error, isOwn);
    if (action.type === "success" && action.manual !== true) set("ok");
  });
  const stopMutations = client.getMutationCache().subscribe((event) => {
    if (event.type !== "updated") return;
    if (event.action.type === "error") failed(event.action.error, false);
    if (event.action.type === "success") set("ok");
  });
  for (const { state } of client.getQueryCache().getAll()) failed(state.error, false);
  window.addEventListener("offline", ask);
  // Vite's: a part of the app could not be loaded.
  window.addEventListener("vite:preloadError", ask);
  window.addEventListener("online", askIfNeeded);
  window.addEventListener("focus", askIfNeeded);
  document.addEventListener("visibilitychange", askIfNeeded);
  return () => {
    clearTimeout(timer);
    stopQueries();
    stopMutations();
    window.removeEventListener("offline", ask);
    window.removeEventListener("vite:preloadError", ask);
    window.removeEventListener("online", askIfNeeded);
    window.removeEventListener("focus", askIfNeeded);
    document.removeEventListener("visibilitychange", askIfNeeded);
    setConnectivity("ok");
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
