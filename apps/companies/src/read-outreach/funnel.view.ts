import type { OutreachStage } from '@salvatempo/contracts';
import { farOf } from '../domain/contact';

export interface Reach {
  readonly municipality: string;
  readonly finder: string;
  readonly reached?: OutreachStage;
  readonly joined: boolean;
}

/** How many firms were listed, and how many of them came so far. Who was met counts as invited and contacted; who joined by themselves doesn't. */
export interface Funnel {
  readonly listed: number;
  readonly contacted: number;
  readonly invited: number;
  readonly met: number;
  readonly joined: number;
}

export interface Funnels {
  readonly all: Funnel;
  readonly byMunicipality: ReadonlyMap<string, Funnel>;
  readonly byFinder: ReadonlyMap<string, Funnel>;
}

const EMPTY: Funnel = { listed: 0, contacted: 0, invited: 0, met: 0, joined: 0 };

/** The funnel with one contact more. */
export function counted(funnel: Funnel = EMPTY, { reached, joined }: Pick<Reach, 'reached' | 'joined'>): Funnel {
  const far = reached === undefined ? 0 : farOf(reached);
  const one = (stage: OutreachStage): number => (far >= farOf(stage) ? 1 : 0);
  return {
    listed: funnel.listed + 1,
    contacted: funnel.contacted + one('contacted'),
    invited: funnel.invited + one('invited'),
    met: funnel.met + one('met'),
    joined: funnel.joined + (joined ? 1 : 0),
  };
}

/** The indicators of all contacts, by Comune and by finder, each in the order in which they first came. */
export async function funnelsOf(contacts: AsyncIterable<Reach>): Promise<Funnels> {
  let all = EMPTY;
  const byMunicipality = new Map<string, Funnel>();
  const byFinder = new Map<string, Funnel>();
  for await (const one of contacts) {
    all = counted(all, one);
    byMunicipality.set(one.municipality, counted(byMunicipality.get(one.municipality), one));
    byFinder.set(one.finder, counted(byFinder.get(one.finder), one));
  }
  return { all, byMunicipality, byFinder };
}
