/** What React's Profiler reported since the last reset. */
export const profile = {
  /** Commits of the whole page. */
  commits: 0,
  /** Milliseconds that those commits took to render. */
  renderMs: 0,
  /** The account id of each row render. */
  rows: [] as number[],
};

export function resetProfile(): void {
  profile.commits = 0;
  profile.renderMs = 0;
  profile.rows = [];
}
