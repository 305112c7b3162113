export { DirectionsPage } from "./list/DirectionsPage.tsx";

// Named here, and not in the routes: each name of a file there is in the code of the first list.
export const loadReviewPanel = async () => (await import("./review/ReviewPanel.tsx")).ReviewPanel;
export const loadTestNumberPanel = async () =>
  (await import("./testNumber/TestNumberPanel.tsx")).TestNumberPanel;
export const loadImportPanel = async () => (await import("./csv/ImportPanel.tsx")).ImportPanel;
