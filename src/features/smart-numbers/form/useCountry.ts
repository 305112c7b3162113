import { useEffect, useState } from "react";
import { readPhone } from "#common/phone.ts";
import { useLocale } from "#i18n/messages.ts";

/** The country of a number as it is typed, in the person's language; undefined until it is clear. */
export function useCountry(typed: string): string | undefined {
  const locale = useLocale();
  const [region, setRegion] = useState<string>();
  useEffect(() => {
    let gone = false;
    const set = (found: string | undefined) => {
      if (!gone) setRegion(found);
    };
    void regionOf(typed).then(set, () => set(undefined));
    return () => {
      gone = true;
    };
  }, [typed]);
  return region === undefined
    ? undefined
    : new Intl.DisplayNames(locale, { type: "region" }).of(region);
}

async function regionOf(typed: string): Promise<string | undefined> {
  const digits = await readPhone(typed);
  if (digits === undefined) return undefined;
  const { regionOfPhone } = await import("#common/phoneLibrary.ts");
  return regionOfPhone(digits);
}
