import { useEffect, useState } from "react";
import { useLocale } from "#i18n/messages.ts";

type Guess = (digits: string) => string | undefined;

/**
 * The country that a number (its digits) seems to be of, in the person's language: a guess of the
 * phone library, which comes when it is first needed. Undefined until then, and where it knows
 * nothing.
 */
export function useLikelyRegion(digits: string | undefined): string | undefined {
  const locale = useLocale();
  const [guess, setGuess] = useState<Guess>();
  useEffect(() => {
    let gone = false;
    void import("./phoneLibrary.ts").then(
      ({ likelyRegion }) => {
        if (!gone) setGuess(() => likelyRegion);
      },
      // Without the library there is no hint, and all else works.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, []);
  const region = digits === undefined ? undefined : guess?.(digits);
  if (region === undefined) return undefined;
  return new Intl.DisplayNames([locale], { type: "region" }).of(region);
}
