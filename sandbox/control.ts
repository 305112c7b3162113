import { http, type HttpHandler, HttpResponse } from "msw";
import * as z from "zod/mini";
import { FAULT_EXAMPLES, faultList } from "./faults.ts";
import { OFFICE_HEADER, toResponse } from "./createHandler.ts";
import { MAX_ACCOUNTS, type Office } from "./office.ts";
import { invalid, Problem } from "./problem.ts";
import { validate } from "./validation/validate.ts";
import type { Tenant, World } from "./world.ts";

const resetBody = z.strictObject({
  accounts: z.optional(z.int().check(z.gte(0), z.lte(MAX_ACCOUNTS))),
  seed: z.optional(z.int()),
  live: z.optional(z.boolean()),
});

/** Whether an account is online, by its id. */
const statusesBody = z.record(z.string(), z.boolean());

/** The sandbox's control API, beside the provider's; each call applies to the request's office. */
export function controlHandlers(world: World): HttpHandler[] {
  const getTenant = (request: Request) => world.tenant(request.headers.get(OFFICE_HEADER));
  return [
    http.post("*/__sandbox/reset", async ({ request }) => {
      const text = await request.text();
      return toResponse(() => {
        const { accounts, seed, live } = validate(resetBody, parseJson(text, {}));
        const wanted = {
          ...(accounts === undefined ? {} : { accounts }),
          ...(seed === undefined ? {} : { seed }),
          ...(live === undefined ? {} : { live }),
        };
        const tenant = world.reset(request.headers.get(OFFICE_HEADER), wanted);
        return HttpResponse.json(summary(tenant));
      });
    }),
    http.get("*/__sandbox/office", ({ request }) => HttpResponse.json(summary(getTenant(request)))),
    http.put("*/__sandbox/faults", async ({ request }) => {
      const text = await request.text();
      return toResponse(() => {
        const { faults } = getTenant(request);
        faults.replace(validate(faultList, parseJson(text, undefined)));
        return HttpResponse.json(faults.list());
      });
    }),
    http.get("*/__sandbox/faults", ({ request }) =>
      HttpResponse.json(getTenant(request).faults.list()),
    ),
    http.get("*/__sandbox/fault-examples", () => HttpResponse.json(FAULT_EXAMPLES)),
    http.put("*/__sandbox/statuses", async ({ request }) => {
      const text = await request.text();
      return toResponse(() => {
        const { office } = getTenant(request);
        office.statuses = toStatuses(office, validate(statusesBody, parseJson(text, undefined)));
        return HttpResponse.json(Object.fromEntries(office.statuses));
      });
    }),
    http.get("*/__sandbox/requests", ({ request }) =>
      HttpResponse.json(getTenant(request).log.list()),
    ),
  ];
}

/** The statuses by account id; throws 422 for unknown ids. */
function toStatuses({ accounts }: Office, statuses: Record<string, boolean>): Map<number, boolean> {
  const unknownIds = Object.keys(statuses).filter((id) => !accounts.has(Number(id)));
  if (unknownIds.length > 0) {
    throw invalid(Object.fromEntries(unknownIds.map((id) => [id, ["There is no such account."]])));
  }
  return new Map(Object.entries(statuses).map(([id, online]) => [Number(id), online]));
}

function summary({ name, office }: Tenant) {
  const { accounts, seed, live } = office;
  return { office: name, accounts: accounts.size, seed, live };
}

function parseJson(text: string, empty: unknown): unknown {
  if (text.trim() === "") return empty;
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(400, { message: "The request body is not valid JSON", code: 400 });
  }
}
