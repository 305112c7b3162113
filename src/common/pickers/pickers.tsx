import type { Control, FieldPath, FieldValues } from "react-hook-form";
import { OfficePicker } from "./OfficePicker.tsx";
import {
  useAccountChoices,
  useGroupChoices,
  useQueueChoices,
  useScenarioChoices,
} from "./useChoices.ts";

interface Props<V extends FieldValues, R> {
  control: Control<V, unknown, R>;
  /** The field holds an id as text; empty when none is chosen. */
  name: FieldPath<V>;
  /** What the item is here, in place of what it is. */
  label?: string;
}

/** Picks a SIP account by name or extension. */
export function SipAccountPicker<V extends FieldValues, R>(props: Props<V, R>) {
  return <OfficePicker {...props} kind="sip" from={useAccountChoices()} />;
}

/** Picks a ring group by name or number. */
export function GroupPicker<V extends FieldValues, R>(props: Props<V, R>) {
  return <OfficePicker {...props} kind="group" from={useGroupChoices()} />;
}

/** Picks a scenario of a number or a menu, by name or number. */
export function CallScenarioPicker<V extends FieldValues, R>(props: Props<V, R>) {
  return <OfficePicker {...props} kind="scenario" from={useScenarioChoices()} />;
}

/** Picks a call queue by name. */
export function CallQueuePicker<V extends FieldValues, R>(props: Props<V, R>) {
  return <OfficePicker {...props} kind="call_queue" from={useQueueChoices()} />;
}
