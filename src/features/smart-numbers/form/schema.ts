import { createSmartNumber } from "#api/smartNumbers.ts";
import { phoneForRequest } from "#common/phone.ts";
import { draftShape, typedText } from "#ui/form/draft/shape.ts";
import { requestResolver, typedNumber } from "#ui/form/resolver.ts";

/** What is typed, as text. Names are those of the request, so that errors find their field. */
export interface AddValues {
  user_id: string;
  phone_b: string;
  description: string;
}

export const DRAFT = draftShape<AddValues>()([], {
  user_id: typedText,
  phone_b: typedText,
  description: typedText,
});

export const FIELDS = ["user_id", "phone_b", "description"] as const;

/** An unreadable phone passes through, so that the schema rejects it on its field. */
export async function toAddRequest(values: AddValues): Promise<unknown> {
  const phone = values.phone_b.trim();
  return {
    user_id: typedNumber(values.user_id),
    phone_b: phone === "" ? undefined : await phoneForRequest(phone),
    description: values.description.trim() || undefined,
  };
}

export const resolver = requestResolver(createSmartNumber.body, toAddRequest, {
  formats: { phone_b: "field.phone" },
});
