/** Fills the screen, where the browser can and the person has just pressed something. */
export function enterFullScreen(): void {
  document.documentElement.requestFullscreen?.().catch(() => undefined);
}

/** Also in browsers that know nothing of it. */
export function isFullScreen(): boolean {
  return document.fullscreenElement instanceof Element;
}

export function leaveFullScreen(): void {
  if (isFullScreen()) document.exitFullscreen().catch(() => undefined);
}
