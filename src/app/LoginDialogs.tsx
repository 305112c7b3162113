import { useQueryClient } from "@tanstack/react-query";
import { Navigate, useLocation } from "react-router";
import { setSignInPutOff, useConnectivity, useSignInPutOff } from "#common/connectivity.ts";
import { useLogin, useUser } from "#common/login.ts";
import { useVerification } from "#common/verification.ts";
import { paths } from "#paths";
import { loginPart } from "./loginPart.ts";
import { sessionQuery } from "./session.ts";

const EndedDialog = loginPart(
  async () => (await import("#features/login/EndedDialog.tsx")).EndedDialog,
  ({ onClose }) => onClose(),
);
const VerifyDialog = loginPart(
  async () => (await import("#features/login/VerifyDialog.tsx")).VerifyDialog,
  ({ onAnswer }) => onAnswer(false),
);

/**
 * Takes somebody who opens the app without a session to the sign-in. Whose session ends while they
 * use it is asked over the page, and so is who has to type the password again.
 */
export function LoginDialogs() {
  const client = useQueryClient();
  const isSignedOut = useConnectivity() === "signedOut";
  const kind = useLogin()?.kind ?? "local";
  const user = useUser();
  const isPutOff = useSignInPutOff();
  const answer = useVerification();
  const { pathname, search } = useLocation();
  if (isSignedOut && (user === undefined || user.role === "wall"))
    return <Navigate to={paths.signIn(pathname + search)} replace />;
  if (user === undefined) return null;
  return (
    <>
      {isSignedOut && !isPutOff && (
        <EndedDialog
          kind={kind}
          user={user}
          onClose={() => setSignInPutOff(true)}
          onDone={() => client.fetchQuery({ ...sessionQuery, staleTime: 0 })}
        />
      )}
      {answer !== undefined && <VerifyDialog kind={kind} user={user} onAnswer={answer} />}
    </>
  );
}
