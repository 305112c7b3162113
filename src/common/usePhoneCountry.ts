import { useEffect, useState } from "react";
import { useLocale } from "#i18n/messages.ts";
import type { PhoneCountry } from "./dialPlan.ts";

type CountryOf = (digits: string) => PhoneCountry | undefined;

/**
 * The country that a number (its digits) is of, with its name in the person's language; undefined
 * until the phone library is there, and where no code fits. The name is undefined where several
 * countries share the code and nothing tells them apart.
 */
export function usePhoneCountry(
  digits: string | undefined,
): (PhoneCountry & { name: string | undefined }) | undefined {
  const locale = useLocale();
  const [countryOf, setCountryOf] = useState<CountryOf>();
  useEffect(() => {
    let gone = false;
    void import("./phoneLibrary.ts").then(
      (library) => {
        if (!gone) setCountryOf(() => library.countryOf);
      },
      // Without the library there is no hint, and a form refuses the number anyway.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, []);
  const country = digits === undefined ? undefined : countryOf?.(digits);
  if (country === undefined) return undefined;
  const { region } = country;
  const name =
    region === undefined
      ? undefined
      : new Intl.DisplayNames([locale], { type: "region" }).of(region);
  return { ...country, name };
}
