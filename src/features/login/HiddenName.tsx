/** Tells password managers whose password a form asks for. */
export function HiddenName({ name }: { name: string }) {
  return (
    <input
      className="visually-hidden"
      name="username"
      autoComplete="username"
      value={name}
      readOnly
      tabIndex={-1}
      aria-hidden
    />
  );
}
