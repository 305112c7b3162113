/** In the URL after the data was cleared: it survives the reload. */
export const FORGOTTEN = "#forgotten";
