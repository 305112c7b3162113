/** Something is under way, in the color of the text around it; what it is, that text says. */
export function Spinner() {
  return <span className="spinner" aria-hidden="true" />;
}
