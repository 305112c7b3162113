import { followTranslation } from "#ui/followTranslation.ts";
import { stampPrintouts } from "./print/stampPrintouts.ts";

/** Starts what the first page does not need before it has its data. */
export async function startLate(): Promise<void> {
  followTranslation();
  await stampPrintouts();
}
