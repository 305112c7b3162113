/** Whether dist/ under `root` is there and newer than everything it is built from. */
export function isBuilt(root: string): boolean;
