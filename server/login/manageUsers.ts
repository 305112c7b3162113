import * as login from "#api/login.ts";
import { label, type Operation } from "#api/operation.ts";
import type { ProxyContext } from "#proxy/env.ts";
import { ProxyError } from "#proxy/proxyError.ts";
import type { HandlerOptions, LoginHandlers } from "./handlers.ts";
import { withAuth } from "./runtime.ts";
import { endSessions, listSessionsOf } from "./sessions.ts";
import { addUser, changeUser, createLink, findUser, readUsers, stopTotp } from "./users.ts";

type Names =
  | "listUsers"
  | "inviteUser"
  | "updateUser"
  | "createUserLink"
  | "stopUserTotp"
  | "listUserSessions"
  | "endUserSession";

/** The handlers by which an administrator manages who may sign in. */
export function userHandlers({ runtime, record }: HandlerOptions): Pick<LoginHandlers, Names> {
  const { now, settings } = runtime;
  const existing = async (id: string) => {
    const user = await withAuth(runtime, ({ db }) => findUser(db, id));
    if (user === undefined) throw new ProxyError("unknown-path", "There is no such user.");
    return { ...user, name: user.username ?? user.fullName };
  };
  const done = (
    c: ProxyContext,
    operation: Operation,
    user: { id: string; name: string },
    fields: Record<string, unknown> = {},
    before?: Record<string, unknown>,
  ) =>
    record({
      operation: label(operation),
      actor: c.var.user?.name ?? "",
      user: { id: user.id, name: user.name },
      outcome: "done",
      fields,
      before,
      requestId: c.var.requestId ?? "",
    });

  return {
    listUsers: async () => ({ items: await withAuth(runtime, ({ db }) => readUsers(db, now())) }),

    inviteUser: async ({ body }, { c }) => {
      ownUsersOnly(settings.kind);
      const { id, link, expiresAt } = await withAuth(runtime, async (found) => {
        const added = await addUser(found, body);
        return { id: added, ...(await createLink(found, added, now())) };
      });
      await done(c, login.inviteUser, { id, name: body.name }, { ...body });
      return { id, link, expiresAt };
    },

    updateUser: async ({ params, body }, { c }) => {
      if (body.role !== undefined) ownUsersOnly(settings.kind);
      const user = await existing(params.id);
      await withAuth(runtime, (found) => changeUser(found, params.id, body));
      const { fullName, role, disabled } = user;
      const before = { fullName, role, isDisabled: Boolean(disabled) };
      await done(c, login.updateUser, user, { ...body }, before);
      return {};
    },

    createUserLink: async ({ params }, { c }) => {
      ownUsersOnly(settings.kind);
      const user = await existing(params.id);
      const link = await withAuth(runtime, (found) => createLink(found, params.id, now()));
      await done(c, login.createUserLink, user);
      return { id: params.id, ...link };
    },

    stopUserTotp: async ({ params }, { c }) => {
      ownUsersOnly(settings.kind);
      const user = await existing(params.id);
      await withAuth(runtime, (found) => stopTotp(found, params.id));
      await done(c, login.stopUserTotp, user);
      return {};
    },

    listUserSessions: async ({ params }) => {
      await existing(params.id);
      return { items: await withAuth(runtime, ({ db }) => listSessionsOf(db, params.id, now())) };
    },

    endUserSession: async ({ params }, { c }) => {
      const user = await existing(params.id);
      await withAuth(runtime, ({ db }) => endSessions(db, params.id, { id: params.sid }));
      await done(c, login.endUserSession, user);
      return {};
    },
  };
}

/** Users of an OpenID Connect provider come from there, with their roles. */
function ownUsersOnly(kind: "local" | "oidc"): void {
  if (kind === "local") return;
  throw new ProxyError("unknown-path", "Users come from the OpenID Connect provider.");
}
