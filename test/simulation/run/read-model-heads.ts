import { sparseProjections as ofBenefits } from '@salvatempo/app-benefits';
import { sparseProjections as ofMarketplace } from '@salvatempo/app-marketplace';
import type { Committed } from '@salvatempo/testing';

const typesOf: ReadonlyMap<string, ReadonlySet<string>> = new Map([...ofBenefits, ...ofMarketplace].map(({ model, on }) => [model.name, new Set(Object.keys(on))]));

/** Up to which event each read model must have come when nothing is under way: an aggregate's last one, or for a sparse model the last that concerns it. */
export class ReadModelHeads {
  private readonly last = new Map<string, number>();
  private readonly lastOfType = new Map<string, number>();

  committed({ id, head, decided }: Committed): void {
    this.last.set(id, head?.sequence ?? 0);
    for (const { type, sequence } of decided.map(({ envelope }) => envelope)) if (sequence !== undefined) this.lastOfType.set(`${id} ${type}`, sequence);
  }

  of(model: string, id: string): number | undefined {
    const types = typesOf.get(model);
    return types ? Math.max(...[...types].map((type) => this.lastOfType.get(`${id} ${type}`) ?? 0)) : this.last.get(id);
  }
}
