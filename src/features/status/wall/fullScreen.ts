/** Enters full screen where the browser allows it, which it does only right after user input. */
export function enterFullScreen(): void {
  document.documentElement.requestFullscreen?.().catch(() => undefined);
}

/** Leaves full screen; does nothing in browsers without it. */
export function isFullScreen(): boolean {
  return document.fullscreenElement instanceof Element;
}

export function leaveFullScreen(): void {
  if (isFullScreen()) document.exitFullscreen().catch(() => undefined);
}
