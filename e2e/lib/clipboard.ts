import type { Page } from "@playwright/test";

/**
 * What was copied. The app's pages may not read that (their Permissions-Policy), so a bare one
 * does, at an address of theirs.
 */
export async function clipboardText(page: Page): Promise<string> {
  const bare = await page.context().newPage();
  await bare.route("**/*", (route) => route.fulfill({ contentType: "text/html", body: "" }));
  await bare.goto(page.url());
  const text = await bare.evaluate(() => navigator.clipboard.readText());
  await bare.close();
  return text;
}
