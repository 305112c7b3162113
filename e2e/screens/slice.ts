import type { Scheme, Width } from "../lib/a11yIssues.ts";
import type { TestLocale } from "../lib/texts.ts";
import { STATES, type State } from "./stage.ts";
import { ALL_SCREENS, type Screen } from "./table.ts";

export interface Look {
  locale: TestLocale;
  scheme: Scheme;
  width: Width;
}

/** Every two values of language, scheme and width meet in one of these. */
const LOOKS: readonly Look[] = [
  { locale: "ru-RU", scheme: "light", width: 320 },
  { locale: "en-US", scheme: "light", width: 1280 },
  { locale: "ru-RU", scheme: "dark", width: 1280 },
  { locale: "en-US", scheme: "dark", width: 320 },
];

type Kind = State | "more";
const KINDS: readonly Kind[] = ["full", "error", "loading", "empty", "more"];

const kindOf = ({ state }: Screen): Kind => STATES.find((one) => one === state) ?? "more";

/** One of a route's states: another one from route to route. */
function screenOf(screens: readonly Screen[], turn: number): Screen | undefined {
  return KINDS.map((_, at) => KINDS[(turn + at) % KINDS.length])
    .map((kind) => screens.find((screen) => kindOf(screen) === kind))
    .find((screen) => screen !== undefined);
}

/**
 * The part of the grid that goes with every run of the tests: one screen of every route. The
 * looks take turns within each kind of state, so that each kind meets every one of their values.
 */
export const SLICE: readonly { screen: Screen; look: Look }[] = (() => {
  const routes = [...new Set(ALL_SCREENS.map(({ route }) => route))];
  const turns = new Map<Kind, number>();
  return routes.flatMap((mine, place) => {
    const screen = screenOf(
      ALL_SCREENS.filter(({ route }) => route === mine),
      place,
    );
    if (screen === undefined) return [];
    const kind = kindOf(screen);
    const turn = turns.get(kind) ?? 0;
    turns.set(kind, turn + 1);
    const look = LOOKS[turn % LOOKS.length];
    return look === undefined ? [] : [{ screen, look }];
  });
})();
