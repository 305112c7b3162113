import { once } from "./once.ts";

const names = once(() => new Intl.Collator(["ru", "en"], { numeric: true, sensitivity: "base" }));

/** The order of names as people expect it in either language: «Кабинет 2» before «Кабинет 10». */
export const compareNames = (a: string, b: string): number => names().compare(a, b);
