import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { FigureMark } from "./Figure.tsx";
import type { Matter } from "./matters.ts";
import styles from "./Overview.module.css";

interface Props {
  id: string;
  matters: readonly Matter[];
  /** How many phones are online. */
  online: number;
}

/** Whether all is well, in one sentence. */
export function Verdict({ id, matters, online }: Props) {
  const t = useText();
  const formats = useFormats();
  const count = (kind: Matter["kind"]) => matters.filter((one) => one.kind === kind).length;
  const [lines, phones] = [count("line"), count("phone")];
  const parts = [
    ...(phones > 0 ? [t("overview.verdict.phones", { n: phones })] : []),
    ...(lines > 0 ? [t("overview.verdict.lines", { n: lines })] : []),
    ...(count("voicemail") > 0 ? [t("overview.verdict.voicemail")] : []),
  ];
  const isWell = parts.length === 0;
  const shape = isWell ? "filled" : lines + phones > 0 ? "ring" : "warning";
  return (
    <h2 id={id} className={`strong ${styles.verdict}`}>
      <FigureMark shape={shape} />
      <span>
        {isWell
          ? t("overview.verdict.well", { n: online, shown: formats.number(online) })
          : t("overview.verdict.attention", { what: parts.join(", ") })}
      </span>
    </h2>
  );
}
