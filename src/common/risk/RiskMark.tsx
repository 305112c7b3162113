import { Icon } from "#ui/icons.tsx";
import type { Risk } from "#domain/directions/risk.ts";
import { useText } from "#i18n/texts.ts";

/** Marks a destination as risky: a triangle and a short label. */
export function RiskMark({ risk }: { risk: Risk }) {
  const t = useText();
  return (
    <span className="inline-row gap-4 attention small regular">
      <Icon name="warning" size={16} />
      <span>{t(`risk.${risk.kind}`)}</span>
    </span>
  );
}
