import * as fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { allPages, type FetchPage, PAGE_LIMIT, type PagePart } from "./pager.ts";

interface Office {
  total: number;
  /** The most that the server grants per page, whatever was asked for. */
  granted?: number;
}

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);
/** One turn of the event loop, in which every settled promise has been dealt with. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A server as Laravel pages: an empty list is one empty page. */
function serve({ total, granted = PAGE_LIMIT }: Office, page: number, limit: number) {
  const size = Math.min(limit, granted);
  return {
    data: numbers(total).slice((page - 1) * size, page * size),
    current_page: page,
    last_page: Math.max(1, Math.ceil(total / size)),
    per_page: size,
    total,
  };
}

async function collect<Item>(fetchPage: FetchPage<Item>) {
  const parts: PagePart<Item>[] = [];
  for await (const part of allPages(fetchPage)) parts.push(part);
  return { parts, items: parts.flatMap(({ items }) => items) };
}

/** Every part but the last says that there is more. */
function expectOneEnd(parts: readonly PagePart<unknown>[]) {
  expect(parts.map(({ done }) => done)).toEqual(parts.map((_, i) => i === parts.length - 1));
}

const offices = fc.record({
  total: fc.integer({ min: 0, max: 1200 }),
  granted: fc.integer({ min: 1, max: 150 }),
});

describe("all pages", () => {
  it("gives 300 accounts of a server that grants 15 a page", async () => {
    const fetchPage = vi.fn<FetchPage<number>>(({ page, limit }) =>
      Promise.resolve(serve({ total: 300, granted: 15 }, page, limit)),
    );
    const { items, parts } = await collect(fetchPage);
    expect(items).toEqual(numbers(300));
    expect(parts).toHaveLength(20);
    expect(fetchPage).toHaveBeenCalledTimes(20);
    expect(fetchPage.mock.calls[0]).toEqual([{ page: 1, limit: 100 }]);
    expect(fetchPage.mock.calls[1]).toEqual([{ page: 2, limit: 15 }]);
  });

  it("gives all items in order exactly once, whatever the sizes and the timing", async () => {
    await fc.assert(
      fc.asyncProperty(offices, fc.scheduler(), async (office, scheduler) => {
        const fetchPage: FetchPage<number> = ({ page, limit }) =>
          scheduler.schedule(Promise.resolve(serve(office, page, limit)));
        const { items, parts } = await scheduler.waitFor(collect(fetchPage));
        expect(items).toEqual(numbers(office.total));
        expect(new Set(parts.map(({ total }) => total))).toEqual(new Set([office.total]));
        expectOneEnd(parts);
      }),
      { numRuns: 60 },
    );
  });

  it("asks for each page once, at most four at a time, and never beyond the last", async () => {
    await fc.assert(
      fc.asyncProperty(offices, fc.scheduler(), async (office, scheduler) => {
        const asked: number[] = [];
        let running = 0;
        let most = 0;
        const { parts } = await scheduler.waitFor(
          collect(async ({ page, limit }) => {
            asked.push(page);
            most = Math.max(most, ++running);
            await scheduler.schedule(Promise.resolve());
            running--;
            return serve(office, page, limit);
          }),
        );
        expect(asked).toEqual(parts.map((_, i) => i + 1));
        expect(most).toBe(parts.length === 1 ? 1 : Math.min(4, parts.length - 1));
      }),
      { numRuns: 60 },
    );
  });

  it("gives the first part before the second page is there", async () => {
    const pages = allPages<number>(({ page, limit }) =>
      page === 1
        ? Promise.resolve(serve({ total: 150 }, page, limit))
        : new Promise<never>(() => undefined),
    );
    const { value } = await pages.next();
    expect(value).toEqual({ items: numbers(100), total: 150, done: false, cut: false });
  });

  it("gives an empty list as one empty part", async () => {
    const fetchPage = vi.fn<FetchPage<number>>(({ page, limit }) =>
      Promise.resolve(serve({ total: 0 }, page, limit)),
    );
    const { parts } = await collect(fetchPage);
    expect(parts).toEqual([{ items: [], total: 0, done: true, cut: false }]);
    expect(fetchPage).toHaveBeenCalledTimes(1);
  });
});

describe("a server that does not play along", () => {
  it("ignores page: its one page is given once, with how many there should be", async () => {
    const fetchPage = vi.fn<FetchPage<number>>(() =>
      Promise.resolve(serve({ total: 300, granted: 15 }, 1, 15)),
    );
    const { items, parts } = await collect(fetchPage);
    expect(items).toEqual(numbers(15));
    expect(parts.at(-1)).toEqual({ items: [], total: 300, done: true, cut: true });
    expect(fetchPage.mock.calls.length).toBeLessThanOrEqual(5);
  });

  it("loses pages on the way: what is left is given, and the end said", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(600), fc.nat(600), async (a, b) => {
        const [left, before] = [Math.min(a, b), Math.max(a, b)];
        const { items, parts } = await collect<number>(({ page, limit }) => {
          const total = page === 1 ? before : left;
          return Promise.resolve(serve({ total, granted: 50 }, page, limit));
        });
        expect(items).toEqual(numbers(Math.max(left, Math.min(before, 50))));
        expect(parts.filter((part) => part.items.length === 0).length).toBeLessThanOrEqual(1);
        expectOneEnd(parts);
      }),
    );
  });

  it.each([
    { per_page: 0, last_page: 2 },
    { per_page: -1, last_page: 2 },
    { per_page: 100_000, last_page: 2 },
  ])("grants nonsense (%o): what is asked for stays within 1…100", async (nonsense) => {
    const fetchPage = vi.fn<FetchPage<number>>(({ page }) =>
      Promise.resolve({ data: [page], current_page: page, ...nonsense }),
    );
    const { items } = await collect(fetchPage);
    expect(items).toEqual([1, 2]);
    const limits = fetchPage.mock.calls.map(([{ limit }]) => limit);
    for (const limit of limits) expect(limit >= 1 && limit <= PAGE_LIMIT).toBe(true);
  });

  it("says that there are fewer pages than one: the first is given", async () => {
    const { parts } = await collect(() =>
      Promise.resolve({ data: [1], current_page: 1, last_page: 0, per_page: 15 }),
    );
    expect(parts).toEqual([{ items: [1], total: undefined, done: true, cut: false }]);
  });
});

describe("a page that fails", () => {
  const unhandled = vi.fn<(reason: unknown) => void>();
  afterEach(() => {
    process.off("unhandledRejection", unhandled);
    unhandled.mockReset();
  });
  const failing = new Error("page 3");

  it("throws, after the pages before it were given", async () => {
    process.on("unhandledRejection", unhandled);
    const seen: number[] = [];
    const run = async () => {
      const pages = allPages<number>(async ({ page, limit }) => {
        if (page >= 3) throw failing;
        return serve({ total: 1000 }, page, limit);
      });
      for await (const { items } of pages) seen.push(...items);
    };
    await expect(run()).rejects.toBe(failing);
    expect(seen).toEqual(numbers(200));
    await turn();
    expect(unhandled).not.toHaveBeenCalled();
  });

  it("throws when it is the first", async () => {
    await expect(collect(() => Promise.reject(failing))).rejects.toBe(failing);
  });

  it("stays quiet when the reader has left before its turn", async () => {
    process.on("unhandledRejection", unhandled);
    const fetchPage = vi.fn<FetchPage<number>>(async ({ page, limit }) => {
      if (page >= 3) throw failing;
      return serve({ total: 1000 }, page, limit);
    });
    const pages = allPages(fetchPage);
    await pages.next();
    await pages.next();
    await pages.return(undefined);
    await turn();
    expect(fetchPage).toHaveBeenCalledWith({ page: 3, limit: 100 });
    expect(unhandled).not.toHaveBeenCalled();
  });
});
