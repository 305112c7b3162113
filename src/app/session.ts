import { queryOptions, useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { SessionLogin } from "#api/login.ts";
import { basePath } from "#paths";
import { ApiError } from "#api/errors.ts";
import { isLoginResponse } from "#api/failure.ts";
import { OWN_HEADER } from "#api/ownHeader.ts";
import { readStoreProblem } from "#api/proxyProblem.ts";
import { getUser, setLogin } from "#common/login.ts";
import { writeStored, readStored } from "#i18n/storage.ts";
import { discardDrafts } from "#ui/form/draft/discardDrafts.ts";

/** Whether the proxy is connected to the sandbox or to the provider. */
export type Mode = "sandbox" | "provider";

/** Milliseconds: a server that has been given a token meanwhile must not look like a sandbox. */
const ASK_EVERY = 60_000;
const MODE_KEY = "pult.mode";
const USER_KEY = "pult.user";
const WALL_KEY = "pult.wall";

const OPERATION = { operation: "GET /api/session" };

/** What `GET /api/session` says. */
export interface Session {
  mode: Mode;
  /** Absent where nobody signs in. */
  login?: SessionLogin | undefined;
}

async function askSession(signal: AbortSignal): Promise<Session> {
  const request = fetch(`${basePath}/api/session`, {
    signal,
    headers: OWN_HEADER,
    redirect: "manual",
  });
  const response = await request.catch((cause: unknown) => {
    signal.throwIfAborted();
    throw new ApiError("offline", OPERATION, { cause });
  });
  const text = await response.text();
  if (isLoginResponse(response, text))
    throw new ApiError("refused", { ...OPERATION, refusedReason: "login" });
  const body: unknown = JSON.parse(text);
  const store = readStoreProblem(body);
  if (store !== undefined) throw new ApiError("store", { ...OPERATION, store });
  const { status } = response;
  if (!response.ok || typeof body !== "object" || body === null || !("mode" in body))
    throw new Error(`The server does not say what it talks to: ${status}`);
  const { mode } = body;
  if (mode !== "sandbox" && mode !== "provider") throw new Error("The server's mode is unknown");
  // Our own server's, of the same build.
  const login = "login" in body ? (body.login as SessionLogin) : undefined;
  setLogin(login);
  if (login?.user) writeStored(WALL_KEY, String(login.user.role === "wall"));
  return { mode, login };
}

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => askSession(signal),
});

/**
 * The proxy's own mode, which is not part of the provider's API. Undefined until it responds. A
 * changed mode means other accounts, and another user has other rights: reloads everything, and
 * restores nothing that was typed for one office in the other, or by somebody else.
 */
export function useMode(): Mode | undefined {
  const { data } = useQuery({ ...sessionQuery, staleTime: 0, refetchInterval: ASK_EVERY });
  const mode = data?.mode;
  const user = data?.login?.user;
  const last = useRef<Record<string, string>>({});
  useEffect(() => {
    /** Whether it is another one than before, also before this tab was reloaded. */
    const hasChanged = (key: string, value: string | undefined) => {
      if (value === undefined) return false;
      const before = last.current[key] ?? readStored(key, true) ?? value;
      last.current[key] = value;
      writeStored(key, value, true);
      return before !== value;
    };
    const changes = [hasChanged(MODE_KEY, mode), hasChanged(USER_KEY, user?.name)];
    if (!changes.includes(true)) return;
    discardDrafts();
    location.reload();
  }, [mode, user]);
  return mode;
}

/**
 * Whether the last one who signed in here was a wall, before the server has said who it is now: its
 * screen asks for nothing that it may not have.
 */
export const isWall = (): boolean =>
  (getUser()?.role ?? (readStored(WALL_KEY) === "true" && "wall")) === "wall";
