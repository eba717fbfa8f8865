const LOOK_EVERY_MS = 50;

/** Asks again until the answer is right, for at most `withinMs`. Throws Error that says what it waited for and what it saw last. */
export async function until<T>(what: string, ask: () => Promise<T>, right: (value: T) => boolean, withinMs = 15_000): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const value = await ask().catch((error: unknown) => error as T);
    if (!(value instanceof Error) && right(value)) return value;
    if (Date.now() >= end) throw new Error(`waited ${withinMs} ms for ${what}; last seen: ${value instanceof Error ? value.message : JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
