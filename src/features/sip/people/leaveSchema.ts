import * as z from "zod/mini";
import { id, phoneDigits } from "#api/fields.ts";
import { phoneForRequest } from "#common/phone.ts";
import type { NumberChoice } from "#domain/people/leave.ts";
import { requestResolver, typedNumber } from "#ui/form/resolver.ts";

/** How calls to the extension reach a colleague, which only a phone number does. */
export type Reach = "mobile" | "callerId" | "other" | "nobody";

/** What is chosen, as text. */
export interface LeaveValues {
  account: "keep" | "delete";
  calls: "colleague" | "number" | "nobody";
  /** Id of the colleague's account. */
  colleague: string;
  reach: Reach;
  /** As typed. */
  phone: string;
  aon: string;
  numbers: Record<string, NumberChoice | undefined>;
}

export const START: LeaveValues = {
  account: "keep",
  calls: "colleague",
  colleague: "",
  reach: "nobody",
  phone: "",
  aon: "",
  numbers: {},
};

/** What is needed of what was typed; ids as numbers, the phone as digits. */
export interface LeaveRequest {
  colleague?: number | undefined;
  phone?: string | undefined;
  aon?: number | undefined;
}

/** A colleague is needed where their calls go, and a phone where one is typed. */
export const needsColleague = ({ account, calls }: LeaveValues, hasNumbers: boolean): boolean =>
  calls === "colleague" && (account === "keep" || hasNumbers);

export const needsPhone = ({ account, calls, reach }: LeaveValues, hasNumbers: boolean): boolean =>
  calls === "number"
    ? account === "keep" || hasNumbers
    : calls === "colleague" && reach === "other" && account === "keep";

const request = z.object({
  colleague: z.optional(id),
  phone: z.optional(phoneDigits),
  aon: z.optional(id),
});

/** `own`: nobody takes their own calls. */
export const leaveResolver = (own: number, hasNumbers: boolean) =>
  (async (values, context, options) => {
    const isColleague = needsColleague(values, hasNumbers);
    const isPhone = needsPhone(values, hasNumbers);
    const schema = z.object({
      ...request.shape,
      ...(isColleague ? { colleague: id } : {}),
      ...(isPhone ? { phone: phoneDigits } : {}),
    });
    const phone = isPhone && values.phone.trim() !== "" ? await phoneForRequest(values.phone) : "";
    const resolve = requestResolver<LeaveValues, typeof schema>(
      schema,
      () => ({
        colleague:
          isColleague && values.colleague !== String(own)
            ? typedNumber(values.colleague)
            : undefined,
        phone: isPhone ? phone : undefined,
        aon: values.account === "keep" ? typedNumber(values.aon) : undefined,
      }),
      { missing: { colleague: "field.choose" }, formats: { phone: "field.phone" } },
    );
    return resolve(values, context, options);
  }) satisfies ReturnType<typeof requestResolver<LeaveValues, typeof request>>;
