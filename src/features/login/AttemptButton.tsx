import Button from "@mui/material/Button";
import type { Attempt } from "./useAttempt.ts";

/** Sends a form of the sign-in; shows that it is under way, and waits where the server demands it. */
export function AttemptButton({ attempt, label }: { attempt: Attempt; label: string }) {
  return (
    <Button
      type="submit"
      variant="contained"
      loading={attempt.running}
      disabled={attempt.secondsLeft > 0}
    >
      {label}
    </Button>
  );
}
