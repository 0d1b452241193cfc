import type { PhaseListener } from '../../build/phases.js';
import type { Terminal } from '../command.js';

/** A build that ends before is not worth a bar, in milliseconds. */
const patience = 1000;
/** How often the bar is drawn anew, in milliseconds; and after how many steps the clock is asked. */
const interval = 100;
const stepsBetween = 64;
const width = 24;

/** One line on a terminal that shows which phase of the work is being done, and how far it is; gone when that ends. */
export class ProgressBar implements PhaseListener {
  private readonly began = performance.now();
  private drawn = 0;
  private name = '';
  private steps = 0;
  private done = 0;

  constructor(private readonly terminal: Terminal) {}

  begin(name: string, steps: number): void {
    Object.assign(this, { name, steps, done: 0 });
    this.draw();
  }

  step(): void {
    this.done += 1;
    if (this.done % stepsBetween === 0) this.draw();
  }

  /** Takes the line away. */
  end(): void {
    if (this.drawn > 0) this.terminal.status?.('');
  }

  private draw(): void {
    const now = performance.now();
    if (now - this.began < patience || now - this.drawn < interval) return;
    this.drawn = now;
    const share = this.steps > 0 ? Math.min(1, this.done / this.steps) : 0;
    const filled = Math.round(share * width);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`;
    const count = this.steps > 0 ? ` ${bar} ${this.done} of ${this.steps}` : '';
    this.terminal.status?.(`${this.name}${count}`);
  }
}
