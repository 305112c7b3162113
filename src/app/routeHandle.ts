import type en from "./locales/en.json";

/** What the header's search may look among. */
export type Searched = "sip" | "external" | "smart" | "directions";

/** What a route tells the frame about itself. */
export interface RouteHandle {
  /** Its name in the breadcrumbs. */
  crumb?: keyof typeof en;
  /** The page has a list of these, which the header's search filters (`?q=`) as one types. */
  searchable?: Searched;
  /** It lies over the page of the route above. */
  panel?: true;
}
