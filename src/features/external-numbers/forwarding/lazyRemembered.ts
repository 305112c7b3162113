import { loadTexts } from "#i18n/texts.ts";
import { lazyPart } from "#ui/lazyPart.tsx";

// The list and the details say in words where calls go, for which they need half of the form.

const load = async () => {
  const [parts] = await Promise.all([
    import("./Remembered.tsx"),
    loadTexts("features/external-numbers/forwarding", "common/memory", "common/pickers"),
  ]);
  return parts;
};

export const RememberedText = lazyPart(
  async () => (await load()).RememberedText,
  () => undefined,
);

export const RememberedDestination = lazyPart(
  async () => (await load()).RememberedDestination,
  () => undefined,
);
