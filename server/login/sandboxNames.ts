import type { Role } from "#api/access.ts";

/** The made-up people of the sandbox, whom anybody may play. */
export const SANDBOX_USERS: Readonly<Record<string, Role>> = {
  anna: "admin",
  boris: "admin",
  vera: "support",
  lobby: "wall",
};
/** It protects nothing: the sandbox's office is made up. */
export const SANDBOX_PASSWORD = "sandbox-office-for-all";
