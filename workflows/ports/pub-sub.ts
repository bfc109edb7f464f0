/** Messages between processes, at most once each; a subscriber that misses one reads the snapshot. */
export interface PubSub {
  publish(channel: string, message: string): Promise<void>;
  /** Resolves when listening has begun; the function returned ends it. */
  subscribe(channel: string, listener: (message: string) => void): Promise<() => Promise<void>>;
}
