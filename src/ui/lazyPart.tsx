import { type ComponentType, useEffect, useRef, useState } from "react";
import { useText } from "#i18n/texts.ts";
import { reloadIfStale } from "./staleBuild.ts";
import { toast } from "./toasts.ts";

/**
 * A component whose code loads when it is first rendered, e.g. a rarely opened dialog. Renders
 * nothing until then. If loading fails, the page stays as it is: a toast reports it, `onError`
 * runs, and the next render retries. If a newer build has been deployed, the page reloads.
 */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  onError: (props: P) => void,
) {
  let loaded: ComponentType<P> | undefined;
  return function LazyPart(props: P) {
    const t = useText();
    const [Part, setPart] = useState(() => loaded);
    const latest = useRef({ props, t });
    useEffect(() => {
      latest.current = { props, t };
    });
    useEffect(() => {
      if (Part !== undefined) return undefined;
      let unmounted = false;
      const failed = () => {
        if (unmounted) return;
        toast("error", latest.current.t("ui.missing"));
        onError(latest.current.props);
      };
      void load().then(
        (part) => {
          loaded = part;
          if (!unmounted) setPart(() => part);
        },
        async () => (await reloadIfStale()) || failed(),
      );
      return () => {
        unmounted = true;
      };
    }, [Part]);
    return Part === undefined ? null : <Part {...props} />;
  };
}
