import * as z from "zod/mini";
import type { Result } from "#api/operation.ts";
import { forwarding } from "#api/forwarding.ts";
import { type listRememberedScenarios, rememberedScenario } from "#api/remembered.ts";
import type { listRememberedForwarding } from "#api/rememberedForwarding.ts";
import type { Recall } from "#server/journal/subject.ts";
import type { Store } from "#server/store/store.ts";
import { readRemembered, type Remembered } from "./memory.ts";

/** The scenarios of an account as last saved through Pult. Throws `StoreError`. */
export async function readScenarios(
  store: Store,
  account: number | string,
): Promise<Result<typeof listRememberedScenarios>["items"]> {
  const rows = await readRemembered(store, "scenario", String(account));
  return rows.flatMap((row) => {
    const values = z.safeParse(rememberedScenario, row.body);
    return values.success ? [{ id: Number(row.id), values: values.data, ...savedOf(row) }] : [];
  });
}

/** The forwarding of external numbers as last set through Pult. Throws `StoreError`. */
export async function readForwarding(
  store: Store,
): Promise<Result<typeof listRememberedForwarding>["items"]> {
  const rows = await readRemembered(store, "forwarding");
  return rows.flatMap((row) => {
    const values = z.safeParse(forwarding, row.body);
    return values.success ? [{ values: values.data, ...savedOf(row) }] : [];
  });
}

const savedOf = ({ entry, at, actor, certain }: Remembered) => ({
  entry,
  at: new Date(at).toISOString(),
  actor,
  certain,
});

/** For the values from before a write: what Pult remembers of one scenario or external number. */
export function recallFrom(store: Store): Recall {
  return {
    scenario: async (account, id) =>
      (await readScenarios(store, account)).find((item) => String(item.id) === id),
    forwarding: async (type, id) => {
      const item = (await readForwarding(store)).find(
        ({ values }) => values.number_type === type && String(values.number_id) === id,
      );
      return item?.certain === true ? item.values : undefined;
    },
  };
}
