import { parseArgs } from "node:util";
import { ROLES, type Role } from "#api/access.ts";
import { createUserLink, inviteUser, stopUserTotp, updateUser, userName } from "#api/login.ts";
import { label, type Operation } from "#api/operation.ts";
import { isLoopback } from "#proxy/loopback.ts";
import { ProxyError } from "#proxy/proxyError.ts";
import type { Settings } from "../settings.ts";
import { SettingsError } from "../settingsError.ts";
import { createStore } from "../store/store.ts";
import type { AuthSettings } from "./auth.ts";
import { createRecorder, type LoginEvent } from "./events.ts";
import { type LoginDb, withAuth } from "./runtime.ts";
import {
  addUser,
  changeUser,
  createLink,
  findUserByName,
  readUsers,
  stopTotp,
  type UserChange,
} from "./users.ts";

const USAGE = `Manages who may sign in (LOGIN=local), also while Pult runs:
  user add NAME --role ${ROLES.join("|")} [--full-name "FULL NAME"]
  user link NAME                a new link, to set a new password
  user role NAME ${ROLES.join("|")}
  user disable NAME             ends the user's sessions, too
  user enable NAME
  user totp-off NAME            turns off the authenticator app that they have lost
  user list`;

/** The actor in the journal: somebody who can run commands on the server. */
const ACTOR = "server";

type Record = (
  operation: Operation,
  user: { id: string; name: string },
  change?: Pick<LoginEvent, "fields" | "before">,
) => Promise<void>;

/**
 * Runs `npm run user -- …`; returns the lines to print. Throws `SettingsError` for what a person
 * typed wrong, and `StoreError`.
 */
export async function runUserCommand(
  args: readonly string[],
  settings: Settings,
): Promise<string[]> {
  const { login } = settings;
  if (login.kind !== "local")
    throw new SettingsError("Set LOGIN=local: else there are no users in Pult.");
  const store = createStore(settings.store);
  try {
    const recordEvent = createRecorder(
      () => store,
      () => undefined,
      Date.now,
    );
    const record: Record = async (operation, user, change = {}) =>
      recordEvent({
        operation: label(operation),
        actor: ACTOR,
        user,
        outcome: "done",
        requestId: "",
        ...change,
      });
    return await withAuth({ store, settings: login }, (found) =>
      run(args, found, settings, login, record),
    );
  } catch (error) {
    throw error instanceof ProxyError ? new SettingsError(error.message) : error;
  } finally {
    await store.close();
  }
}

async function run(
  args: readonly string[],
  found: LoginDb,
  settings: Settings,
  login: AuthSettings,
  record: Record,
) {
  const { positionals, values } = parse(args);
  const [command, name = "", more] = positionals;
  const link = async (id: string) => {
    const { link: secret } = await createLink(found, id, Date.now());
    return [
      `Send ${name} this link. It works once, for 30 minutes:`,
      `${address(settings, login)}/sign-in#${secret}`,
    ];
  };
  const change = async (to: UserChange, done: string) => {
    const user = await existing(found, name);
    await changeUser(found, user.id, to);
    const before = { role: user.role, isDisabled: Boolean(user.disabled) };
    await record(updateUser, user, { fields: { ...to }, before });
    return [`${name} ${done}.`];
  };
  switch (command) {
    case "add": {
      const { role, "full-name": fullName } = values;
      const user = { name: checkName(name), fullName, role: checkRole(role) };
      const id = await addUser(found, user);
      await record(inviteUser, { id, name: user.name }, { fields: user });
      return link(id);
    }
    case "link": {
      const user = await existing(found, name);
      const lines = await link(user.id);
      await record(createUserLink, user);
      return lines;
    }
    case "totp-off": {
      const user = await existing(found, name);
      await stopTotp(found, user.id);
      await record(stopUserTotp, user);
      return [`${name} signs in without a code now.`];
    }
    case "role":
      return change({ role: checkRole(more) }, `is ${more} now, and has to sign in again`);
    case "disable":
      return change({ isDisabled: true }, "can't sign in any more");
    case "enable":
      return change({ isDisabled: false }, "can sign in again");
    case "list":
      return (await readUsers(found.db, Date.now())).map(
        ({ name: user, role, isDisabled }) =>
          `${user}  ${role ?? "no role"}${isDisabled ? "  disabled" : ""}`,
      );
    default:
      throw new SettingsError(USAGE);
  }
}

function parse(args: readonly string[]) {
  try {
    const options = { role: { type: "string" }, "full-name": { type: "string" } } as const;
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch {
    throw new SettingsError(USAGE);
  }
}

function checkName(name: string): string {
  const parsed = userName.safeParse(name);
  if (parsed.success) return parsed.data;
  throw new SettingsError("A name is letters, digits and . _ @ -, up to 64 of them.");
}

function checkRole(text: string | undefined): Role {
  const role = ROLES.find((one) => one === text);
  if (role === undefined) throw new SettingsError(`The role has to be ${ROLES.join(", ")}.`);
  return role;
}

async function existing({ db }: LoginDb, name: string) {
  const user = await findUserByName(db, name);
  if (user === undefined) throw new SettingsError(`There is no user ${name}.`);
  return { ...user, name: user.username ?? user.fullName };
}

/** Where people open Pult. */
function address({ host, port, basePath, allowedHosts }: Settings, { publicUrl }: AuthSettings) {
  if (publicUrl !== undefined) return publicUrl;
  const [name] = allowedHosts;
  if (!isLoopback(host) || name === undefined || isLoopback(name)) {
    return `http://localhost:${port}${basePath}`;
  }
  return `https://${name}${basePath}`;
}
