/** What people are to Pult, the most powerful first: each may do what the next one may. */
export const ROLES = ["admin", "support", "wall"] as const;
/**
 * - `admin` does everything
 * - `support` reads everything, and never a secret
 * - `wall` is a screen that nobody sits at: the accounts and their statuses
 */
export type Role = (typeof ROLES)[number];

/** The least role that may call an operation; `anyone` also somebody who has not signed in. */
export type Access = Role | "anyone";

/** Whether a person of this role may call it; `undefined` is somebody who has not signed in. */
export function mayCall(role: Role | undefined, access: Access): boolean {
  if (access === "anyone") return true;
  return role !== undefined && ROLES.indexOf(role) <= ROLES.indexOf(access);
}
