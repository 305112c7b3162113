import { call } from "#api/client.ts";
import type { JournalEntry } from "#api/journal.ts";
import { deleteSmartNumber, listSmartNumbers } from "#api/smartNumbers.ts";
import { fetchFresh } from "#common/cache.ts";
import { parseId, paths } from "#paths";
import { smartNumbersQuery } from "../../smartNumbers/queries.ts";
import { type NoUndo, noUndo, type UndoPlan } from "./plan.ts";

/**
 * An added number is deleted. The provider does not say which one it added: it is found only if one
 * alone leads to the same phone with the same description.
 */
export function undoSmartCreation({ fields }: JournalEntry): UndoPlan | NoUndo {
  const user = parseId(String(fields["user_id"]));
  const phone = fields["phone_b"];
  if (user === undefined || typeof phone !== "string") return noUndo("incomplete");
  const find = async (client: Parameters<UndoPlan["read"]>[0]) => {
    const list = await fetchFresh(client, smartNumbersQuery(user));
    const description = fields["description"] ?? "";
    const alike = list.items.filter(
      (one) => one.phoneB === phone && one.description === description,
    );
    return alike.length > 1 ? undefined : { found: alike[0] };
  };
  return {
    can: true,
    kept: [],
    read: async (client) => {
      const only = await find(client);
      if (only === undefined) return undefined;
      const { found } = only;
      const left = found && { number: found.phoneX || phone, id: found.id };
      return {
        before: { smart: undefined },
        left: { smart: left },
        now: { smart: left },
      };
    },
    write: (_, { now }, headers) => {
      const { id } = now["smart"] as { id: number };
      return call(deleteSmartNumber, { params: { id } }, { headers });
    },
    stale: [listSmartNumbers],
  };
}

/** A deleted number can't be had again: the provider gives out another one. */
export const undoSmartDeletion = (): NoUndo =>
  noUndo("smartDeleted", { text: "addSmart", path: paths.smartNumberNew() });
