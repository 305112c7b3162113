/** The provider's default. */
const PER_PAGE = 15;
const MAX_PER_PAGE = 100;

export interface Paging {
  page?: number | undefined;
  limit?: number | undefined;
}

/**
 * Reads `page` and `limit` from a query as the provider does: invalid values are ignored, and the
 * limit is capped.
 */
export function readPaging(query: URLSearchParams): Paging {
  const limit = positive(query.get("limit"));
  return {
    page: positive(query.get("page")),
    limit: limit === undefined ? undefined : Math.min(limit, MAX_PER_PAGE),
  };
}

function positive(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

/**
 * One page of a list in Laravel's format. Its URLs say `localhost`, as the provider's do; `path` is
 * the request's own path.
 */
export function laravelPage<Row, ApiRow>(
  rows: readonly Row[],
  { page = 1, limit = PER_PAGE }: Paging,
  path: string,
  toRow: (row: Row) => ApiRow,
) {
  const start = (page - 1) * limit;
  const data = rows.slice(start, start + limit).map((row) => toRow(row));
  const last = Math.max(1, Math.ceil(rows.length / limit));
  const base = `http://localhost${path}`;
  const url = (number: number) => `${base}?page=${number}`;
  return {
    current_page: page,
    data,
    first_page_url: url(1),
    from: data.length > 0 ? start + 1 : null,
    last_page: last,
    last_page_url: url(last),
    next_page_url: page < last ? url(page + 1) : null,
    path: base,
    per_page: limit,
    prev_page_url: page > 1 ? url(page - 1) : null,
    to: data.length > 0 ? start + data.length : null,
    total: rows.length,
  };
}
