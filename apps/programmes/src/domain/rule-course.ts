import type { Cents } from '@salvatempo/kernel';

export interface Place {
  readonly municipality: string;
  readonly firms: number;
  readonly cents: Cents;
}

/** Whom a rule gave what. */
export interface RuleOutcome {
  readonly firms: number;
  readonly cents: Cents;
  /** Attempts that were refused, by code. */
  readonly refusals: Readonly<Record<string, number>>;
  readonly byMunicipality: readonly Place[];
}

export interface RuleTrial {
  readonly actual: RuleOutcome;
  readonly tried: RuleOutcome;
  /** Firms with a grant under the other rule alone. */
  readonly gained: readonly string[];
  /** Firms with a grant in reality alone. */
  readonly lost: readonly string[];
}

/** Where a firm's Comune isn't known. */
const NO_PLACE = '';

/** A fund as it goes: what each firm was granted and what of that came back, and what was refused. */
export class Course {
  private readonly grants = new Map<string, { readonly municipality: string; grantedCents: Cents; netCents: Cents }>();
  private readonly refusals: Record<string, number> = {};
  netCents: Cents = 0;

  has(firmId: string): boolean {
    return this.grants.has(firmId);
  }

  grant(firmId: string, cents: Cents, municipality = NO_PLACE): void {
    this.grants.set(firmId, { municipality, grantedCents: cents, netCents: cents });
    this.netCents += cents;
  }

  refuse(code: string): void {
    this.refusals[code] = (this.refusals[code] ?? 0) + 1;
  }

  /** Gives back all but what the firm spent; what it spent beyond its grant can't be. */
  giveBack(firmId: string, spentCents: Cents): void {
    const grant = this.grants.get(firmId);
    if (!grant) return;
    const netCents = Math.min(grant.grantedCents, spentCents);
    this.netCents += netCents - grant.netCents;
    grant.netCents = netCents;
  }

  grantedTo(firmId: string): Cents {
    return this.grants.get(firmId)?.grantedCents ?? 0;
  }

  get firmIds(): readonly string[] {
    return [...this.grants.keys()];
  }

  outcome(): RuleOutcome {
    const places = new Map<string, Place>();
    for (const { municipality, netCents } of this.grants.values()) {
      const { firms, cents } = places.get(municipality) ?? { firms: 0, cents: 0 };
      places.set(municipality, { municipality, firms: firms + 1, cents: cents + netCents });
    }
    const byMunicipality = [...places.values()].sort((a, b) => (a.municipality < b.municipality ? -1 : 1));
    return { firms: this.grants.size, cents: this.netCents, refusals: this.refusals, byMunicipality };
  }
}

/** How two courses of the same fund differ. */
export function compared(actual: Course, tried: Course): RuleTrial {
  return { actual: actual.outcome(), tried: tried.outcome(), gained: without(tried, actual), lost: without(actual, tried) };
}

const without = (course: Course, other: Course): readonly string[] => course.firmIds.filter((firmId) => !other.has(firmId)).sort();
