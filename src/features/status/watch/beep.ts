/** Hertz: falling, as something dropped. */
const TONES = [880, 587];
const TONE_S = 0.16;
/** Milliseconds; without a click of the person's before, a browser leaves us waiting for ever. */
const PATIENCE_MS = 500;

let context: AudioContext | undefined;

/**
 * Makes the sound possible: a browser allows it from a click on, and asks for another one after
 * each reload. Gives undefined where it refuses.
 */
export async function unlockSound(): Promise<AudioContext | undefined> {
  // Asked without a click, a browser refuses and complains in its console.
  if ("userActivation" in navigator && !navigator.userActivation.hasBeenActive) return undefined;
  try {
    if (context === undefined || context.state === "closed") context = new AudioContext();
    if (context.state !== "running") await Promise.race([context.resume(), timeout()]);
    return isRunning(context) ? context : undefined;
  } catch {
    return undefined;
  }
}

/** Not known to the compiler: the state changes while one waits. */
function isRunning({ state }: AudioContext): boolean {
  return state === "running";
}

function timeout(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS);
  });
}

/** Two short tones; whether the browser let them be heard. Never throws. */
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
  // Swells and fades: an edge would click.
  volume.gain.setValueAtTime(0, from);
  volume.gain.linearRampToValueAtTime(0.2, from + 0.02);
  volume.gain.linearRampToValueAtTime(0, from + TONE_S);
  const source = audio.createOscillator();
  source.frequency.value = hertz;
  source.connect(volume);
  source.start(from);
  source.stop(from + TONE_S);
}
