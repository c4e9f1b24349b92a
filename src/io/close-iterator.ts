/**
 * Tells an iterator that nobody wants more of it, and waits until it has let go of what it holds. When it is still busy with
 * an item, which may come late or never, nobody waits: it lets go afterwards.
 */
export async function closeIterator(
  iterator: AsyncIterator<unknown>,
  { isBusy }: { readonly isBusy: boolean },
): Promise<void> {
  const closing = iterator.return?.();
  if (isBusy) closing?.catch(() => {});
  else await closing;
}
