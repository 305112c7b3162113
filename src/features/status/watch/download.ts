import { localIso } from "./csv.ts";

/** Milliseconds until the browser has surely begun to read. */
const READ_MS = 60_000;

/** Lets the browser save a CSV; its name carries the day of a time in ms since 1970. */
export function downloadCsv(csv: string, at: number): void {
  const address = URL.createObjectURL(new Blob([csv], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `pult-status-${localIso(at).slice(0, 10)}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), READ_MS);
}
