import type { Page, Route } from "@playwright/test";

export interface BuildSimulation {
  /** Deploys a new build: the chunks of the page's own build are gone. */
  deploy: () => void;
  /** Removes chunks without deploying a new build. */
  removeChunks: () => void;
  /** Announces a new build, but serves one whose chunks are gone. */
  deployBroken: () => void;
  /** The number of page loads. */
  loads: () => number;
}

const ENTRY = /\/assets\/(index-[\w-]+)\.js/;

/**
 * Lets a test replace the build that a page was loaded from. The "new" build is the same one with
 * a renamed entry, in all chunks that import it.
 */
export async function simulateBuilds(page: Page): Promise<BuildSimulation> {
  /** Appended to the entry's name. */
  let buildSuffix = "";
  let areChunksGone = false;
  let isBroken = false;
  let builds = 1;
  let loads = 0;
  let entry = "";

  const servePage = async (route: Route) => {
    const isLoad = route.request().isNavigationRequest();
    const response = await route.fetch();
    const body = await response.text();
    entry = ENTRY.exec(body)?.[1] ?? entry;
    if (isLoad) {
      loads += 1;
      // The initial chunks exist; those loaded later may be gone.
      areChunksGone = false;
    }
    const suffix = isBroken && isLoad ? "" : buildSuffix;
    await route.fulfill({ response, body: body.replaceAll(entry, entry + suffix) });
  };
  const serveChunk = async (route: Route) => {
    if (areChunksGone) return route.fulfill({ status: 404, body: "Not found" });
    if (buildSuffix === "" || isBroken) return route.continue();
    const url = route
      .request()
      .url()
      .replace(entry + buildSuffix, entry);
    try {
      const response = await route.fetch({ url });
      const body = (await response.text()).replaceAll(entry, entry + buildSuffix);
      await route.fulfill({ response, body });
    } catch {
      // The page has navigated away, or the test is over.
      await route.abort().catch(() => undefined);
    }
  };
  await page.route("**/*", (route) => {
    const { pathname } = new URL(route.request().url());
    if (route.request().isNavigationRequest() || pathname === "/") return servePage(route);
    return /^\/assets\/.*\.js$/.test(pathname) ? serveChunk(route) : route.fallback();
  });
  const deploy = () => {
    areChunksGone = true;
    builds += 1;
    buildSuffix = `-${builds}`;
  };
  return {
    deploy,
    removeChunks: () => {
      areChunksGone = true;
    },
    deployBroken: () => {
      deploy();
      isBroken = true;
    },
    loads: () => loads,
  };
}
