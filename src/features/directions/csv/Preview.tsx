import { useId } from "react";
import { type Country, listNames } from "#domain/directions/model.ts";
import { findRisk } from "#domain/directions/risk.ts";
import { useFormats } from "#i18n/format.ts";
import { useLocale } from "#i18n/messages.ts";
import { Icon } from "#ui/icons.tsx";
import { Notice } from "#ui/Notice.tsx";
import { useText } from "#i18n/texts.ts";
import { CountryNames } from "./CountryNames.tsx";
import type { Difference, ImportMode } from "./difference.ts";
import styles from "./Import.module.css";
import type { NamedCountries } from "./lines.ts";
import { LineList } from "./LineList.tsx";

interface Props {
  lines: NamedCountries;
  difference: Difference;
  mode: ImportMode;
}

/** What a list would change, country by country, and which of its lines were unused. */
export function Preview({ lines, difference, mode }: Props) {
  const t = useText();
  const heading = useId();
  const { named, unknown, repeated } = lines;
  const { plan, staying, unchangeable } = difference;
  const already = named.filter(({ open }) => open).length;
  const { opens, closes, impliedOpens } = plan;
  const same = opens.length + closes.length + unchangeable.length === 0;
  const counts = [
    ...(opens.length > 0 ? [t("import.opens", { n: opens.length })] : []),
    ...(closes.length > 0 ? [t("import.closes", { n: closes.length })] : []),
  ];
  return (
    <section className="stack gap-12 divided" aria-labelledby={heading}>
      <h3 id={heading} className="heading strong">
        {t("import.difference")}
      </h3>
      <p role="status" className={same ? undefined : "visually-hidden"}>
        {same ? t(named.length === 0 ? "import.nothingNamed" : "import.same") : counts.join(", ")}
      </p>
      <Opens countries={opens} along={impliedOpens} />
      {closes.length > 0 && (
        <CountryNames title={t("import.closes", { n: closes.length })} countries={closes} />
      )}
      {!same && already > 0 && <p className="muted small">{t("import.already", { n: already })}</p>}
      <ImpliedCountries text="import.staying" countries={staying} />
      <ImpliedCountries text="import.stuck" countries={unchangeable} />
      {mode === "exact" && named.length > 0 && unknown.length > 0 && (
        <Notice tone="attention">{t("import.unknownExact")}</Notice>
      )}
      <LineList
        title={t("import.unknown", { n: unknown.length })}
        lines={unknown.map(({ line, text, problem }) => ({
          line,
          text,
          why: t(`import.why.${problem}`),
        }))}
      />
      <Repeated repeated={repeated} />
    </section>
  );
}

function Opens({ countries, along }: { countries: readonly Country[]; along: readonly Country[] }) {
  const t = useText();
  const risky = countries.filter((country) => findRisk(country) !== undefined).length;
  if (countries.length === 0) return null;
  return (
    <>
      <CountryNames title={t("import.opens", { n: countries.length })} countries={countries} />
      {risky > 0 && (
        <p className={`hint gap-8 small ${styles.risky}`}>
          <Icon name="warning" size={16} />
          <span>{t("import.risky", { n: risky })}</span>
        </p>
      )}
      <ImpliedCountries text="import.opensAlong" countries={along} />
    </>
  );
}

interface ImpliedCountriesProps {
  text: "import.opensAlong" | "import.staying" | "import.stuck";
  countries: readonly Country[];
}

function ImpliedCountries({ text, countries }: ImpliedCountriesProps) {
  const t = useText();
  const locale = useLocale();
  if (countries.length === 0) return null;
  return <p className="muted small">{t(text, { names: listNames(countries, locale) })}</p>;
}

function Repeated({ repeated }: Pick<NamedCountries, "repeated">) {
  const t = useText();
  const formats = useFormats();
  return (
    <LineList
      title={t("import.repeated", { n: repeated.length })}
      lines={repeated.map(({ line, text, first }) => ({
        line,
        text,
        why: t("import.why.repeated", { first: formats.number(first) }),
      }))}
    />
  );
}
