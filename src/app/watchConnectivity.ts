import { hashKey, type QueryClient } from "@tanstack/react-query";
import {
  ignoreFailure,
  connectivityFrom,
  getConnectivity,
  setConnectivity,
  setSignInPutOff,
  type Connectivity,
} from "#common/connectivity.ts";
import { setLogin } from "#common/login.ts";
import { type Session, sessionQuery } from "./session.ts";

/** Milliseconds between tries while the server does not respond: ever longer. */
const FIRST_DELAY_MS = 2000;
const MAX_DELAY_MS = 30_000;

const SESSION_HASH = hashKey(sessionQuery.queryKey);

/**
 * Tracks whether our server responds, by the outcomes of requests: the browser's own state is wrong
 * behind a VPN or a virtual network. While it does not, keeps trying; then refetches what failed.
 * Returns a function that stops it.
 */
export function watchConnectivity(client: QueryClient): () => void {
  let delay = FIRST_DELAY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const check = () => {
    clearTimeout(timer);
    void fetchSession().then(scheduleNext);
  };
  const fetchSession = async () => {
    // A request in flight started a moment ago, so its response may be outdated.
    await client.cancelQueries({ queryKey: sessionQuery.queryKey });
    await client.prefetchQuery({ ...sessionQuery, staleTime: 0, retry: false });
  };
  /** After a response, or a failure: schedules the next try, if one is needed. */
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
    setSignInPutOff(false);
    setConnectivity(next);
    if (next === "ok") void refetchFailed(client);
  };
  // A single failing operation may have reasons of its own, so ask the server itself.
  const onError = (error: unknown, isOwn: boolean) => {
    const connectivity = connectivityFrom(error);
    if (isOwn && connectivity !== undefined) update(connectivity);
    else if (connectivity !== "ok" && connectivity !== undefined && getConnectivity() === "ok")
      check();
  };
  /** Answers from before the session's end arrive after it: they say nothing of it. */
  const updateIfReached = () => {
    if (getConnectivity() !== "signedOut") update("ok");
  };
  const checkIfNeeded = () => {
    if (getConnectivity() !== "ok" && !document.hidden) check();
  };
  const stopQueries = client.getQueryCache().subscribe((event) => {
    if (event.type !== "updated") return;
    const { action, query } = event;
    const isOwn = query.queryHash === SESSION_HASH;
    if (action.type === "error") onError(action.error, isOwn);
    if (action.type !== "success" || action.manual === true) return;
    if (isOwn) update(connectivityOf(query.state.data as Session));
    else updateIfReached();
  });
  const stopMutations = client.getMutationCache().subscribe((event) => {
    if (event.type !== "updated") return;
    if (event.action.type === "error") {
      setSignInPutOff(false);
      onError(event.action.error, false);
    }
    if (event.action.type === "success") updateIfReached();
  });
  for (const { state } of client.getQueryCache().getAll()) onError(state.error, false);
  window.addEventListener("offline", check);
  // Vite's event: a part of the app could not be loaded.
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
    setLogin(undefined);
  };
}

/** A web server in front has its own page for signing in, Pult has its own dialog. */
function connectivityOf({ login }: Session): Connectivity {
  if (login === undefined || login.kind === "none" || login.user !== null) return "ok";
  return login.kind === "header" ? "login" : "signedOut";
}

/** Queries on screen that failed meanwhile, or are stale; others are read when they are opened. */
function refetchFailed(client: QueryClient): Promise<void> {
  client.removeQueries({ type: "inactive", predicate: ({ state }) => state.status === "error" });
  return client.refetchQueries(
    {
      type: "active",
      predicate: (query) => query.state.status === "error" || query.isStale(),
    },
    { cancelRefetch: false },
  );
}
