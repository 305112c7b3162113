import { useEffect, useState } from "react";
import { useLocale } from "#i18n/messages.ts";
import type { PhoneCountry } from "#lib/dialPlan.ts";

type FindCountry = (digits: string) => PhoneCountry | undefined;

/**
 * The country of a number (its digits), with its name in the user's language; undefined until the
 * phone library has loaded, and where no code matches. The name is undefined where several countries
 * share the code.
 */
export function usePhoneCountry(
  digits: string | undefined,
): (PhoneCountry & { name: string | undefined }) | undefined {
  const locale = useLocale();
  const [findCountry, setFindCountry] = useState<FindCountry>();
  useEffect(() => {
    let cancelled = false;
    void import("#lib/phoneLibrary.ts").then(
      (library) => {
        if (!cancelled) setFindCountry(() => library.findCountry);
      },
      // Without the library there is no hint, and a form rejects the number anyway.
      () => undefined,
    );
    return () => {
      cancelled = true;
    };
  }, []);
  const country = digits === undefined ? undefined : findCountry?.(digits);
  if (country === undefined) return undefined;
  const { region } = country;
  const name =
    region === undefined
      ? undefined
      : new Intl.DisplayNames([locale], { type: "region" }).of(region);
  return { ...country, name };
}
