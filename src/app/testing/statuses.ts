import { http, HttpResponse } from "msw";
import { office, server } from "./sandbox.ts";

/**
 * From now on these accounts are not registered and all others are, whatever the sandbox's own
 * schedule; those `missing` are on no page.
 */
export function setOffline(offline: readonly number[], missing: readonly number[] = []): void {
  server.use(
    http.get("*/api/v1/sip/statuses", () => {
      const data = [...office().accounts.values()]
        .filter(({ id }) => !missing.includes(id))
        .map(({ id, name }) => ({ id, name, on_line: !offline.includes(id) }));
      const total = data.length;
      return HttpResponse.json({ data, current_page: 1, last_page: 1, per_page: total, total });
    }),
  );
}
