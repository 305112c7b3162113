import { type ComponentType, lazy, Suspense } from "react";

/**
 * A component whose code comes when it is first shown: a dialog that most visits never open.
 * Until then nothing stands in its place.
 */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>) {
  const Part = lazy(async () => ({ default: await load() }));
  return function LazyPart(props: P) {
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    );
  };
}
