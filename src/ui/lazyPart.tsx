import { type ComponentType, useEffect, useRef, useState } from "react";
import { useUiText } from "./messages.ts";
import { reloadIfStale } from "./staleBuild.ts";
import { toast } from "./toasts.ts";

/**
 * A component whose code comes when it is first shown: a dialog that most visits never open.
 * Until then nothing stands in its place. Where the code can't be loaded, what is on screen stays:
 * a toast says so, `missing` ends what was begun, and the next time tries again. Where it is gone
 * with its build, the page is reloaded.
 */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  missing: (props: P) => void,
) {
  let loaded: ComponentType<P> | undefined;
  return function LazyPart(props: P) {
    const t = useUiText();
    const [Part, setPart] = useState(() => loaded);
    const latest = useRef({ props, t });
    useEffect(() => {
      latest.current = { props, t };
    });
    useEffect(() => {
      if (Part !== undefined) return undefined;
      let isGone = false;
      const failed = () => {
        if (isGone) return;
        toast("error", latest.current.t("ui.missing"));
        missing(latest.current.props);
      };
      void load().then(
        (part) => {
          loaded = part;
          if (!isGone) setPart(() => part);
        },
        async () => (await reloadIfStale()) || failed(),
      );
      return () => {
        isGone = true;
      };
    }, [Part]);
    return Part === undefined ? null : <Part {...props} />;
  };
}
