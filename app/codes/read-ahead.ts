/**
 * Prepares each item while the consumer is still busy with the one before: `prepare` of the next item begins when the
 * consumer asks for one, so it knows of everything the consumer finished before that. Throws what `items` or `prepare` throws, when
 * its turn comes. Where the consumer stops early, it ends only after the item that is being prepared.
 */
export async function* readAhead<T, P>(
  items: AsyncIterator<T, void, undefined>,
  prepare: (item: T) => Promise<P>,
): AsyncGenerator<P, void, undefined> {
  const begin = () => {
    const prepared = items.next().then(async (item) => (item.done ? null : { value: await prepare(item.value) }));
    // Whether it failed is asked for later; until then nobody listens.
    prepared.catch(() => {});
    return prepared;
  };
  let next = begin();
  try {
    for (let current = await next; current; current = await next) {
      next = begin();
      yield current.value;
    }
  } finally {
    await next.catch(() => {});
  }
}
