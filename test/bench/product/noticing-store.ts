import type { DocumentStore, RowStore, Store } from '@salvatempo/store';
import { machineMs } from '../measure/shared-clock';

/** When what a service wrote became durable, in `machineMs`. */
export class Noticed {
  /** Of each row, by model and id: when its first version was there for readers. */
  readonly rows = new Map<string, number>();
  /** Of each collection, when commits were durable, in their order. */
  readonly commits = new Map<string, number[]>();

  /** The same store, looked over the shoulder. */
  over(store: Store): Store {
    const documents = Object.create(store.documents) as DocumentStore;
    documents.commit = async (commit) => {
      const result = await store.documents.commit(commit);
      if (result !== 'committed') return result;
      const times = this.commits.get(commit.collection) ?? [];
      this.commits.set(commit.collection, times);
      times.push(machineMs());
      return result;
    };
    const rows = Object.create(store.rows) as RowStore;
    rows.put = async (model, row, after) => {
      const isWritten = await store.rows.put(model, row, after);
      const key = `${model.name}/${row.id}`;
      if (isWritten && !this.rows.has(key)) this.rows.set(key, machineMs());
      return isWritten;
    };
    return Object.create(store, { documents: { value: documents }, rows: { value: rows } }) as Store;
  }
}
