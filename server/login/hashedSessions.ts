import { createHash } from "node:crypto";
import type { DBAdapter, DBTransactionAdapter, Where } from "better-auth/adapters";

type Adapter = DBAdapter;
type Row = Record<string, unknown>;

/** What the store keeps of a session's token: a copy of the store signs nobody in. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/**
 * An adapter of better-auth that stores the tokens of sessions hashed. better-auth itself gets the
 * token that it asked for, never the hash.
 */
export function withHashedSessions(adapter: Adapter): Adapter {
  return {
    ...wrap(adapter),
    transaction: (run) => adapter.transaction((inner) => run(wrap(inner))),
  };
}

function wrap(adapter: DBTransactionAdapter): DBTransactionAdapter {
  const wrapped: DBTransactionAdapter = {
    ...adapter,
    create: async (request) => {
      const { token } = request.data as { token?: unknown };
      if (request.model !== "session" || typeof token !== "string") return adapter.create(request);
      const row = await adapter.create({
        ...request,
        data: { ...request.data, token: hashToken(token) },
      });
      return { ...(row as Row), token } as never;
    },
    findOne: async (request) => {
      const row = await adapter.findOne<Row>(hashed(request));
      return withToken(row, request) as never;
    },
    findMany: async (request) => {
      const rows = await adapter.findMany<Row>(hashed(request));
      return rows.map((row) => withToken(row, request)) as never;
    },
    update: async (request) => {
      const row = await adapter.update<Row>(hashed(request));
      return withToken(row, request) as never;
    },
    updateMany: (request) => adapter.updateMany(hashed(request)),
    delete: (request) => adapter.delete(hashed(request)),
    deleteMany: (request) => adapter.deleteMany(hashed(request)),
    count: (request) => adapter.count(hashed(request)),
  };
  return wrapped;
}

interface Request {
  model: string;
  where?: Where[] | undefined;
}

/** The request with hashes where it names tokens of sessions. */
function hashed<R extends Request>(request: R): R {
  if (request.model !== "session" || request.where === undefined) return request;
  const where = request.where.map((one) => {
    if (one.field !== "token") return one;
    const { value } = one;
    return {
      ...one,
      value: Array.isArray(value)
        ? value.map((token) => hashToken(String(token)))
        : hashToken(String(value)),
    };
  });
  return { ...request, where };
}

/** The row with the token that was asked for. */
function withToken(row: Row | null, { model, where = [] }: Request): Row | null {
  if (row === null || model !== "session") return row;
  const asked = where.filter(({ field }) => field === "token").flatMap(({ value }) => value);
  const token = asked.find((one) => hashToken(String(one)) === row["token"]);
  return token === undefined ? row : { ...row, token };
}
