/** Whether node_modules under `root` holds exactly what its package-lock.json asks for. */
export function isInstalled(root: string): boolean;
export function ensureInstalled(options?: { quiet?: boolean }): Promise<void>;
