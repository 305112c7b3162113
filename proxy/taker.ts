/**
 * Takes what becomes of something in the very turn in which it is known. A promise would tell it
 * when whatever knows it is through: of an answer that comes, when undici has tidied up after it.
 * One of the two is called, once.
 */
export interface Taker<T> {
  take: (value: T) => void;
  fail: (error: unknown) => void;
}

/** Takes with `take`; what that throws is a failure too. */
export function guarded<T>(take: (value: T) => void, fail: Taker<T>["fail"]): Taker<T> {
  return {
    take: (value) => {
      try {
        take(value);
      } catch (error) {
        fail(error);
      }
    },
    fail,
  };
}

/** Does something else before either is called. */
export function before<T>(act: () => void, { take, fail }: Taker<T>): Taker<T> {
  return {
    take: (value) => {
      act();
      take(value);
    },
    fail: (error) => {
      act();
      fail(error);
    },
  };
}

/** The same as a promise, for those who have others to wait for. */
export function promised<T>(start: (taker: Taker<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => start({ take: resolve, fail: reject }));
}
