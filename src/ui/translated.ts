/** What a translator put into the page in place of React's text nodes (see `followTranslation.ts`). */
export const translations = new WeakMap<Node, Node>();

/** The child of `parent` that is or contains `node` or its translation. */
function findChild(parent: Node, node: Node): Node | null {
  let found: Node | null = node.parentNode ? node : (translations.get(node) ?? null);
  while (found && found.parentNode !== parent) found = found.parentNode;
  return found;
}

/**
 * A browser that translates the page replaces or wraps React's text nodes. React does not know, so
 * removing such a node or inserting before it would throw and crash the whole page. This patch makes
 * both act on the translation instead. (https://github.com/facebook/react/issues/11538)
 */
export function tolerateTranslation(): void {
  // oxlint-disable-next-line typescript/unbound-method -- called with their own `this` below
  const { removeChild, insertBefore } = Node.prototype;
  Node.prototype.removeChild = function remove<T extends Node>(this: Node, child: T): T {
    const found = findChild(this, child);
    if (found) removeChild.call(this, found);
    return child;
  };
  Node.prototype.insertBefore = function insert<T extends Node>(
    this: Node,
    added: T,
    next: Node | null,
  ): T {
    insertBefore.call(this, added, next && findChild(this, next));
    return added;
  };
}
