import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { workerFile } from '../platform/package-files.js';

/** A second thread, asked and heard without leaving what is being done: nobody waits for it but who says so. */
export class WorkerThread {
  private readonly worker: Worker;
  private readonly port: MessagePort;

  /**
   * @param name its program
   * @param data what it is given when it begins, beside the `port` through which it talks
   */
  constructor(name: Parameters<typeof workerFile>[0], data: object) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    const workerData = { ...data, port: port2 };
    this.worker = new Worker(workerFile(name), { workerData, transferList: [port2] });
    // It is given up where it is silent; what became of it does not matter then.
    this.worker.on('error', () => {});
    this.worker.unref();
    this.port.unref();
  }

  post(message: unknown): void {
    this.port.postMessage(message);
  }

  /** The next message that came from it, if there is one. */
  receive<Message>(): Message | undefined {
    // Both ends are parts of this program.
    return receiveMessageOnPort(this.port)?.message;
  }

  end(): void {
    this.port.close();
    void this.worker.terminate();
  }
}
