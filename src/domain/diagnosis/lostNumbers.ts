import type { ExternalNumber } from "#api/externalNumbers.ts";
import type { RememberedForwarding } from "#api/rememberedForwarding.ts";
import { toConnectionType } from "#domain/externalNumbers/rows.ts";
import { type Watched, watchedKey } from "#domain/watched/queries.ts";
import type { LostNumber } from "./findings.ts";

/** The «АТС» connections whose calls are known to go to an account: by themselves, or past a CRM. */
export function connectionsTo(
  accountId: number,
  remembered: readonly RememberedForwarding[] | undefined,
): number[] {
  return (remembered ?? []).flatMap(({ certain, values }) =>
    certain && values.number_type === "ate" && "sip_id" in values && values.sip_id === accountId
      ? [values.number_id]
      : [],
  );
}

/** Those of the connections that are not registered, as the server saw them last. */
export function lostNumbers(
  connections: readonly number[],
  objects: Watched["objects"] | undefined,
  numbers: readonly ExternalNumber[] | undefined,
): LostNumber[] {
  return connections.flatMap((id) => {
    const seen = objects?.get(watchedKey("external", id));
    if (seen?.state !== "offline") return [];
    const listed = numbers?.find((one) => one.id === id && toConnectionType(one.type) === "ate");
    return [{ id, number: listed?.number, since: Date.parse(seen.since) }];
  });
}
