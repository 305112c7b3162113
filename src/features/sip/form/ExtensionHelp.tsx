import { type Control, type FieldPath, useWatch } from "react-hook-form";
import { LIMITS } from "#api/fields.ts";
import { useAccountText } from "../account/messages.ts";
import type { Extensions } from "./useExtensions.ts";
import type { SettingsValues } from "./values.ts";

interface Props<V extends SettingsValues, R> {
  control: Control<V, unknown, R>;
  name: FieldPath<V>;
  extensions: Extensions;
  /** The account's own extension is not "taken". */
  own?: number;
}

/** The limits of an extension, the next free one, and who has the one that is typed. */
export function ExtensionHelp<V extends SettingsValues, R>(props: Props<V, R>) {
  const { control, name, extensions, own } = props;
  const t = useAccountText();
  const typed = Number(useWatch({ control, name }));
  const holder = typed === own ? undefined : extensions.holder(typed);
  const { min, max } = LIMITS.extension;
  if (holder !== undefined) return <strong>{t("form.extensionTaken", { name: holder })}</strong>;
  if (extensions.free === undefined) return <>{t("form.extensionHelp", { min, max })}</>;
  return <>{t("form.extensionFree", { min, max, free: extensions.free })}</>;
}
