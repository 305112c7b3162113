import type { Figures } from "#domain/history/figures.ts";
import { durationText, type Words } from "./spanText.ts";

/** «В сети 97 % рабочего времени, пропадал из сети 3 раза, дольше всего не в сети: 25 мин». */
export function figuresText(figures: Figures, words: Words): string {
  const { drops, longest, unknown, share, working } = figures;
  const { t, kind, locale } = words;
  const parts = [
    share === undefined
      ? t(working === 0 ? "history.noWorking" : "history.workingUnknown")
      : t(`history.share.${kind}`, { share: shareText(share, locale) }),
    t(`history.drops.${kind}`, { n: drops }),
  ];
  if (longest > 0) parts.push(t(`history.longest.${kind}`, { span: durationText(longest, words) }));
  if (unknown > 0) parts.push(t("history.unknownFor", { span: durationText(unknown, words) }));
  return parts.join(", ");
}

/** In whole per cent; all and nothing are said of nothing else. */
export function shareText(share: number, locale: string): string {
  const percent = Math.round(share * 100);
  const shown = share === 0 || share === 1 ? percent : Math.min(99, Math.max(1, percent));
  return new Intl.NumberFormat(locale, { style: "percent" }).format(shown / 100);
}
