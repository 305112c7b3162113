import type { Page, Route } from "@playwright/test";

export interface Deployment {
  /** From now on the server has another build: the parts of the page's own are gone. */
  deploy: () => void;
  /** From now on parts are gone though no other build is there. */
  lose: () => void;
  /** From now on the server says that it has another build, and gives one whose parts are gone. */
  waver: () => void;
  /** How often a page was loaded. */
  loads: () => number;
}

const ENTRY = /\/assets\/(index-[\w-]+)\.js/;

/**
 * Lets a test put another build in place of the one that a page was loaded from. It is the same
 * build with another entry, whose name is in every part that leads back to it.
 */
export async function watchBuilds(page: Page): Promise<Deployment> {
  /** The name of the server's entry is that of the build with this behind it. */
  let mark = "";
  let gone = false;
  let wavering = false;
  let builds = 1;
  let loads = 0;
  let entry = "";

  const answerPage = async (route: Route) => {
    const isLoad = route.request().isNavigationRequest();
    const response = await route.fetch();
    const body = await response.text();
    entry = ENTRY.exec(body)?.[1] ?? entry;
    if (isLoad) {
      loads += 1;
      // What a page begins with is there; what it asks for later may be gone.
      gone = false;
    }
    const said = wavering && isLoad ? "" : mark;
    await route.fulfill({ response, body: body.replaceAll(entry, entry + said) });
  };
  const answerPart = async (route: Route) => {
    if (gone) return route.fulfill({ status: 404, body: "Not found" });
    if (mark === "" || wavering) return route.continue();
    const url = route
      .request()
      .url()
      .replace(entry + mark, entry);
    try {
      const response = await route.fetch({ url });
      const body = (await response.text()).replaceAll(entry, entry + mark);
      await route.fulfill({ response, body });
    } catch {
      // The page has gone on, or its test is over: nobody waits for it any more.
      await route.abort().catch(() => undefined);
    }
  };
  await page.route("**/*", (route) => {
    const { pathname } = new URL(route.request().url());
    if (route.request().isNavigationRequest() || pathname === "/") return answerPage(route);
    return /^\/assets\/.*\.js$/.test(pathname) ? answerPart(route) : route.fallback();
  });
  const deploy = () => {
    gone = true;
    builds += 1;
    mark = `-${builds}`;
  };
  return {
    deploy,
    lose: () => {
      gone = true;
    },
    waver: () => {
      deploy();
      wavering = true;
    },
    loads: () => loads,
  };
}
