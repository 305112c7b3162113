import type { Scheme, Width } from "../lib/judge.ts";
import type { TestLocale } from "../lib/texts.ts";
import { STATES } from "./stage.ts";
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

/**
 * Every screen with one look. From state to state and from route to route they take turns, so that
 * each state, and each route with four screens, meets every language, scheme and width.
 */
export const SLICE: readonly { screen: Screen; look: Look }[] = (() => {
  const routes = [...new Set(ALL_SCREENS.map(({ route }) => route))];
  const more = new Map<string, number>();
  return ALL_SCREENS.flatMap((screen) => {
    const { route, state } = screen;
    let turn = STATES.findIndex((one) => one === state);
    if (turn === -1) {
      turn = more.get(route) ?? 0;
      more.set(route, turn + 1);
    }
    const look = LOOKS[(turn + routes.indexOf(route)) % LOOKS.length];
    return look === undefined ? [] : [{ screen, look }];
  });
})();
