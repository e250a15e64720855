/** Where the bytes of files are: rows name them by a key, and a key is used once. */
export type ObjectStore = {
  /** When it answers, the bytes are there whole and outlive a power cut. When it throws, nothing of them is left (SPEC F1, F9). */
  put(key: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  /** The bytes as they come, read when they are asked for; undefined when there are none. */
  read(key: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** Takes away what is there, half-written too. What is not there is gone already. */
  remove(key: string): Promise<void>;
};
