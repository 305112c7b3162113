import { http, type HttpHandler, HttpResponse } from "msw";
import * as z from "zod/mini";
import { faultList } from "./faults.ts";
import { OFFICE_HEADER, performed } from "./handle.ts";
import { MAX_ACCOUNTS, type Office } from "./office.ts";
import { invalid, Problem } from "./problem.ts";
import { validated } from "./validation/validate.ts";
import type { Tenant, World } from "./world.ts";

const resetBody = z.strictObject({
  accounts: z.optional(z.int().check(z.gte(0), z.lte(MAX_ACCOUNTS))),
  seed: z.optional(z.int()),
  live: z.optional(z.boolean()),
});

/** Whether an account is online, by its id. */
const statusesBody = z.record(z.string(), z.boolean());

/** The sandbox's own switches, beside the provider's API; each works on the request's office. */
export function controlHandlers(world: World): HttpHandler[] {
  const roomOf = (request: Request) => world.tenant(request.headers.get(OFFICE_HEADER));
  return [
    http.post("*/__sandbox/reset", async ({ request }) => {
      const text = await request.text();
      return performed(() => {
        const { accounts, seed, live } = validated(resetBody, parsed(text, {}));
        const wanted = {
          ...(accounts === undefined ? {} : { accounts }),
          ...(seed === undefined ? {} : { seed }),
          ...(live === undefined ? {} : { live }),
        };
        const tenant = world.reset(request.headers.get(OFFICE_HEADER), wanted);
        return HttpResponse.json(summary(tenant));
      });
    }),
    http.get("*/__sandbox/office", ({ request }) => HttpResponse.json(summary(roomOf(request)))),
    http.put("*/__sandbox/faults", async ({ request }) => {
      const text = await request.text();
      return performed(() => {
        const { faults } = roomOf(request);
        faults.replace(validated(faultList, parsed(text, undefined)));
        return HttpResponse.json(faults.list());
      });
    }),
    http.get("*/__sandbox/faults", ({ request }) =>
      HttpResponse.json(roomOf(request).faults.list()),
    ),
    http.put("*/__sandbox/statuses", async ({ request }) => {
      const text = await request.text();
      return performed(() => {
        const { office } = roomOf(request);
        office.statuses = statusesOf(office, validated(statusesBody, parsed(text, undefined)));
        return HttpResponse.json(Object.fromEntries(office.statuses));
      });
    }),
    http.get("*/__sandbox/requests", ({ request }) =>
      HttpResponse.json(roomOf(request).log.list()),
    ),
  ];
}

/** The statuses by account; throws 422 for ids that the office does not have. */
function statusesOf({ accounts }: Office, given: Record<string, boolean>): Map<number, boolean> {
  const strangers = Object.keys(given).filter((id) => !accounts.has(Number(id)));
  if (strangers.length > 0) {
    throw invalid(Object.fromEntries(strangers.map((id) => [id, ["There is no such account."]])));
  }
  return new Map(Object.entries(given).map(([id, online]) => [Number(id), online]));
}

function summary({ name, office }: Tenant) {
  const { accounts, seed, live } = office;
  return { office: name, accounts: accounts.size, seed, live };
}

function parsed(text: string, empty: unknown): unknown {
  if (text.trim() === "") return empty;
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(400, { message: "The request body is not valid JSON", code: 400 });
  }
}
