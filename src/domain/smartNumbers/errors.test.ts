import { describe, expect, it } from "vitest";
import { ApiError } from "#api/errors.ts";
import { isNotFound, isUnknownUser, isWrongId } from "./errors.ts";

const LIST = "GET /smart-numbers";
const DELETE = "DELETE /smart-numbers/{id}";
const notFound = (operation: string, providerMessage?: string) =>
  new ApiError("notFound", { operation, providerMessage });

describe("an unknown user", () => {
  it.each(["User not found", "User not found.", "user not found"])(
    "is recognized by %j",
    (message) => {
      expect(isUnknownUser(notFound(LIST, message))).toBe(true);
      expect(isUnknownUser(notFound(DELETE, message))).toBe(true);
      expect(isNotFound(notFound(DELETE, message))).toBe(false);
    },
  );

  it.each([
    notFound(LIST, "Smart number not found"),
    notFound(LIST),
    new ApiError("refused", { operation: LIST, providerMessage: "User not found" }),
    new TypeError("User not found"),
    null,
  ])("is not recognized by %s", (error) => {
    expect(isUnknownUser(error)).toBe(false);
  });
});

describe("a deleted number", () => {
  it("is one that can't be found to be deleted", () => {
    expect(isNotFound(notFound(DELETE, "Smart number not found"))).toBe(true);
    expect(isNotFound(notFound(DELETE))).toBe(true);
    expect(isNotFound(notFound(LIST))).toBe(false);
    expect(isNotFound(new ApiError("offline", { operation: DELETE }))).toBe(false);
  });
});

describe("an id that is no whole number", () => {
  it("is recognized by the documented message", () => {
    const failure = (message?: string) =>
      new ApiError("invalid", { operation: DELETE, providerMessage: message });
    expect(isWrongId(failure("The smart number id must be int"))).toBe(true);
    expect(isWrongId(failure("Wrong parameter"))).toBe(false);
    expect(isWrongId(failure())).toBe(false);
    expect(isWrongId(notFound(DELETE, "The smart number id must be int"))).toBe(false);
  });
});
