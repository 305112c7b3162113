/** Whether node_modules under `root` matches its package-lock.json. */
export function isInstalled(root: string): boolean;
export function ensureInstalled(options?: { quiet?: boolean }): Promise<void>;
