/** Hertz: falling, as something dropped. */
const TONES = [880, 587];
const TONE_S = 0.16;
/** Milliseconds to wait: without a prior click, a browser may never respond. */
const PATIENCE_MS = 500;

let context: AudioContext | undefined;

/**
 * Enables the sound: a browser allows it only after a click, once per page load. Returns undefined
 * where it refuses.
 */
export async function unlockSound(): Promise<AudioContext | undefined> {
  // Before a click, a browser refuses and logs a warning to its console.
  if ("userActivation" in navigator && !navigator.userActivation.hasBeenActive) return undefined;
  try {
    if (context === undefined || context.state === "closed") context = new AudioContext();
    if (context.state !== "running") await Promise.race([context.resume(), timeout()]);
    return isRunning(context) ? context : undefined;
  } catch {
    return undefined;
  }
}

/** The compiler does not know that the state changes during the wait. */
function isRunning({ state }: AudioContext): boolean {
  return state === "running";
}

function timeout(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS);
  });
}

/** Plays two short tones; returns whether the browser played them. Never throws. */
export async function beep(): Promise<boolean> {
  const audio = await unlockSound();
  if (audio === undefined) return false;
  for (const [index, hertz] of TONES.entries()) tone(audio, hertz, index * TONE_S);
  return true;
}

function tone(audio: AudioContext, hertz: number, after: number): void {
  const from = audio.currentTime + after;
  const volume = audio.createGain();
  volume.connect(audio.destination);
  // Fades in and out: an abrupt edge would click.
  volume.gain.setValueAtTime(0, from);
  volume.gain.linearRampToValueAtTime(0.2, from + 0.02);
  volume.gain.linearRampToValueAtTime(0, from + TONE_S);
  const source = audio.createOscillator();
  source.frequency.value = hertz;
  source.connect(volume);
  source.start(from);
  source.stop(from + TONE_S);
}
