/** Error bodies that the documents show (operations 18 to 22), with the status they come with. */
export const documentedFailures = {
  userNotFound: { message: "User not found", code: 500 },
  /** With a full stop in operations 19, 21 and 22. */
  userNotFoundStop: { message: "User not found.", code: 500 },
  badSmartNumberId: { message: "The smart number id must be int", code: 400 },
} as const;

/** The default responses of Laravel, which the provider uses. */
export const laravelFailures = {
  unauthenticated: { message: "Unauthenticated." },
  serverError: { message: "Server Error" },
  invalid: {
    message: "The given data was invalid.",
    errors: {
      number: ["The number has already been taken."],
      "phones.0.timeout": ["The timeout must be a multiple of 5.", "The timeout is too long."],
    },
  },
} as const;
