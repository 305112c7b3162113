import { http, type HttpHandler, HttpResponse } from "msw";
import * as z from "zod/mini";
import { FAULT_EXAMPLES, faultList } from "./faults.ts";
import { OFFICE_HEADER, toResponse } from "./createHandler.ts";
import { MAX_ACCOUNTS, type Office } from "./office.ts";
import { invalid, Problem } from "./problem.ts";
import type { StatusOverride } from "./status.ts";
import { validate } from "./validation/validate.ts";
import type { Tenant, World } from "./world.ts";

const resetBody = z.strictObject({
  accounts: z.optional(z.int().check(z.gte(0), z.lte(MAX_ACCOUNTS))),
  seed: z.optional(z.int()),
  live: z.optional(z.boolean()),
});

/** Whether an account is online by its id, always or from some seconds on. */
const statusesBody = z.record(
  z.string(),
  z.union([
    z.boolean(),
    z.array(z.strictObject({ after: z.number().check(z.gte(0)), online: z.boolean() })),
  ]),
);
type StatusesBody = z.infer<typeof statusesBody>;

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
        const wanted = validate(statusesBody, parseJson(text, undefined));
        office.statuses = toStatuses(office, wanted);
        return HttpResponse.json(wanted);
      });
    }),
    http.get("*/__sandbox/requests", ({ request }) =>
      HttpResponse.json(getTenant(request).log.list()),
    ),
  ];
}

/** The statuses by account id; throws 422 for unknown ids. */
function toStatuses(office: Office, statuses: StatusesBody): Map<number, StatusOverride> {
  const { accounts } = office;
  const unknownIds = Object.keys(statuses).filter((id) => !accounts.has(Number(id)));
  if (unknownIds.length > 0) {
    throw invalid(Object.fromEntries(unknownIds.map((id) => [id, ["There is no such account."]])));
  }
  const now = office.now();
  return new Map(
    Object.entries(statuses).map(([id, one]) => [
      Number(id),
      typeof one === "boolean"
        ? one
        : one.map(({ after, online }) => ({ at: now + after * 1000, online })),
    ]),
  );
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
