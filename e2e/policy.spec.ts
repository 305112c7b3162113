import { expect, test } from "./fixtures.ts";
import { rows } from "./lib/screen.ts";

/** The words for what each attempt of `attack` breaks, as the browser names it. */
const BROKEN = [
  "style-src-elem",
  "style-src-attr",
  "script-src-elem",
  "require-trusted-types-for",
  "img-src",
  "connect-src",
  "frame-src",
  "base-uri",
];

/** Runs in the page: what a page does that somebody got a text of theirs into. */
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
    // oxlint-disable-next-line no-implied-eval -- it has to be refused
    () => setTimeout(harm),
    () => void import(`${location.origin}/favicon.svg`).catch(() => undefined),
    () => void fetch("https://elsewhere.example/").catch(() => undefined),
  ];
  for (const attempt of attempts) {
    try {
      attempt();
    } catch {
      // Some are refused by an error, some by nothing.
    }
  }
}

test("what gets into a page does nothing there, and the watch over all tests tells of it", async ({
  page,
  watched,
}) => {
  await page.goto("/sip");
  await expect(rows(page).first()).toBeVisible();
  const title = await page.title();
  // Later, since what a test runs itself may do more.
  await page.evaluate(`setTimeout(${attack.toString()})`);
  const told = () => watched.trouble.join("\n");
  await expect.poll(() => BROKEN.filter((one) => !told().includes(`policy: ${one} `))).toEqual([]);
  await expect(page).toHaveTitle(title);
  await expect(page.locator("body")).toBeVisible();
  watched.trouble.length = 0;
});
