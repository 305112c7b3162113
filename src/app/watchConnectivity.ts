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
const FIRST_DELAY_MS = 2000;
const MAX_DELAY_MS = 30_000;

const SESSION_HASH = hashKey(sessionQuery.queryKey);

/**
 * Follows whether our server answers, by what becomes of the requests: a browser's own word is
 * wrong behind a VPN or a virtual network. While it does not, asks again and again; then reads
 * what could not be read. Ends with what it returns.
 */
export function watchConnectivity(client: QueryClient): () => void {
  let delay = FIRST_DELAY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const check = () => {
    clearTimeout(timer);
    void fetchSession().then(scheduleNext);
  };
  const fetchSession = async () => {
    // An answer that is on its way already tells of a moment ago.
    await client.cancelQueries({ queryKey: sessionQuery.queryKey });
    await client.prefetchQuery({ ...sessionQuery, staleTime: 0, retry: false });
  };
  /** After an answer, or none: the next try, if there has to be one. */
  const scheduleNext = () => {
    clearTimeout(timer);
    if (getConnectivity() === "ok") return;
    timer = setTimeout(() => {
      // Only then: each part of a page that can't be loaded checks too.
      delay = Math.min(2 * delay, MAX_DELAY_MS);
      check();
    }, delay);
  };
  const update = (next: Connectivity) => {
    const before = getConnectivity();
    if (next === before) return;
    delay = FIRST_DELAY_MS;
    if (next === "ok") {
      for (const { state } of client.getQueryCache().getAll()) ignoreFailure(state.error);
    }
    setConnectivity(next);
    if (next === "ok") void refetchFailed(client);
  };
  // One operation that fails may have reasons of its own: then the server itself is asked.
  const onError = (error: unknown, isOwn: boolean) => {
    const connectivity = connectivityFrom(error);
    if (isOwn && connectivity !== undefined) update(connectivity);
    else if (connectivity !== "ok" && connectivity !== undefined && getConnectivity() === "ok")
      check();
  };
  const checkIfNeeded = () => {
    if (getConnectivity() !== "ok" && !document.hidden) check();
  };
  const stopQueries = client.getQueryCache().subscribe((event) => {
    if (event.type !== "updated") return;
    const { action, query } = event;
    const isOwn = query.queryHash === SESSION_HASH;
    if (action.type === "error") onError(action.error, isOwn);
    if (action.type === "success" && action.manual !== true) update("ok");
  });
  const stopMutations = client.getMutationCache().subscribe((event) => {
    if (event.type !== "updated") return;
    if (event.action.type === "error") onError(event.action.error, false);
    if (event.action.type === "success") update("ok");
  });
  for (const { state } of client.getQueryCache().getAll()) onError(state.error, false);
  window.addEventListener("offline", check);
  // Vite's: a part of the app could not be loaded.
  window.addEventListener("vite:preloadError", check);
  window.addEventListener("online", checkIfNeeded);
  window.addEventListener("focus", checkIfNeeded);
  document.addEventListener("visibilitychange", checkIfNeeded);
  return () => {
    clearTimeout(timer);
    stopQueries();
    stopMutations();
    window.removeEventListener("offline", check);
    window.removeEventListener("vite:preloadError", check);
    window.removeEventListener("online", checkIfNeeded);
    window.removeEventListener("focus", checkIfNeeded);
    document.removeEventListener("visibilitychange", checkIfNeeded);
    setConnectivity("ok");
  };
}

/** What is on screen and failed meanwhile, or has grown old. */
function refetchFailed(client: QueryClient): Promise<void> {
  return client.refetchQueries(
    {
      type: "active",
      predicate: (query) => query.state.status === "error" || query.isStale(),
    },
    { cancelRefetch: false },
  );
}
