import type { IconName } from "#ui/icons.tsx";
import type { Text, TextKey } from "#i18n/texts.ts";
import { paths } from "#paths";
import { type Entry, foldNames } from "./match.ts";

interface Place {
  to: string;
  icon: IconName;
  name: TextKey;
  /** Other words that people look for it by. */
  words?: TextKey;
  /** Who sees it; by default everybody who reads pages. */
  needs?: keyof Rights;
}

/** What the person may do. */
export interface Rights {
  /** Change anything. */
  change: boolean;
  /** Manage who may sign in. */
  people: boolean;
}

const SCREENS: readonly Place[] = [
  { to: paths.home(), icon: "home", name: "nav.home" },
  { to: paths.sip(), icon: "phone", name: "nav.sip", words: "search.words.sip" },
  { to: paths.status(), icon: "pulse", name: "nav.status", words: "search.words.status" },
  {
    to: paths.externalNumbers(),
    icon: "trunk",
    name: "nav.external",
    words: "search.words.external",
  },
  { to: paths.smartNumbers(), icon: "spark", name: "nav.smart" },
  {
    to: paths.voicemail(),
    icon: "voicemail",
    name: "nav.voicemail",
    words: "search.words.voicemail",
  },
  {
    to: paths.directions(),
    icon: "globe",
    name: "nav.directions",
    words: "search.words.directions",
  },
  { to: paths.alerts(), icon: "bell", name: "nav.alerts", words: "search.words.alerts" },
  { to: paths.journal(), icon: "rows", name: "nav.journal", words: "search.words.journal" },
  {
    to: paths.users(),
    icon: "eye",
    name: "nav.users",
    words: "search.words.users",
    needs: "people",
  },
  { to: paths.statusWall(), icon: "screen", name: "search.wall" },
];

const ACTIONS: readonly Place[] = [
  {
    to: paths.sipNew(),
    icon: "plus",
    name: "search.createAccount",
    words: "search.words.create",
    needs: "change",
  },
  {
    to: paths.externalNew(),
    icon: "plus",
    name: "search.connectNumber",
    words: "search.words.connect",
    needs: "change",
  },
  { to: paths.smartNumberNew(), icon: "plus", name: "search.addSmart", needs: "change" },
  {
    to: paths.directionsTest(),
    icon: "check",
    name: "search.testNumber",
    words: "search.words.test",
  },
  {
    to: paths.directionsImport(),
    icon: "rows",
    name: "search.importList",
    words: "search.words.import",
    needs: "change",
  },
  {
    to: paths.alertRule(),
    icon: "bell",
    name: "search.newRule",
    words: "search.words.rule",
    needs: "change",
  },
  {
    to: `${paths.home()}?steps`,
    icon: "home",
    name: "search.firstSteps",
    words: "search.words.firstSteps",
    needs: "change",
  },
  { to: paths.statusAlerts(), icon: "bell", name: "search.browserAlerts" },
  {
    to: paths.userNew(),
    icon: "plus",
    name: "search.invite",
    words: "search.words.invite",
    needs: "people",
  },
];

/** The screens and actions that the person's role has, in the order of the navigation. */
export function listPlaces(t: Text, rights: Rights): Entry[] {
  const toEntry =
    (group: "screens" | "actions") =>
    (place: Place): Entry => {
      const title = t(place.name);
      return {
        id: `place-${place.to}`,
        group,
        to: place.to,
        icon: place.icon,
        title,
        detail: "",
        phone: "",
        ...foldNames(title, place.words === undefined ? "" : t(place.words)),
        numbers: [],
      };
    };
  const isAllowed = ({ needs }: Place) => needs === undefined || rights[needs];
  return [
    ...SCREENS.filter(isAllowed).map(toEntry("screens")),
    ...ACTIONS.filter(isAllowed).map(toEntry("actions")),
  ];
}
