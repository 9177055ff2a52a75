/** A number with its noun, "1 code" or "1,800,003 codes". */
export function quantity(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? noun : `${noun}s`}`;
}
