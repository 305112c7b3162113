import { useFormats } from "#i18n/format.ts";
import { Notice } from "#ui/Notice.tsx";
import { useText } from "#i18n/texts.ts";
import { MAX_LINES, type SourceProblem } from "./source.ts";

/** Why a file or pasted text can't be used. */
export function SourceProblemNotice({ problem }: { problem: SourceProblem }) {
  const t = useText();
  const formats = useFormats();
  const line = problem.kind === "quote" ? problem.line : 0;
  const params = { line: formats.number(line), n: MAX_LINES };
  return (
    <Notice tone="problem" urgent>
      {t(`source.problem.${problem.kind}`, params)}
    </Notice>
  );
}
