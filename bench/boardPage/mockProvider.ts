import { makeAccounts, makeStatuses } from "../tablePage/accounts.ts";

/** A page of a list in the API's format. */
function paginate(items: readonly object[], search: URLSearchParams) {
  const page = Number(search.get("page") ?? 1);
  const per_page = Number(search.get("limit") ?? 15);
  return {
    data: items.slice((page - 1) * per_page, page * per_page),
    current_page: page,
    last_page: Math.ceil(items.length / per_page),
    per_page,
    total: items.length,
  };
}

/** Mocks the provider inside the page, so that only the page itself is measured. */
export function mockProvider(count: number) {
  const accounts = makeAccounts(count);
  const statuses = makeStatuses(accounts);
  globalThis.fetch = async (input) => {
    const address = input instanceof Request ? input.url : input;
    const { pathname, searchParams } = new URL(address, location.href);
    if (pathname === "/api/v1/sip") return Response.json(paginate(accounts, searchParams));
    if (pathname === "/api/v1/sip/statuses") return Response.json(paginate(statuses, searchParams));
    return new Response(null, { status: 404 });
  };
  return {
    /** Flips an account between online and offline. */
    toggleOnline: (id: number) => {
      const status = statuses.find((one) => one.id === id);
      if (status !== undefined) status.on_line = !status.on_line;
    },
  };
}
