import type { Country } from "#domain/directions/model.ts";
import { type Until, UntilChoice } from "#common/switches/UntilChoice.tsx";
import { useText } from "#i18n/texts.ts";

interface Props {
  /** All that will open. */
  opens: readonly Country[];
  value: Until;
  onChange: (until: Until) => void;
  isChecked: boolean;
}

/** Until when what is opened stays open. */
export function OpensUntil({ opens, value, onChange, isChecked }: Props) {
  const t = useText();
  // By what has no code nothing can be closed again.
  if (opens.every(({ code }) => code === "")) return null;
  return (
    <UntilChoice
      label={t("timer.direction.open")}
      value={value}
      onChange={onChange}
      forGood={t("timer.direction.forGood")}
      isChecked={isChecked}
    />
  );
}
