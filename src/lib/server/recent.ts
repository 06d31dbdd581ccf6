/** Keeps the most recently used values up to a number; `release` is called for the one that has to go. */
export class Recent<Key, Value> {
  private readonly values = new Map<Key, Value>();
  private readonly most: number;
  private readonly release: (value: Value) => void;

  constructor(most: number, release: (value: Value) => void = () => undefined) {
    this.most = most;
    this.release = release;
  }

  /** The value kept under a key, or undefined. */
  get(key: Key): Value | undefined {
    const value = this.values.get(key);
    if (value !== undefined) {
      this.values.delete(key);
      this.values.set(key, value);
    }
    return value;
  }

  /** Keeps a value; the least recently used one goes when there are too many. */
  set(key: Key, value: Value): void {
    this.values.delete(key);
    this.values.set(key, value);
    const oldest = this.values.keys().next();
    if (this.values.size <= this.most || oldest.done) return;
    const gone = this.values.get(oldest.value);
    this.values.delete(oldest.value);
    if (gone !== undefined) this.release(gone);
  }

  /** Keeps the value of a key no longer; it is not released. */
  drop(key: Key): void {
    this.values.delete(key);
  }

  /** The value kept under a key, made when there is none; a promise that fails is not kept. */
  getOr(key: Key, make: () => Value): Value {
    const known = this.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.set(key, made);
    if (made instanceof Promise) made.catch(() => this.values.delete(key));
    return made;
  }
}
