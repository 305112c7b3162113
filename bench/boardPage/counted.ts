/** What React's Profiler told since the last reset. */
export const counted = {
  /** Commits of the whole page. */
  commits: 0,
  /** Milliseconds of rendering in them. */
  renderMs: 0,
  /** The accounts whose rows were rendered, once for each time. */
  rows: [] as number[],
};

export function reset(): void {
  counted.commits = 0;
  counted.renderMs = 0;
  counted.rows = [];
}
