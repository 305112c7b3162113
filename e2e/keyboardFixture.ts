import { expect, test } from "./fixtures.ts";
import { watchFocus } from "./lib/focus.ts";
import { forbidPointer } from "./lib/forbidPointer.ts";
import { KEYBOARD_ONLY } from "./lib/keyboardTasks.ts";

/**
 * A test by keyboard alone: actions by pointer or script throw, and the focus is watched. The
 * reporter of the keyboard tasks counts only tests made with it.
 */
export const keyboardTest = test.extend<{ keyboardOnly: void }>({
  keyboardOnly: [
    async ({ page, monitor }, use, testInfo) => {
      await watchFocus(page, monitor);
      const { calls, allow } = forbidPointer(page);
      try {
        await use();
      } finally {
        allow();
      }
      // Also fails a test that catches what they throw.
      expect(calls, "actions that no keyboard can do").toEqual([]);
      testInfo.annotations.push({ type: KEYBOARD_ONLY });
    },
    { auto: true },
  ],
});
