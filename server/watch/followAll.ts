import type { Follower } from "./watch.ts";

/** Several followers as one: what one of them throws keeps none of the others from its round. */
export function followAll(followers: readonly Follower[]): Follower {
  return {
    onRound: async (round) => {
      const rounds = await Promise.allSettled(followers.map((one) => one.onRound(round)));
      const failed = rounds.find(({ status }) => status === "rejected");
      if (failed?.status === "rejected") throw failed.reason;
    },
    stop: async () => {
      await Promise.all(followers.map((one) => one.stop()));
    },
  };
}
