import { mayCall } from "#api/access.ts";
import { label } from "#api/operation.ts";
import { ProxyError } from "#proxy/proxyError.ts";
import type { Authorize } from "#proxy/write.ts";
import type { RecordEvent } from "./events.ts";
import type { Identify, Identity } from "./identify.ts";
import type { UserLimits } from "./limits.ts";

/** Milliseconds for which a typed password counts. */
const VERIFIED_MS = 10 * 60_000;

export interface AuthorizeOptions {
  identify: Identify;
  limits: UserLimits;
  record: RecordEvent;
  /** Whether nobody can sign in yet, since there are no users. */
  hasNoUsers: () => Promise<boolean>;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** Denies everything that the operation's `access` does not allow to the person's role. */
export function createAuthorize(options: AuthorizeOptions): Authorize {
  const { identify, limits, record, hasNoUsers, now } = options;
  return async (c, operation, reveals) => {
    const identity = await identify(c);
    const { role = null } = identity ?? {};
    if (identity !== undefined && role !== null) c.set("user", { ...identity, role });
    if (operation.access === "anyone") return;
    if (identity === undefined) throw (await hasNoUsers()) ? noUsers() : signInRequired();
    const access = reveals === undefined ? operation.access : "admin";
    if (!mayCall(role ?? undefined, access)) {
      await record({
        operation: label(operation),
        actor: identity.name,
        outcome: "refused",
        message: role === null ? "No role" : `Not for the role ${role}`,
        requestId: c.var.requestId ?? "",
      });
      throw new ProxyError("role-required", "Your role does not allow this.");
    }
    limits.call(c, identity.id);
    if (operation.method !== "GET") limits.write(identity.id);
    if (reveals !== undefined || operation.takesVerification) checkVerified(identity, now());
    if (reveals !== undefined || operation.countsAsReveal) limits.reveal(identity.id);
  };
}

/** A web server in front asks for passwords by its own rules. */
function checkVerified({ session }: Identity, now: number): void {
  if (session === undefined || now - session.verifiedAt <= VERIFIED_MS) return;
  throw new ProxyError("verification-required", "Type your password again.");
}

function signInRequired(): ProxyError {
  return new ProxyError("sign-in-required", "Sign in.");
}

function noUsers(): ProxyError {
  return new ProxyError(
    "no-users",
    "Nobody can sign in yet. On the server, run: npm run user -- add NAME --role admin",
  );
}
