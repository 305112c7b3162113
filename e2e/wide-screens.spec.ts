import { expect, test } from "./fixtures.ts";

for (const width of [1280, 1920, 2560, 3840]) {
  test(`header and content are aligned on a screen ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 1080 });
    await page.goto("/sip");
    const edges = () =>
      page.evaluate(() => {
        const table = document.querySelector("main table")?.getBoundingClientRect();
        const tools = document.querySelector("header > :last-child")?.getBoundingClientRect();
        const crumbs = document.querySelector("header > :first-child")?.getBoundingClientRect();
        return {
          left: Math.abs((table?.left ?? 0) - (crumbs?.left ?? -99)),
          right: Math.abs((table?.right ?? 0) - (tools?.right ?? -99)),
          free: document.documentElement.clientWidth - (table?.right ?? 0),
        };
      });
    await expect(page.getByRole("table")).toBeVisible();
    const [lead, title] = await Promise.all(
      ["main header p", "main h1"].map((one) => page.locator(one).boundingBox()),
    );
    expect(lead?.x).toBe(title?.x);
    expect(lead?.y).toBeGreaterThan(title?.y ?? 0);
    const { left, right, free } = await edges();
    expect(left).toBeLessThan(2);
    expect(right).toBeLessThan(2);
    if (width <= 1920) expect(free).toBeLessThanOrEqual(24);
  });
}
