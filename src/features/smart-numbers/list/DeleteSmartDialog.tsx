import type { SmartNumber } from "#api/smartNumbers.ts";
import { DeleteDialog } from "#common/DeleteDialog.tsx";
import { usePhoneFormat } from "#common/phone.ts";
import { toast } from "#ui/toasts.ts";
import { isNotFound, isUnknownUser, isWrongId } from "#domain/smartNumbers/errors.ts";
import { useDeleteSmartNumber } from "#domain/smartNumbers/mutations.ts";
import { useText } from "#i18n/texts.ts";
import { useUnknownUserText } from "../useUnknownUserText.ts";
import { unbroken } from "#ui/unbroken.tsx";

interface Props {
  /** The user whose list was read. */
  user: number;
  number: SmartNumber;
  onClose: () => void;
}

/** Names the number that is deleted and its destination. */
export function DeleteSmartDialog({ user, number, onClose }: Props) {
  const t = useText();
  const phone = usePhoneFormat();
  const unknownUser = useUnknownUserText();
  const remove = useDeleteSmartNumber(user);
  const params = { x: phone(number.phoneX), b: phone(number.phoneB) };
  const confirm = async () => {
    try {
      await remove.mutateAsync({ params: { id: number.id } });
      toast("success", t("smart.deleted", params));
    } catch (error) {
      if (!isNotFound(error)) throw error;
      // It is deleted as intended, perhaps by this dialog's own request whose response was lost.
      toast("success", t("smart.deletedAlready", params));
    }
  };
  const describeError = (error: unknown) => {
    if (isUnknownUser(error)) return unknownUser(user);
    if (!isWrongId(error)) return undefined;
    return { title: t("smart.wrongId"), text: t("smart.wrongIdText"), quote: undefined };
  };
  return (
    <DeleteDialog
      title={t("smart.deleteTitle", params)}
      button={t("smart.deleteButton")}
      onConfirm={confirm}
      onDone={onClose}
      describeError={describeError}
      onClose={onClose}
    >
      <p>{unbroken(t("smart.deleteText", params))}</p>
      {number.description !== "" && (
        <p>{t("smart.deleteName", { description: number.description })}</p>
      )}
    </DeleteDialog>
  );
}
