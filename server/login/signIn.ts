import { APIError } from "better-auth/api";
import { label, type Operation } from "#api/operation.ts";
import * as login from "#api/login.ts";
import type { ProxyContext } from "#proxy/env.ts";
import { ProxyError } from "#proxy/proxyError.ts";
import { OIDC_PROVIDER } from "./auth.ts";
import {
  deleteSessionCookies,
  isOverTls,
  readChallenge,
  readSessionToken,
  sendCookies,
  SESSION_COOKIE,
} from "./cookies.ts";
import type { HandlerOptions, LoginHandlers } from "./handlers.ts";
import { checkPassword } from "./password.ts";
import { clientAddress } from "./clientAddress.ts";
import { createSpanLimit } from "./limits.ts";
import { callAuth, hashingInTurn, type LoginRuntime, withAuth } from "./runtime.ts";
import {
  deleteExpired,
  endSession,
  endSessions,
  extendForWall,
  findSession,
  noteAddress,
} from "./sessions.ts";
import { tooMany } from "./signInDelay.ts";
import { createUsedCodes } from "./usedCodes.ts";
import { consumeLink, findUser, findUserByName, noteActivated, readLinkUser } from "./users.ts";

type Names = "signIn" | "signInWithCode" | "readLink" | "redeemLink" | "startOidc" | "signOut";

/** The handlers of those who have not signed in yet, and of the way out. */
export function signInHandlers(options: HandlerOptions): Pick<LoginHandlers, Names> {
  const { runtime, delay, record } = options;
  const { settings } = runtime;
  const usedCodes = createUsedCodes(runtime.now);
  const limitOidcStarts = createSpanLimit(OIDC_STARTS, runtime.now);

  /** Records the new session, whose token better-auth has given. */
  const started = async (c: ProxyContext, operation: Operation, token: string) => {
    const address = clientAddress(c);
    const previous = readSessionToken(c, settings.publicUrl);
    const session = await withAuth(runtime, async ({ db, iso }) => {
      await noteAddress(db, token, address);
      await deleteExpired(db, runtime.now(), iso);
      // The browser forgets the session that it had before.
      if (previous !== undefined) await endSession(db, previous);
      return findSession(db, token, runtime.now());
    });
    if (session === undefined) throw wrongCredentials();
    delay.succeeded({ name: session.name, address });
    await record({
      operation: label(operation),
      actor: session.name,
      user: { id: session.userId, name: session.name },
      outcome: "done",
      fields: { address },
      requestId: c.var.requestId ?? "",
    });
  };

  const refuse = async (c: ProxyContext, operation: Operation, actor: string, error: unknown) => {
    if (!(error instanceof APIError)) throw error;
    await record({
      operation: label(operation),
      actor,
      outcome: "refused",
      fields: { address: clientAddress(c) },
      requestId: c.var.requestId ?? "",
    });
    throw error.statusCode === 429 ? tooMany(LOCKED_S) : wrongCredentials();
  };

  const signInWithPassword = async (c: ProxyContext, name: string, password: string) => {
    const { signIn } = login;
    requirePublicUrl(c, settings.publicUrl);
    delay.begin({ name, address: clientAddress(c) });
    // A name that nobody has may be a password in the wrong field: it is not recorded.
    const known = await withAuth(runtime, ({ db }) => findUserByName(db, name));
    try {
      const body = { username: name, password };
      const response = await hashingInTurn(c, () =>
        callAuth(c, runtime, (auth, headers) =>
          auth.api.signInUsername({ body, headers, returnHeaders: true }),
        ),
      );
      if ("twoFactorRedirect" in response) return { next: "code" as const };
      await started(c, signIn, response.token);
      return { next: "done" as const };
    } catch (error) {
      return refuse(c, signIn, known?.username ?? "", error);
    }
  };

  return {
    signIn: ({ body: { name, password } }, { c }) => {
      needsPasswords(runtime);
      return signInWithPassword(c, name, password);
    },

    signInWithCode: async ({ body: { code, isRecovery = false } }, { c }) => {
      const typed = code.replaceAll(/\s/g, "");
      try {
        const { token, user } = await callAuth(c, runtime, (auth, headers) =>
          isRecovery
            ? auth.api.verifyBackupCode({ body: { code: typed }, headers, returnHeaders: true })
            : auth.api.verifyTOTP({ body: { code: typed }, headers, returnHeaders: true }),
        );
        if (!isRecovery && !usedCodes.use(user.id, typed)) {
          await withAuth(runtime, ({ db }) => endSession(db, token ?? ""));
          deleteSessionCookies(c);
          throw new APIError("UNAUTHORIZED");
        }
        await started(c, login.signInWithCode, token ?? "");
        return {};
      } catch (error) {
        if (isChallengeOver(error)) throw new ProxyError("sign-in-required", "Start again.");
        return refuse(c, login.signInWithCode, await challengedName(c, runtime), error);
      }
    },

    readLink: async ({ body: { link } }) => {
      const user = await userOfLink(runtime, link);
      const { role } = user;
      return { name: user.username ?? "", role, needsPassword: role !== "wall" };
    },

    redeemLink: async ({ body: { link, password } }, { c }) => {
      const user = await userOfLink(runtime, link);
      const name = user.username ?? "";
      if (user.role !== "wall") {
        if (password === undefined) throw new ProxyError("bad-request", "A password is missing.");
        checkPassword(password, name);
      }
      const isFirst = await withAuth(runtime, (found) => consumeLink(found, link));
      if (!isFirst) throw linkInvalid();
      if (password !== undefined && user.role !== "wall") {
        await hashingInTurn(c, () => setPassword(runtime, user.id, password));
        await record({
          operation: label(login.redeemLink),
          actor: name,
          user: { id: user.id, name },
          outcome: "done",
          fields: { password: "***", address: clientAddress(c) },
          requestId: c.var.requestId ?? "",
        });
        delay.succeeded({ name, address: clientAddress(c) });
        return signInWithPassword(c, name, password);
      }
      await started(c, login.redeemLink, await startWall(c, runtime, user.id));
      return { next: "done" };
    },

    startOidc: async ({ body: { to, isVerification } }, { c }) => {
      if (settings.kind !== "oidc")
        throw new ProxyError("unknown-path", "There is no such sign-in.");
      limitOidcStarts(clientAddress(c));
      const { url = "" } = await callAuth(c, runtime, (auth, headers) =>
        auth.api.signInSocial({
          body: {
            provider: OIDC_PROVIDER,
            callbackURL: settings.publicUrl + to,
            errorCallbackURL: `${settings.publicUrl}/sign-in`,
            disableRedirect: true,
            ...(isVerification ? { additionalParams: { prompt: "login" } } : {}),
          },
          headers,
          returnHeaders: true,
        }),
      );
      return { url };
    },

    signOut: async (_, { c }) => {
      const token = readSessionToken(c, settings.publicUrl);
      // The browser forgets it whatever becomes of the store.
      deleteSessionCookies(c);
      // Not "cookies", which would take those of all other hosts of the domain.
      c.header("clear-site-data", '"cache", "storage"');
      const session = await withAuth(runtime, async ({ db }) => {
        const found = token && (await findSession(db, token, runtime.now()));
        if (found) await endSessions(db, found.userId, { id: found.id });
        return found;
      });
      if (session) {
        await record({
          operation: label(login.signOut),
          actor: session.name,
          user: { id: session.userId, name: session.name },
          outcome: "done",
          requestId: c.var.requestId ?? "",
        });
      }
      return {};
    },
  };
}

/** Each start leaves a row in the store until it is too old; from one address. */
const OIDC_STARTS = { count: 20, spanMs: 60_000 };
/** Seconds for which better-auth refuses all codes after ten wrong ones. */
const LOCKED_S = 900;

/** Whose second factor was asked for; the empty string where that is over. */
async function challengedName(c: ProxyContext, runtime: LoginRuntime): Promise<string> {
  const challenge = readChallenge(c, runtime.settings.publicUrl);
  if (challenge === undefined) return "";
  const user = await withAuth(runtime, async ({ db, auth }) => {
    const { internalAdapter } = await auth.$context;
    const found = await internalAdapter.findVerificationValue(challenge);
    return found === null ? undefined : findUser(db, found.value);
  });
  return user?.username ?? "";
}

/** A browser would not keep the cookie of an address that TLS protects. */
function requirePublicUrl(c: ProxyContext, publicUrl: string | undefined): void {
  const { origin } = c.env.incoming.headers;
  if (publicUrl?.startsWith("https:") !== true || origin?.startsWith("http:") !== true) return;
  throw new ProxyError("unknown-address", `Open Pult at ${publicUrl}.`);
}

/** Those of an OpenID Connect provider have none here. */
function needsPasswords({ settings }: LoginRuntime): void {
  if (settings.kind !== "local") throw new ProxyError("unknown-path", "There is no such sign-in.");
}

async function userOfLink(runtime: LoginRuntime, link: string) {
  needsPasswords(runtime);
  const user = await withAuth(runtime, (found) => readLinkUser(found, link, runtime.now()));
  if (user === undefined || user.disabled) throw linkInvalid();
  return user;
}

/** Sets a password, and ends the sessions that began with another one. */
async function setPassword(runtime: LoginRuntime, userId: string, password: string) {
  await withAuth(runtime, async ({ db, auth }) => {
    const context = await auth.$context;
    await context.internalAdapter.updatePassword(userId, await context.password.hash(password));
    await noteActivated(db, userId, runtime.now());
    await endSessions(db, userId);
  });
}

/** Starts a session without a password, as long as a wall hangs. Returns its token. */
async function startWall(c: ProxyContext, runtime: LoginRuntime, userId: string): Promise<string> {
  const { token, expiresAt } = await withAuth(runtime, async ({ db, auth, iso }) => {
    const session = await (await auth.$context).internalAdapter.createSession(userId);
    const end = await extendForWall(db, session.token, runtime.now(), iso);
    return { token: session.token, expiresAt: end };
  });
  const cookie = `${SESSION_COOKIE}=${token}; Expires=${expiresAt.toUTCString()}; Path=/; HttpOnly; SameSite=Strict`;
  sendCookies(c, new Headers({ "set-cookie": cookie }), isOverTls(c, runtime.settings.publicUrl));
  return token;
}

/** The first step was too long ago, or there were too many wrong codes. */
function isChallengeOver(error: unknown): boolean {
  const codes = ["INVALID_TWO_FACTOR_COOKIE", "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE"];
  return error instanceof APIError && codes.includes(String(error.body?.code));
}

export function wrongCredentials(): ProxyError {
  return new ProxyError("wrong-credentials", "That is not right.");
}

function linkInvalid(): ProxyError {
  return new ProxyError("link-invalid", "This link was used already, or is too old.");
}
