import { APIError } from "better-auth/api";
import type { ProxyContext, User } from "#proxy/env.ts";
import { ProxyError } from "#proxy/proxyError.ts";
import { label, type Operation } from "#api/operation.ts";
import * as login from "#api/login.ts";
import type { HandlerOptions, LoginHandlers } from "./handlers.ts";
import { checkPassword } from "./password.ts";
import { callAuth, hashingInTurn, withAuth } from "./runtime.ts";
import { endSessions, listSessionsOf, noteVerified } from "./sessions.ts";
import { wrongCredentials } from "./signIn.ts";

type Names =
  | "verifySession"
  | "changePassword"
  | "startTotp"
  | "confirmTotp"
  | "stopTotp"
  | "listSessions"
  | "endSession";

/** The handlers by which people manage their own sign-in. */
export function ownSessionHandlers(options: HandlerOptions): Pick<LoginHandlers, Names> {
  const { runtime, delay, record } = options;

  /** Calls better-auth with something that the user typed to prove who they are. */
  const prove = async <T>(
    c: ProxyContext,
    operation: Operation,
    { name, id, session }: SignedIn,
    call: () => Promise<T>,
  ): Promise<T> => {
    // Somebody at a computer that was left alone guesses no faster than at the sign-in; nor does
    // do guesses there keep the user from working here.
    const attempt = { name: session.id, address: "" };
    delay.begin(attempt);
    try {
      const result = await hashingInTurn(c, call);
      delay.succeeded(attempt);
      return result;
    } catch (error) {
      if (!(error instanceof APIError)) throw error;
      const requestId = c.var.requestId ?? "";
      const user = { id, name };
      await record({
        operation: label(operation),
        actor: name,
        user,
        outcome: "refused",
        requestId,
      });
      throw wrongCredentials();
    }
  };
  const done = (c: ProxyContext, operation: Operation, { id, name }: User) =>
    record({
      operation: label(operation),
      actor: name,
      user: { id, name },
      outcome: "done",
      requestId: c.var.requestId ?? "",
    });

  return {
    verifySession: async ({ body: { password } }, { c }) => {
      const user = signedIn(c);
      await prove(c, login.verifySession, user, () =>
        callAuth(c, runtime, async (auth, headers) => {
          const response = await auth.api.verifyPassword({ body: { password }, headers });
          return { headers: new Headers(), response };
        }),
      );
      await withAuth(runtime, ({ db }) => noteVerified(db, user.session.id, runtime.now()));
      return {};
    },

    changePassword: async ({ body: { password, newPassword } }, { c }) => {
      const user = signedIn(c);
      checkPassword(newPassword, user.name);
      const body = { currentPassword: password, newPassword, revokeOtherSessions: true };
      await prove(c, login.changePassword, user, () =>
        callAuth(c, runtime, (auth, headers) =>
          auth.api.changePassword({ body, headers, returnHeaders: true }),
        ),
      );
      await done(c, login.changePassword, user);
      return {};
    },

    startTotp: async ({ body: { password } }, { c }) => {
      const user = signedIn(c);
      const response = await prove(c, login.startTotp, user, () =>
        callAuth(c, runtime, (auth, headers) =>
          auth.api.enableTwoFactor({ body: { password }, headers, returnHeaders: true }),
        ),
      );
      if (!("totpURI" in response)) throw wrongCredentials();
      return { uri: withName(response.totpURI, user.name), recoveryCodes: response.backupCodes };
    },

    confirmTotp: async ({ body: { code } }, { c }) => {
      const user = signedIn(c);
      const body = { code: code.replaceAll(/\s/g, "") };
      await prove(c, login.confirmTotp, user, () =>
        callAuth(c, runtime, (auth, headers) =>
          auth.api.verifyTOTP({ body, headers, returnHeaders: true }),
        ),
      );
      await done(c, login.confirmTotp, user);
      return {};
    },

    stopTotp: async ({ body: { password } }, { c }) => {
      const user = signedIn(c);
      await prove(c, login.stopTotp, user, () =>
        callAuth(c, runtime, (auth, headers) =>
          auth.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }),
        ),
      );
      await done(c, login.stopTotp, user);
      return {};
    },

    listSessions: async (_, { c }) => {
      const { id, session } = signedIn(c);
      const list = withAuth(runtime, ({ db }) => listSessionsOf(db, id, runtime.now(), session.id));
      return { items: await list };
    },

    endSession: async ({ params }, { c }) => {
      const user = signedIn(c);
      await withAuth(runtime, ({ db }) => endSessions(db, user.id, { id: params.id }));
      await done(c, login.endSession, user);
      return {};
    },
  };
}

type SignedIn = User & { session: NonNullable<User["session"]> };

/** The user of the request's session; `authorize` lets nobody else get here. */
function signedIn(c: ProxyContext): SignedIn {
  const { user } = c.var;
  if (user?.session === undefined) throw new ProxyError("sign-in-required", "Sign in.");
  return { ...user, session: user.session };
}

/** An authenticator app shows it: the address that better-auth puts there is a made-up one. */
function withName(uri: string, name: string): string {
  const { search } = new URL(uri);
  return `otpauth://totp/${encodeURIComponent(`Pult:${name}`)}${search}`;
}
