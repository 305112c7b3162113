import { useConnectivity } from "#common/connectivity.ts";
import { useUser } from "#common/login.ts";
import { useVerification } from "#common/verification.ts";
import { lazyPart } from "#ui/lazyPart.tsx";

const UserButton = lazyPart(
  async () => (await import("./header/UserButton.tsx")).UserButton,
  () => undefined,
);
const LoginDialogs = lazyPart(
  async () => (await import("./LoginDialogs.tsx")).LoginDialogs,
  () => undefined,
);

/** The menu of the signed-in user. */
export function OwnButton() {
  return useUser() !== undefined && <UserButton />;
}

/** What lies over a page whose user has to prove who they are. */
export function LoginQuestions() {
  const isSignedOut = useConnectivity() === "signedOut";
  const isAsked = useVerification() !== undefined;
  return (isSignedOut || isAsked) && <LoginDialogs />;
}
