import { useSyncExternalStore } from "react";
import { mayCall } from "#api/access.ts";
import type { SessionLogin, SessionUser } from "#api/login.ts";
import type { Operation } from "#api/operation.ts";
import { createStore } from "#lib/createStore.ts";

interface Login {
  /** As the server said it last; undefined until it has, and where nobody signs in. */
  now: SessionLogin | undefined;
  /** Who is signed in, or was until their session ended: this page is still theirs. */
  user: SessionUser | undefined;
}

const NOBODY: Login = { now: undefined, user: undefined };
const login = createStore(NOBODY);

export function setLogin(now: SessionLogin | undefined): void {
  const before = login.get();
  if (now === undefined) return login.set(NOBODY);
  if (JSON.stringify(before.now) === JSON.stringify(now)) return undefined;
  return login.set({ now, user: now.user ?? before.user });
}

export const getUser = (): SessionUser | undefined => login.get().user;

function useStored(): Login {
  return useSyncExternalStore(login.subscribe, login.get);
}

/** How people sign in here, and who is signed in now. */
export function useLogin(): SessionLogin | undefined {
  return useStored().now;
}

/** Whose page this is; undefined until it is known, and where nobody signs in. */
export function useUser(): SessionUser | undefined {
  return useStored().user;
}

/** Whether the person may change anything, and see secrets. */
export const useIsAdmin = (): boolean => useMay({ access: "admin" });

/** Whether the person's role allows an operation. The server decides: this only explains it. */
export function useMay({ access }: Pick<Operation, "access">): boolean {
  const user = useUser();
  return user === undefined || mayCall(user.role ?? undefined, access);
}
