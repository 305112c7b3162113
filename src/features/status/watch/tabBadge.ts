import { useEffect } from "react";
import { setTitlePrefix } from "#ui/pageTitle.ts";
import { badgedIcon } from "./badgedIcon.ts";

/** Shows the number of offline accounts in the tab's title and icon. */
export function useTabBadge(offline: number | undefined): void {
  const count = offline ?? 0;
  useEffect(() => {
    if (count === 0) return undefined;
    setTitlePrefix(`(${count}) `);
    const restoreIcon = setIcon(badgedIcon(count));
    void badgeApp(count);
    return () => {
      setTitlePrefix("");
      restoreIcon();
      void badgeApp(0);
    };
  }, [count]);
}

/** Returns a function that restores the page's own icon. */
function setIcon(address: string): () => void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  const own = link?.getAttribute("href");
  link?.setAttribute("href", address);
  return () => {
    if (own !== null && own !== undefined) link?.setAttribute("href", own);
  };
}

/** The icon of an installed app; few browsers have that. */
async function badgeApp(count: number): Promise<void> {
  try {
    if ("setAppBadge" in navigator) await navigator.setAppBadge(count);
  } catch {
    // Denied: title and icon show the count anyway.
  }
}
