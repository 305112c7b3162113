import type { Store } from "#server/store/store.ts";
import type { AuthSettings } from "./auth.ts";
import { withAuth } from "./runtime.ts";
import { SANDBOX_PASSWORD, SANDBOX_USERS } from "./sandboxNames.ts";
import { addUser, noteActivated } from "./users.ts";

/** Adds the sandbox's people to the sandbox's store, which is new with each start. Throws `StoreError`. */
export async function addSandboxUsers(store: Store, settings: AuthSettings): Promise<void> {
  await withAuth({ store, settings }, async (found) => {
    const { internalAdapter, password } = await found.auth.$context;
    const hash = await password.hash(SANDBOX_PASSWORD);
    for (const [name, role] of Object.entries(SANDBOX_USERS)) {
      // oxlint-disable no-await-in-loop -- one connection
      const id = await addUser(found, { name, role });
      if (role === "wall") continue;
      await internalAdapter.updatePassword(id, hash);
      await noteActivated(found.db, id, Date.now());
      // oxlint-enable no-await-in-loop
    }
  });
}
