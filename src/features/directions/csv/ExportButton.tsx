import Button from "@mui/material/Button";
import { csvSeparator, downloadCsv } from "#lib/csv.ts";
import type { Country } from "#domain/directions/model.ts";
import { useLocale } from "#i18n/messages.ts";
import { toast } from "#ui/toasts.ts";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { loadTexts, useText } from "#i18n/texts.ts";

/** Saves all that is open as a CSV file; disabled while that is unknown. */
export function ExportButton({ countries }: { countries: readonly Country[] }) {
  const t = useText();
  const locale = useLocale();
  const saving = useSingleFlight();
  const known = countries.some(({ open }) => open !== undefined);
  const save = async () => {
    try {
      // Rarely used, so its code is loaded on demand.
      const [{ openCsv }] = await Promise.all([
        import("./export.ts"),
        loadTexts("features/directions/csv"),
      ]);
      const header = {
        code: t("import.csv.code"),
        name: t("import.csv.name"),
        english: t("import.csv.english"),
        id: t("import.csv.id"),
      };
      const csv = openCsv(countries, { header, separator: csvSeparator(locale) });
      downloadCsv(csv, `pult-directions-${today()}.csv`);
    } catch {
      toast("error", t("directions.exportFailed"));
    }
  };
  return (
    <Button disabled={!known} onClick={() => void saving.run(save)}>
      {t("directions.export")}
    </Button>
  );
}

/** This browser's date, as `2026-11-21`. */
function today(): string {
  return new Intl.DateTimeFormat("sv").format(new Date());
}
