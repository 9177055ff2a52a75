/**
 * Runs every task, one after the other, whatever comes of those before it. Throws an AggregateError of all that was thrown once all have
 * run, so that nothing that goes wrong with one is in the way of another, and nothing goes unreported.
 */
export async function runAll(tasks: (() => Promise<unknown>)[]): Promise<void> {
  const errors: unknown[] = [];
  for (const task of tasks) await task().catch((error: unknown) => errors.push(error));
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} of ${tasks.length} tasks failed`);
}
