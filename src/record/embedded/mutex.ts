/** First come, first served. `acquire` gives the function that lets the next one in; calling it twice does nothing. */
export interface Mutex {
  acquire(): Promise<() => void>;
}

/** Lets in whoever asks, one after the other in the order they asked; each lets go by what `acquire` gave. */
export function createMutex(): Mutex {
  let tail: Promise<void> = Promise.resolve();
  return {
    async acquire() {
      const before = tail;
      let open!: () => void;
      tail = new Promise((resolve) => (open = resolve));
      await before;
      return open;
    },
  };
}
