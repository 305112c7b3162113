import type en from "./locales/en.json";

/** What a route tells the frame about itself. */
export interface RouteHandle {
  /** Its name in the breadcrumbs. */
  crumb?: keyof typeof en;
  /** The page has a list that the header's search filters (`?q=`) as one types. */
  searchable?: true;
}
