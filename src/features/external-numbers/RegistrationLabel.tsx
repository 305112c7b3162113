import type { RegistrationState } from "#domain/externalNumbers/rows.ts";
import { StateMark, type StateShape } from "#ui/StateMark.tsx";
import { useText } from "#i18n/texts.ts";

const SHAPES: Record<RegistrationState, StateShape> = {
  registered: "filled",
  lost: "ring",
  unknown: "dashed",
};

/** A registration as a shape and text. */
export function RegistrationLabel({ state }: { state: RegistrationState }) {
  const t = useText();
  const stateLabel = t(`external.state.${state}`);
  return (
    <span className="inline-row gap-8 small regular unbroken" translate="no">
      <StateMark shape={SHAPES[state]} />
      <span className="truncate" title={stateLabel}>
        {stateLabel}
      </span>
    </span>
  );
}
