import type { loginOperations } from "#api/operations.ts";
import type { Handler } from "#server/ownRoutes.ts";
import type { RecordEvent } from "./events.ts";
import { userHandlers } from "./manageUsers.ts";
import { ownSessionHandlers } from "./ownSession.ts";
import type { LoginRuntime } from "./runtime.ts";
import { signInHandlers } from "./signIn.ts";
import type { SignInDelay } from "./signInDelay.ts";

type LoginOperations = typeof loginOperations;

/** One handler for each operation of signing in: a missing one does not compile. */
export type LoginHandlers = { [N in keyof LoginOperations]: Handler<LoginOperations[N]> };

export interface HandlerOptions {
  runtime: LoginRuntime;
  delay: SignInDelay;
  record: RecordEvent;
}

export function createLoginHandlers(options: HandlerOptions): LoginHandlers {
  return { ...signInHandlers(options), ...ownSessionHandlers(options), ...userHandlers(options) };
}
