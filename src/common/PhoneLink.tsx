import { usePhoneFormat } from "./phone.ts";
import { unbroken } from "#ui/unbroken.tsx";
import styles from "./PhoneLink.module.css";

/** An extension of the office or a withheld caller can't be called from outside. */
const DIALLED = /^\d{7,15}$/;

/** A phone number, given as the API's digits, that calls when it is clicked. */
export function PhoneLink({ digits }: { digits: string }) {
  const phone = usePhoneFormat();
  const text = unbroken(phone(digits));
  if (!DIALLED.test(digits)) return text;
  return (
    <a className={styles.link} href={`tel:+${digits}`}>
      {text}
    </a>
  );
}
