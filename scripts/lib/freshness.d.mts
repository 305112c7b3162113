/** Files and folders that the build reads. */
export const SOURCES: readonly string[];

/** Whether dist/ under `root` exists and is newer than all of its sources. */
export function isBuilt(root: string): boolean;
