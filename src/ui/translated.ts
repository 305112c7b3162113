/** What a translator put into the page in place of a text of React's (see `followTranslation.ts`). */
export const standIns = new WeakMap<Node, Node>();

/** The child of `parent` that is or holds `node`, or stands in for it. */
function childOf(parent: Node, node: Node): Node | null {
  let found: Node | null = node.parentNode ? node : (standIns.get(node) ?? null);
  while (found && found.parentNode !== parent) found = found.parentNode;
  return found;
}

/**
 * A browser that translates the page puts elements of its own in place of React's texts, or around
 * them. React knows nothing of that: what it then removes or puts before such a text would throw
 * and take the whole page down. With this in place it acts on the translation where its own text
 * was. (https://github.com/facebook/react/issues/11538)
 */
export function bearTranslation(): void {
  // oxlint-disable-next-line typescript/unbound-method -- called with their own `this` below
  const { removeChild, insertBefore } = Node.prototype;
  Node.prototype.removeChild = function remove<T extends Node>(this: Node, child: T): T {
    const found = childOf(this, child);
    if (found) removeChild.call(this, found);
    return child;
  };
  Node.prototype.insertBefore = function insert<T extends Node>(
    this: Node,
    added: T,
    next: Node | null,
  ): T {
    insertBefore.call(this, added, next && childOf(this, next));
    return added;
  };
}
