/**
 * Prepares up to `depth` items while the consumer is still busy with the one before: the next is begun whenever the consumer asks
 * for one, so it knows of everything the consumer finished before that. Items are read one after the other, and prepared side by
 * side. Throws what `items` or `prepare` throws, when its turn comes. Where the consumer stops early, it ends only after the
 * items that are being prepared.
 */
export async function* readAhead<T, P>(
  items: AsyncIterator<T, void, undefined>,
  prepare: (item: T) => Promise<P>,
  depth: number,
): AsyncGenerator<P, void, undefined> {
  let reading: Promise<unknown> = Promise.resolve();
  const begin = () => {
    const item = reading.then(() => items.next());
    // Whether it failed is asked for later; until then nobody listens.
    reading = item.catch(() => {});
    const prepared = item.then(async ({ done, value }) => (done ? null : { value: await prepare(value) }));
    prepared.catch(() => {});
    return prepared;
  };
  const ahead = Array.from({ length: depth }, begin);
  try {
    for (let current = await ahead.shift(); current; current = await ahead.shift()) {
      ahead.push(begin());
      yield current.value;
    }
  } finally {
    await Promise.allSettled(ahead);
  }
}
