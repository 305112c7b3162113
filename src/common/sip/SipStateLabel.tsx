import { StateMark } from "#ui/StateMark.tsx";
import type { SipState } from "#domain/sip/rows.ts";
import { useText } from "#i18n/texts.ts";
import { SHAPES } from "./shapes.ts";

/** A state as a shape and a label. */
export function SipStateLabel({ state }: { state: SipState }) {
  const t = useText();
  const text = t(`status.${state}`);
  return (
    <span className="inline-row gap-8 small regular unbroken" translate="no">
      <StateMark shape={SHAPES[state]} />
      <span className="truncate" title={text}>
        {text}
      </span>
    </span>
  );
}
