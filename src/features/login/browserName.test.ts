import { expect, it } from "vitest";
import { browserName } from "./browserName.ts";

const CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0";

it.each([
  ["Mozilla/5.0 (Windows NT 10.0; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox, Windows"],
  [`Mozilla/5.0 (X11; Linux x86_64) ${CHROME} Safari/537.36`, "Chrome, Linux"],
  [`Mozilla/5.0 (Windows NT 10.0) ${CHROME} Safari/537.36 Edg/130.0`, "Edge, Windows"],
  [
    `Mozilla/5.0 (Windows NT 10.0) ${CHROME} YaBrowser/24.10 Safari/537.36`,
    "Yandex Browser, Windows",
  ],
  [`Mozilla/5.0 (Linux; Android 10; K) ${CHROME} Mobile Safari/537.36`, "Chrome, Android"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1",
    "Safari, iOS",
  ],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Version/17.5 Safari/605.1", "Safari, macOS"],
  ["curl/8.5", undefined],
  ["", undefined],
])("%s is %s", (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name);
});
