import type { ComponentType } from "react";
import type {
  LoaderFunctionArgs,
  NonIndexRouteObject,
  RouteObject,
  ShouldRevalidateFunction,
} from "react-router";
import { loadTexts, type Namespace } from "#i18n/texts.ts";
import { FormGate } from "./RoleGate.tsx";
import type { RouteHandle } from "./routeHandle.ts";
import { isWall } from "./session.ts";

/** For a route whose reads depend on the id in its address. */
export const isOtherId: ShouldRevalidateFunction = ({ currentParams, nextParams }) =>
  currentParams["id"] !== nextParams["id"];

type Own = "index" | "handle" | "loader" | "lazy" | "Component";
interface Page extends Omit<NonIndexRouteObject, Own> {
  index?: true;
  handle?: RouteHandle;
  /** Loads the component. */
  code: () => Promise<ComponentType>;
  /** It changes something: a form. */
  changes?: true;
  /** A screen on the wall may read what it reads. */
  forWall?: true;
  /** The page is not rendered without them. */
  texts?: readonly Namespace[];
  /**
   * Starts the page's reads: the page itself shows what is loading and what failed. May redirect.
   */
  data?: (args: LoaderFunctionArgs) => unknown;
}

/**
 * A route whose code, texts and data start loading at the same moment, and again on the same route
 * only where its `shouldRevalidate` says so. The loader loads the code, not the route's `lazy`: the
 * router caches a failed `lazy` until the page is reloaded, while a loader runs again at the next
 * visit.
 */
export function page(options: Page): RouteObject {
  const { index, children, code, texts = [], data, changes, forWall, ...route } = options;
  let Loaded: ComponentType | undefined;
  const loadCode = async () => {
    Loaded = await code();
  };
  return {
    shouldRevalidate: () => false,
    ...route,
    ...(index ? { index } : { children }),
    loader: async (args) => {
      const reads = isWall() && !forWall ? undefined : data?.(args);
      const [answer] = await Promise.all([reads, loadCode(), loadTexts(...texts)]);
      return answer ?? null;
    },
    Component: () => {
      const content = Loaded && <Loaded />;
      return changes ? <FormGate>{content}</FormGate> : content;
    },
  };
}
