import type { Page } from "@playwright/test";

/**
 * The text in the clipboard. The app's Permissions-Policy forbids reading it, so an empty page at
 * the same origin does.
 */
export async function clipboardText(page: Page): Promise<string> {
  const bare = await page.context().newPage();
  await bare.route("**/*", (route) => route.fulfill({ contentType: "text/html", body: "" }));
  await bare.goto(page.url());
  const text = await bare.evaluate(() => navigator.clipboard.readText());
  await bare.close();
  return text;
}
