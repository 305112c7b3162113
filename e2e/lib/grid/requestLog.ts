import type { Page, Route } from "@playwright/test";
import { API_PREFIX, type Operation } from "#api/operation.ts";

/** Milliseconds: a longer pause after an answer begins another look. */
const SAME_LOOK_MS = 5_000;

/** One request of a page, by its clock in ms since 1970; `end` is missing while it is under way. */
interface Asked {
  method: string;
  path: string;
  start: number;
  end?: number;
}

/** A read as a person sees it: the first try and those after it that failed before. */
export interface Look {
  tries: number;
  start: number;
  end: number;
}

declare global {
  interface Window {
    asked?: Asked[];
  }
}

/** Notes what a page asks for, from its next load on. */
export async function noteRequests(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const asked: Asked[] = [];
    const send = window.fetch;
    window.asked = asked;
    window.fetch = async (to, init) => {
      const url = new URL(to instanceof Request ? to.url : to, location.href);
      const one: Asked = { method: init?.method ?? "GET", path: url.pathname, start: Date.now() };
      asked.push(one);
      try {
        return await send(to, init);
      } finally {
        one.end = Date.now();
      }
    };
  });
}

export async function forgetRequests(page: Page): Promise<void> {
  await page.evaluate(() => window.asked?.splice(0));
}

/** Holds the answers of an operation back until they are released; `asked`: one is held. */
export async function holdAnswer(
  page: Page,
  op: Operation,
): Promise<{ asked: Promise<void>; release: () => Promise<void> }> {
  const waiting: (() => void)[] = [];
  let isOver = false;
  const isIt = (url: URL) => pathOf(op).test(url.pathname);
  const asked = new Promise<void>((resolve, reject) => {
    const hold = async (route: Route) => {
      if (route.request().method() === op.method) {
        resolve();
        if (!isOver) await new Promise<void>((go) => waiting.push(go));
      }
      await route.continue();
    };
    page.route(isIt, hold).catch(reject);
  });
  return {
    asked,
    release: async () => {
      isOver = true;
      for (const go of waiting) go();
      await page.unrouteAll({ behavior: "wait" });
    },
  };
}

/** The looks at what an operation gives since requests were forgotten, oldest first. */
export async function looksOf(page: Page, op: Operation): Promise<Look[]> {
  const all = await page.evaluate(() => window.asked ?? []);
  const pattern = pathOf(op);
  const looks: Look[] = [];
  for (const one of all) {
    if (one.method !== op.method || !pattern.test(one.path)) continue;
    const look = looks.at(-1);
    const { start, end = start } = one;
    if (look === undefined || start - look.end > SAME_LOOK_MS) looks.push({ tries: 1, start, end });
    else Object.assign(look, { tries: look.tries + 1, end });
  }
  return looks;
}

/** Paths of an operation; `/sip/statuses` is none of `/sip/{id}`. */
function pathOf({ path }: Operation): RegExp {
  const filled = path.replaceAll("{type}", "[a-z]+").replaceAll(/\{\w+\}/g, String.raw`\d+`);
  return new RegExp(`^${API_PREFIX}${filled}$`);
}
