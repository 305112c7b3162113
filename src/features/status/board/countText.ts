import type { SipState } from "#domain/sip/rows.ts";
import { useFormats } from "#i18n/format.ts";

/** A number that may still grow gets a plus; an unknown one is a dash. */
export function useCountText(known: boolean, complete: boolean) {
  const formats = useFormats();
  return (state: SipState, count: number): string => {
    if (!known && (state === "offline" || state === "online")) return "—";
    return formats.number(count) + (complete ? "" : "+");
  };
}
