import type { ComponentType } from "react";
import { loadTexts } from "#i18n/texts.ts";
import { lazyPart } from "#ui/lazyPart.tsx";

/** A part of the sign-in that lies over any page, with its texts. */
export const loginPart = <P extends object>(
  load: () => Promise<ComponentType<P>>,
  onError: (props: P) => void,
) =>
  lazyPart(async () => {
    const [part] = await Promise.all([load(), loadTexts("features/login")]);
    return part;
  }, onError);
