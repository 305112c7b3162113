import { describe, expect, it } from "vitest";
import { fitsWords } from "./fits.ts";

const choice = { value: "4", label: "204 Ёлкина Зоя", note: "+7 495 000-00-15" };

describe("a choice fits", () => {
  it.each(["", " ", "204", "елкина", "зоя 20", "ЁЛКИНА  зоя", "495"])("«%s»", (typed) => {
    expect(fitsWords(choice, typed)).toBe(true);
  });

  it.each(["205", "ёлкин иван", "<script>"])("not «%s»", (typed) => {
    expect(fitsWords(choice, typed)).toBe(false);
  });
});
