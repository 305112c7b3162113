import { expect, test } from "./fixtures.ts";
import { rows } from "./lib/screen.ts";

/** The directives that the attempts of `attack` violate. */
const VIOLATED_DIRECTIVES = [
  "style-src-elem",
  "style-src-attr",
  "script-src-elem",
  "require-trusted-types-for",
  "img-src",
  "connect-src",
  "frame-src",
  "base-uri",
];

/** Runs in the page: what an injected script could try. */
function attack(): void {
  const harm = "document.title = 'harm'";
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- only this function travels
  const add = (name: string, attributes: Record<string, string>, text = "") => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(text);
    return document.body.appendChild(element);
  };
  const attempts = [
    () => add("style", {}, "body { display: none }"),
    () => add("p", { style: "color: red" }),
    () => add("img", { src: "https://elsewhere.example/leak.png" }),
    () => add("iframe", { src: "/sip" }),
    () => add("base", { href: "https://elsewhere.example/" }),
    () => add("script", {}, harm),
    () => add("button", { onclick: harm }).click(),
    () => document.body.insertAdjacentHTML("beforeend", `<img src="x" onerror="${harm}">`),
    // oxlint-disable-next-line no-implied-eval -- it has to be blocked
    () => setTimeout(harm),
    () => void import(`${location.origin}/favicon.svg`).catch(() => undefined),
    () => void fetch("https://elsewhere.example/").catch(() => undefined),
  ];
  for (const attempt of attempts) {
    try {
      attempt();
    } catch {
      // Some attempts throw, others are blocked silently.
    }
  }
}

test("the Content-Security-Policy blocks injected code, and the page monitor reports it", async ({
  page,
  monitor,
}) => {
  await page.goto("/sip");
  await expect(rows(page).first()).toBeVisible();
  const title = await page.title();
  // In a timer, because code that Playwright evaluates bypasses the policy.
  await page.evaluate(`setTimeout(${attack.toString()})`);
  const messages = () => monitor.problems.join("\n");
  await expect
    .poll(() => VIOLATED_DIRECTIVES.filter((one) => !messages().includes(`policy: ${one} `)))
    .toEqual([]);
  await expect(page).toHaveTitle(title);
  await expect(page.locator("body")).toBeVisible();
  monitor.problems.length = 0;
});
