/** Lets so many bytes be in memory at a time; whoever needs more waits, in the order in which they came. */
export class ByteBudget {
  private used = 0;
  private readonly waiting: { bytes: number; go: () => void }[] = [];

  constructor(private readonly total: number) {}

  /** Waits for room, does the work, and gives the room back. What is larger than all room gets all of it. */
  async while<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    const share = Math.min(bytes, this.total);
    await this.take(share);
    try {
      return await work();
    } finally {
      this.used -= share;
      this.letIn();
    }
  }

  private async take(bytes: number): Promise<void> {
    if (this.waiting.length === 0 && this.used + bytes <= this.total) this.used += bytes;
    else await new Promise<void>((go) => this.waiting.push({ bytes, go }));
  }

  private letIn(): void {
    for (let [next] = this.waiting; next && this.used + next.bytes <= this.total; [next] = this.waiting) {
      this.waiting.shift();
      this.used += next.bytes;
      next.go();
    }
  }
}
