import { makeAccounts, makeStatuses } from "../tablePage/accounts.ts";

/** A provider inside the page: so that nothing but the page itself is measured. */
export function openOffice(count: number) {
  const accounts = makeAccounts(count);
  const statuses = makeStatuses(accounts);
  const pageOf = (items: readonly object[], search: URLSearchParams) => {
    const page = Number(search.get("page") ?? 1);
    const per_page = Number(search.get("limit") ?? 15);
    return {
      data: items.slice((page - 1) * per_page, page * per_page),
      current_page: page,
      last_page: Math.ceil(items.length / per_page),
      per_page,
      total: items.length,
    };
  };
  globalThis.fetch = async (input) => {
    const { pathname, searchParams } = new URL(String(input), location.href);
    if (pathname === "/api/v1/sip") return Response.json(pageOf(accounts, searchParams));
    if (pathname === "/api/v1/sip/statuses") return Response.json(pageOf(statuses, searchParams));
    return new Response(null, { status: 404 });
  };
  return {
    /** The account that stands in the middle of the page turns round. */
    turn: (id: number) => {
      const status = statuses.find((one) => one.id === id);
      if (status !== undefined) status.on_line = !status.on_line;
    },
  };
}
