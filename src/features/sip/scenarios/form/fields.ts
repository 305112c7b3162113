import type { FieldPath } from "react-hook-form";
import type { ScenarioValues } from "./values.ts";

/** The fields that are on screen with these values, by the names that a 422 calls them. */
export function visibleFields({ phones, voicemail, greeting }: ScenarioValues) {
  const fields: FieldPath<ScenarioValues>[] = ["name", "sequence_rule", "sip_timeout", "voicemail"];
  for (const [index, { foreign }] of phones.entries()) {
    if (foreign === "") fields.push(`phones.${index}.number`, `phones.${index}.timeout`);
  }
  if (voicemail === "on" && greeting === "own") fields.push("voicemail_media_id");
  return fields;
}
