import type { Scheme, Width } from "../lib/a11yIssues.ts";
import type { TestLocale } from "../lib/texts.ts";
import { STATES, type State } from "./routeScreens.ts";
import { ALL_SCREENS, type Screen } from "./allScreens.ts";

export interface DisplayVariant {
  locale: TestLocale;
  scheme: Scheme;
  width: Width;
}

/** Together these contain every pair of language, scheme and width. */
const VARIANTS: readonly DisplayVariant[] = [
  { locale: "ru-RU", scheme: "light", width: 320 },
  { locale: "en-US", scheme: "light", width: 1280 },
  { locale: "ru-RU", scheme: "dark", width: 1280 },
  { locale: "en-US", scheme: "dark", width: 320 },
];

type Kind = State | "more";
const KINDS: readonly Kind[] = ["full", "error", "loading", "empty", "more"];

const stateKind = ({ state }: Screen): Kind => STATES.find((one) => one === state) ?? "more";

/** One of a route's states, a different one from route to route. */
function pickScreen(screens: readonly Screen[], offset: number): Screen | undefined {
  return KINDS.map((_, at) => KINDS[(offset + at) % KINDS.length])
    .map((kind) => screens.find((screen) => stateKind(screen) === kind))
    .find((screen) => screen !== undefined);
}

/**
 * The sample of the grid for `npm test`: one screen of every route. The variants rotate within each
 * kind of state, so that each kind is combined with every value.
 */
export const SLICE: readonly { screen: Screen; variant: DisplayVariant }[] = (() => {
  const routes = [...new Set(ALL_SCREENS.map(({ route }) => route))];
  const variantIndexes = new Map<Kind, number>();
  return routes.flatMap((route, routeIndex) => {
    const screen = pickScreen(
      ALL_SCREENS.filter((candidate) => candidate.route === route),
      routeIndex,
    );
    if (screen === undefined) return [];
    const kind = stateKind(screen);
    const offset = variantIndexes.get(kind) ?? 0;
    variantIndexes.set(kind, offset + 1);
    const variant = VARIANTS[offset % VARIANTS.length];
    return variant === undefined ? [] : [{ screen, variant }];
  });
})();
