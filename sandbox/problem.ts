export type FieldErrors = Record<string, string[]>;

/** An error response: thrown by handlers, turned into a response by `toResponse`. */
export class Problem extends Error {
  readonly status: number;
  readonly body: Record<string, unknown>;

  constructor(status: number, body: { message: string } & Record<string, unknown>) {
    super(body.message);
    this.name = "Problem";
    this.status = status;
    this.body = body;
  }
}

/** 404 in the provider's shape, for an id that the office doesn't have. */
export function notFound(what: string): Problem {
  return new Problem(404, { message: `${what} not found`, code: 404 });
}

/** 400 in the provider's shape. */
export function wrongParameter(message: string): Problem {
  return new Problem(400, { message, code: 400 });
}

/** 422 in Laravel's format, with messages by field. */
export function invalid(errors: FieldErrors, message = "The given data was invalid."): Problem {
  return new Problem(422, { message, errors });
}

/** Laravel's 401, for a request without the two headers. */
export function unauthenticated(): Problem {
  return new Problem(401, { message: "Unauthenticated." });
}
