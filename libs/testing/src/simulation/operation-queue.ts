/** Something that will happen: when, and what. */
export interface Operation {
  readonly label: string;
  /** Milliseconds since the simulation's beginning. */
  readonly atMs: number;
  /** Decides between operations of the same moment; drawn from the seed. */
  readonly rank: number;
  readonly epoch: number;
  readonly run: () => void;
  cancelled: boolean;
}

const isBefore = (a: Operation, b: Operation): boolean => a.atMs < b.atMs || (a.atMs === b.atMs && a.rank < b.rank);

/** Operations by their time: a binary heap. */
export class OperationQueue {
  private readonly heap: Operation[] = [];

  get size(): number {
    return this.heap.length;
  }

  first(): Operation | undefined {
    return this.heap[0];
  }

  add(operation: Operation): void {
    const { heap } = this;
    let at = heap.push(operation) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(operation, heap[parent]!)) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = operation;
  }

  take(): Operation | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (last && heap.length > 0) this.sink(last);
    return first;
  }

  private sink(operation: Operation): void {
    const { heap } = this;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child += 1;
      if (!isBefore(heap[child]!, operation)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = operation;
  }
}
